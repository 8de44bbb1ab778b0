"""Bringing files in: looked at first, applied in batches that survive a kill, taken back as one."""

from fullscore.importing.records import Said
from fullscore.usecases.imports.answering import confirm, discard, say
from fullscore.usecases.imports.choosing import KindOfList, kinds
from fullscore.usecases.imports.documents import imports_document, pairs_document
from fullscore.usecases.imports.inbox import INBOX, is_filled, take_in
from fullscore.usecases.imports.listing import doubts, imports, one
from fullscore.usecases.imports.meeting.trust import TrustOrder, set_keys, set_trust, trust_order
from fullscore.usecases.imports.pairing.pairs import Pair, PairSide, Parted, different, pairs, part, same
from fullscore.usecases.imports.refused import refused_rows
from fullscore.usecases.imports.running import KIND, advance, stale
from fullscore.usecases.imports.sending import send, try_out
from fullscore.usecases.imports.sightings import SeenBy, not_enrolled, not_seen, sources_of
from fullscore.usecases.imports.starting import Progress, bring_in, dry_run, opened, refuse_unknown, start
from fullscore.usecases.imports.undoing.undoing import take_back, undo
from fullscore.usecases.imports.values import Imported, Told

__all__ = [
    "INBOX", "KIND", "Imported", "KindOfList", "Pair", "PairSide", "Parted", "Progress", "Said", "SeenBy",
    "Told", "TrustOrder", "advance", "bring_in", "confirm", "different", "discard", "doubts", "dry_run",
    "imports", "imports_document", "is_filled", "kinds", "not_enrolled", "not_seen", "one", "opened",
    "pairs", "pairs_document", "part", "refuse_unknown", "refused_rows", "same", "say", "send", "set_keys",
    "set_trust", "sources_of", "stale", "start", "take_back", "take_in", "trust_order", "try_out", "undo",
]  # fmt: skip
