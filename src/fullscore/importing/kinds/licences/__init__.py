"""Lists of licences and subscriptions: one pool of seats a row."""

from fullscore.importing.kinds.kind import Kind
from fullscore.importing.kinds.licences.meanings import MEANINGS
from fullscore.importing.kinds.licences.reading import lines

KIND = Kind(
    "licences", "Licences and subscriptions", "pools", MEANINGS,
    (frozenset({"name"}), frozenset({"capacity", "used", "free", "expires_on", "unit_cost", "cost", "key"})),
    lines,
)  # fmt: skip
