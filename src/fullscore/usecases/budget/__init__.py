"""Budget: the best use of the money, what a cut loses, and the case for each proposal."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.budget.asking import (
        KINDS,
        answer,
        ask,
        case,
        choose,
        cut,
        frontier,
        latest,
        run,
        run_document,
        stop,
    )
    from fullscore.usecases.budget.boarding import board
    from fullscore.usecases.budget.exporting import proposals_csv
    from fullscore.usecases.budget.pinning import pin, pinned_document, take_back
    from fullscore.usecases.budget.solving import LIMIT
    from fullscore.usecases.budget.values import (
        ALONE,
        Board,
        BoardLimit,
        BoardOption,
        BoardProposal,
        Pinned,
        Run,
        Watch,
    )
    from fullscore.usecases.budget.working import KIND, advance, stale

__all__ = [
    "ALONE", "KIND", "KINDS", "LIMIT", "Board", "BoardLimit", "BoardOption", "BoardProposal", "Pinned",
    "Run", "Watch", "advance", "answer", "ask", "board", "case", "choose", "cut", "frontier", "latest", "pin",
    "pinned_document", "proposals_csv", "run", "run_document", "stale", "stop", "take_back",
]  # fmt: skip
__getattr__ = doors(__name__, {
    "asking": "KINDS answer ask case choose cut frontier latest run run_document stop",
    "boarding": "board",
    "exporting": "proposals_csv",
    "pinning": "pin pinned_document take_back",
    "solving": "LIMIT",
    "values": "ALONE Board BoardLimit BoardOption BoardProposal Pinned Run Watch",
    "working": "KIND advance stale",
})  # fmt: skip
