"""Changes: their calendar, their dates, and the life of each."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.changes.asking import KIND, ask, latest, run, stop
    from fullscore.usecases.changes.boarding import board
    from fullscore.usecases.changes.documents import (
        board_document,
        moved_document,
        run_document,
        taken_document,
        tried_document,
    )
    from fullscore.usecases.changes.explaining import why
    from fullscore.usecases.changes.exporting import calendar_csv
    from fullscore.usecases.changes.finding import advance, stale
    from fullscore.usecases.changes.moving import move, take_back
    from fullscore.usecases.changes.noticing import actions
    from fullscore.usecases.changes.posing import Asked
    from fullscore.usecases.changes.scheduling import LIMIT, Watch, asked_for, schedule
    from fullscore.usecases.changes.taking import keep, take
    from fullscore.usecases.changes.trying import moment_for, try_move
    from fullscore.usecases.changes.values import (
        Bar,
        Board,
        BoardChange,
        Lane,
        Moved,
        Rule,
        Run,
        Slot,
        Taken,
        Touching,
        Tried,
    )

__all__ = [
    "KIND", "LIMIT", "Asked", "Bar", "Board", "BoardChange", "Lane", "Moved", "Rule", "Run", "Slot",
    "Taken", "Touching", "Tried", "Watch", "actions", "advance", "ask", "asked_for", "board",
    "board_document", "calendar_csv", "keep", "latest", "moment_for", "move", "moved_document", "run",
    "run_document", "schedule", "stale", "stop", "take", "take_back", "taken_document", "tried_document",
    "try_move", "why",
]  # fmt: skip
__getattr__ = doors(__name__, {
    "asking": "KIND ask latest run stop",
    "boarding": "board",
    "documents": "board_document moved_document run_document taken_document tried_document",
    "explaining": "why",
    "exporting": "calendar_csv",
    "finding": "advance stale",
    "moving": "move take_back",
    "noticing": "actions",
    "posing": "Asked",
    "scheduling": "LIMIT Watch asked_for schedule",
    "taking": "keep take",
    "trying": "moment_for try_move",
    "values": "Bar Board BoardChange Lane Moved Rule Run Slot Taken Touching Tried",
})  # fmt: skip
