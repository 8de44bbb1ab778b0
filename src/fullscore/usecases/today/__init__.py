"""Today: every room's findings in the order in which they are worth doing, and what was done about them."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.today.acting import amend, assign, decline, finish, reopen, snooze
    from fullscore.usecases.today.catching_up import at_hand, current, on_day
    from fullscore.usecases.today.documents import line_document, today_document
    from fullscore.usecases.today.exporting import listed
    from fullscore.usecases.today.reading import assignees, count, everything, line, today
    from fullscore.usecases.today.values import KeptLine, NextDay, Night, Today
    from fullscore.usecases.today.working import KIND, advance, stale, wake, work_out

__all__ = [
    "KIND", "KeptLine", "NextDay", "Night", "Today", "advance", "amend", "assign", "assignees", "at_hand",
    "count", "current", "decline", "everything", "finish", "line", "line_document", "listed", "on_day",
    "reopen", "snooze", "stale", "today", "today_document", "wake", "work_out",
]  # fmt: skip
__getattr__ = doors(__name__, {
    "acting": "amend assign decline finish reopen snooze",
    "catching_up": "at_hand current on_day",
    "documents": "line_document today_document",
    "exporting": "listed",
    "reading": "assignees count everything line today",
    "values": "KeptLine NextDay Night Today",
    "working": "KIND advance stale wake work_out",
})  # fmt: skip
