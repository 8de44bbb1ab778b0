"""Today: every room's findings in the order in which they are worth doing, and what was done about them."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.today.acting import assign, decline, finish, reopen, snooze
    from fullscore.usecases.today.documents import line_of, today_document
    from fullscore.usecases.today.reading import everything, line, today
    from fullscore.usecases.today.values import KeptLine, NextDay, Night, Today
    from fullscore.usecases.today.working import KIND, stale, wake, work_out

__all__ = [
    "KIND", "KeptLine", "NextDay", "Night", "Today", "assign", "decline", "everything", "finish", "line",
    "line_of", "reopen", "snooze", "stale", "today", "today_document", "wake", "work_out",
]  # fmt: skip
__getattr__ = doors(__name__, {
    "acting": "assign decline finish reopen snooze",
    "documents": "line_of today_document",
    "reading": "everything line today",
    "values": "KeptLine NextDay Night Today",
    "working": "KIND stale wake work_out",
})  # fmt: skip
