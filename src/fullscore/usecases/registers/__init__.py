"""The registers' doors: page, one, save, bulk, history, files, search, export."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.registers.auditing import Deed, Deeds, deeds
    from fullscore.usecases.registers.deriving import all_registers, register, registers
    from fullscore.usecases.registers.exporting import export
    from fullscore.usecases.registers.exporting_everything import everything
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
    "attachments", "bulk", "count", "deeds", "everything", "export", "history", "one", "options", "page",
    "register", "registers", "remove_attachment", "save", "search", "unarchive", "undo",
]  # fmt: skip
__getattr__ = doors(__name__, {
    "auditing": "Deed Deeds deeds",
    "deriving": "all_registers register registers",
    "exporting": "export",
    "exporting_everything": "everything",
    "files": "attach attachment attachments remove_attachment",
    "reading": "count history one options page search",
    "values": (
        "Change Entry FileOnRow Filter Hit NotThereError Origin Page Query RefusedError Row StaleVersionError"
    ),
    "writing": "archive bulk save unarchive undo",
})  # fmt: skip
