"""Bringing files in: recognised, applied in batches that survive a kill, every row counted."""

from fullscore.usecases.imports.documents import imports_document
from fullscore.usecases.imports.listing import imports, one
from fullscore.usecases.imports.running import KIND, Progress, advance, bring_in, refuse_unknown, stale, start
from fullscore.usecases.imports.values import Imported, Told

__all__ = [
    "KIND", "Imported", "Progress", "Told", "advance", "bring_in", "imports", "imports_document", "one",
    "refuse_unknown", "stale", "start",
]  # fmt: skip
