"""The registers' doors: page, one, save, bulk, history, files, search, export."""

from fullscore.usecases.registers.auditing import Deed, Deeds, deeds
from fullscore.usecases.registers.deriving import all_registers, register, registers
from fullscore.usecases.registers.exporting import export
from fullscore.usecases.registers.files import attach, attachment, attachments, remove_attachment
from fullscore.usecases.registers.reading import count, history, one, options, page, search
from fullscore.usecases.registers.values import (
    Change,
    Entry,
    FileOnRow,
    Filter,
    Hit,
    NotThereError,
    Origin,
    Page,
    Query,
    RefusedError,
    Row,
    StaleVersionError,
)
from fullscore.usecases.registers.writing import archive, bulk, save, unarchive, undo

__all__ = [
    "Change", "Deed", "Deeds", "Entry", "FileOnRow", "Filter", "Hit", "NotThereError", "Origin", "Page",
    "Query", "RefusedError", "Row", "StaleVersionError", "all_registers", "archive", "attach", "attachment",
    "attachments", "bulk", "count", "deeds", "export", "history", "one", "options", "page", "register",
    "registers", "remove_attachment", "save", "search", "unarchive", "undo",
]  # fmt: skip
