"""Registers of the budget: what is proposed, in which ways it can be done, and within what limits."""

from fullscore.store.models.budget.limits import Limit
from fullscore.store.models.budget.options import Bringing, Need, Option, Outlay
from fullscore.store.models.budget.proposals import Proposal
from fullscore.store.models.budget.runs import BudgetRun

__all__ = ["Bringing", "BudgetRun", "Limit", "Need", "Option", "Outlay", "Proposal"]
