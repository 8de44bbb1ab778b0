"""Registers of the budget: lines and bills, what is proposed, how it can be done, and within what limits."""

from fullscore.store.models.budget.limits import Limit
from fullscore.store.models.budget.lines import Bill, Line, LineAmount
from fullscore.store.models.budget.options import Bringing, Need, Option, Outlay
from fullscore.store.models.budget.proposals import Proposal
from fullscore.store.models.budget.runs import BudgetRun

__all__ = [
    "Bill", "Bringing", "BudgetRun", "Limit", "Line", "LineAmount", "Need", "Option", "Outlay", "Proposal",
]  # fmt: skip
