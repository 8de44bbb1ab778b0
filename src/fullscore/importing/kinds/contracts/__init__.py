"""Contracts and renewals: what was agreed, until when, by when notice must be given, and for how much."""

from fullscore.importing.kinds.contracts.meanings import MEANINGS
from fullscore.importing.kinds.contracts.reading import SOURCE_ID, lines
from fullscore.importing.kinds.kind import Kind

__all__ = ["KIND", "SOURCE_ID"]
KIND = Kind(
    "contracts", "Contracts and renewals", "contracts", MEANINGS,
    (frozenset({"name", "vendor", "number"}),
     frozenset({"renews_on", "ends_on", "notice_by", "notice", "auto_renewal", "term"})),
    lines, room="vendors",
)  # fmt: skip
