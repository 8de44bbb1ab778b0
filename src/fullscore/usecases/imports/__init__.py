"""Bringing files in: recognised, applied in batches that survive a kill, every row counted."""

from fullscore.usecases.imports.documents import imports_document
from fullscore.usecases.imports.listing import imports, one
from fullscore.usecases.imports.running import KIND, advance, bring_in, stale, start
from fullscore.usecases.imports.values import Imported, Told

__all__ = [
    "KIND", "Imported", "Told", "advance", "bring_in", "imports", "imports_document", "one", "stale", "start",
]  # fmt: skip
