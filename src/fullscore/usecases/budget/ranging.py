"""What each budget of the first year brings at best, as a document."""

import time

from fullscore.engine.budget.asking import of_year
from fullscore.engine.budget.frontier import Point, frontier, totals
from fullscore.engine.budget.solution import Solution
from fullscore.usecases.budget import documents
from fullscore.usecases.budget.cutting import based
from fullscore.usecases.budget.documents import amount
from fullscore.usecases.budget.posing import Posed
from fullscore.usecases.budget.solving import LIMIT, asking
from fullscore.usecases.budget.values import Document
from fullscore.usecases.risk.values import Watch


def frontier_document(told: Posed, year: int, watch: Watch, limit: float = LIMIT) -> Document:
    """Return `fullscore/frontier/1`: the best value of rising budgets, with the plan among them."""
    begun = time.monotonic()
    base, best = based(told, watch, limit), asking(watch)
    wanted = totals(told.problem, base, best=best, year=year)
    found = frontier(
        told.problem, wanted, best=best, year=year, stop=watch.stop,
        progress=lambda share: watch.progress("frontier", f"{share:.0%}"),
    )  # fmt: skip
    plan = _plan(base, year)
    return {
        **documents.head(told, "frontier"),
        "year": told.names.year(year),
        "points": [_point(each, plan) for each in found.points],
        "impossible": [amount(each) for each in found.impossible],
        "flat_from": None if found.flat_from is None else amount(found.flat_from),
        "plan": plan,
        "findings": documents.said(told.findings),
        "seconds": round(time.monotonic() - begun, 3),
    }


def _plan(base: Solution, year: int) -> Document:
    assert base.figures is not None
    return {
        "spend": amount(of_year(base.figures.spends, year)),
        "value": amount(documents.value_of(base.figures)),
    }


def _point(each: Point, plan: Document) -> Document:
    """Return one point; the plan is where its value is first brought, maybe for less in this year."""
    value = amount(documents.value_of(each.figures))
    return {
        "budget": amount(each.budget), "spend": amount(each.spend), "value": value,
        "loss": amount(documents.loss_of(each.figures)), "status": each.status.value,
        "gap": round(each.gap, 9), "is_plan": value == plan["value"],
    }  # fmt: skip
