"""Risk: what may happen, what it costs, and how bad a year can get."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.risk.boarding import board
    from fullscore.usecases.risk.runs import run_document
    from fullscore.usecases.risk.simulating import SEED, answer, ask, latest, run, simulate, stop
    from fullscore.usecases.risk.values import (
        ALONE,
        Borne,
        Insured,
        Lessening,
        RiskBoard,
        RiskScenario,
        Run,
        Watch,
    )

__all__ = [
    "ALONE", "SEED", "Borne", "Insured", "Lessening", "RiskBoard", "RiskScenario", "Run", "Watch", "answer",
    "ask", "board", "latest", "run", "run_document", "simulate", "stop",
]  # fmt: skip
__getattr__ = doors(__name__, {
    "boarding": "board",
    "runs": "run_document",
    "simulating": "SEED answer ask latest run simulate stop",
    "values": "ALONE Borne Insured Lessening RiskBoard RiskScenario Run Watch",
})  # fmt: skip
