"""Budget: the year and its lines, the best use of the money, what a cut loses, the case for a proposal."""

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
    from fullscore.usecases.budget.confirming import Confirmed, confirm, confirmed_document, unconfirm
    from fullscore.usecases.budget.exporting import proposals_csv, year_csv
    from fullscore.usecases.budget.forecast_documents import (
        effect_sentence,
        forecast_assumptions,
        forecast_csv,
        forecast_document,
    )
    from fullscore.usecases.budget.forecasting import Forecast, forecast
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
    from fullscore.usecases.budget.year_documents import figure_document, proposal_document, year_document
    from fullscore.usecases.budget.yearly import BudgetYear, figure, home_of, next_year, year_of

__all__ = [
    "ALONE", "KIND", "KINDS", "LIMIT", "Board", "BoardLimit", "BoardOption", "BoardProposal", "BudgetYear",
    "Confirmed", "Forecast", "Pinned", "Run", "Watch", "advance", "answer", "ask", "board", "case",
    "choose", "confirm", "confirmed_document", "cut", "effect_sentence", "figure", "figure_document",
    "forecast", "forecast_assumptions", "forecast_csv", "forecast_document", "frontier", "home_of", "latest",
    "next_year", "pin", "pinned_document", "proposal_document", "proposals_csv", "run", "run_document",
    "stale", "stop", "take_back", "unconfirm", "year_csv", "year_document", "year_of",
]  # fmt: skip
__getattr__ = doors(__name__, {
    "asking": "KINDS answer ask case choose cut frontier latest run run_document stop",
    "boarding": "board",
    "confirming": "Confirmed confirm confirmed_document unconfirm",
    "exporting": "proposals_csv year_csv",
    "forecast_documents": "effect_sentence forecast_assumptions forecast_csv forecast_document",
    "forecasting": "Forecast forecast",
    "pinning": "pin pinned_document take_back",
    "solving": "LIMIT",
    "values": "ALONE Board BoardLimit BoardOption BoardProposal Pinned Run Watch",
    "working": "KIND advance stale",
    "year_documents": "figure_document proposal_document year_document",
    "yearly": "BudgetYear figure home_of next_year year_of",
})  # fmt: skip
