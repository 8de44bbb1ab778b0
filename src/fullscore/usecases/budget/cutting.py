"""What is lost with less money, and what more money would bring, as a document."""

import time
from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from fullscore.engine.budget.asking import controls_of, of_year
from fullscore.engine.budget.cuts import Cut, Kept, More, cut, more
from fullscore.engine.budget.options import taken
from fullscore.engine.budget.saying import rule
from fullscore.engine.budget.solution import Portfolio, Solution, Status
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.findings.sentences_en import say
from fullscore.store import budget as store
from fullscore.usecases.budget import documents
from fullscore.usecases.budget.documents import amount
from fullscore.usecases.budget.posing import Posed
from fullscore.usecases.budget.solving import LIMIT, asking, simulating, solved
from fullscore.usecases.budget.values import Document
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.risk.documents import bad as bad_years
from fullscore.usecases.risk.simulating import SEED
from fullscore.usecases.risk.values import Watch

_NONE = Decimal(0)


def cut_document(
    told: Posed, asked: Decimal, year: int, watch: Watch, *, is_more: bool, limit: float = LIMIT
) -> Document:
    """Return `fullscore/cut/1`: what falls out (or comes in) when a year has so much less (or more)."""
    begun = time.monotonic()
    base = based(told, watch, limit)
    best = asking(watch)
    watch.progress("cut", "")
    if is_more:
        found: Cut | More = more(told.problem, base, asked, best=best, year=year)
    else:
        _check(told, base, asked, year)
        found = cut(told.problem, base, asked, best=best, year=year, names=told.names)
    return {
        **documents.head(told, "cut"),
        "year": told.names.year(year),
        "amount": amount(asked),
        "is_more": is_more,
        "budget": amount(found.budget),
        **_told(told, found),
        **_bad(told, base, found.solution, watch),
        "goals": _goals(told, base.chosen, found.solution),
        **documents.proof(found.solution),
        "findings": documents.said(told.findings),
        "seconds": round(time.monotonic() - begun, 3),
    }


def based(told: Posed, watch: Watch, limit: float = LIMIT) -> Solution:
    """Return the best portfolio of all limits as they are; raises `RefusedError` where there is none."""
    base = solved(told, watch, limit)
    if base.status is Status.IMPOSSIBLE or base.figures is None:
        raise RefusedError(Finding("budget-nothing-chosen", Subject("budget", "limits")))
    return base


def _check(told: Posed, base: Solution, asked: Decimal, year: int) -> None:
    spends = of_year(base.figures.spends, year) if base.figures else _NONE
    if asked > spends:
        values: dict[str, Value] = {"amount": asked, "spends": spends, "when": told.names.year(year),
                  "currency": told.names.currency}  # fmt: skip
        raise RefusedError(Finding("budget-cut-too-much", Subject("budget", "amount"), values))


def _told(told: Posed, found: Cut | More) -> Document:
    lines = found.falls if isinstance(found, Cut) else found.comes
    before, after = found.before, found.after
    gone = _NONE if after is None else documents.value_of(before) - documents.value_of(after)
    return {
        "saved": amount(found.saved if isinstance(found, Cut) else -found.spent),
        "spent": amount(-found.saved if isinstance(found, Cut) else found.spent),
        "lost": amount(gone),
        "gained": amount(-gone),
        "lines": documents.lines_document(lines, before, told),
        "before": documents.figures_document(before),
        "after": None if after is None else documents.figures_document(after),
        "kept": [_kept(told, each) for each in found.kept] if isinstance(found, Cut) else [],
        "alternatives": documents.alternatives_document(found.alternatives, after, told)
        if isinstance(found, Cut) and after is not None else [],
        "clash": documents.clash_document(found.clash) if isinstance(found, Cut) else None,
    }  # fmt: skip


def _kept(told: Posed, each: Kept) -> Document:
    why = None if each.key is None else say(rule(told.problem, each.key, told.names))
    return {
        "ref": each.proposal,
        "name": each.name,
        "option": documents.option_document(each.option, told),
        "spend": amount(each.spend),
        "without": amount(each.without),
        "instead": None if each.instead is None else amount(each.instead),
        "key": each.key,
        "sentence": why or _words(told, each),
    }


def _words(told: Posed, each: Kept) -> str:
    values: dict[str, Value] = {
        "name": each.name,
        "without": Decimal(amount(each.without)),
        "instead": None if each.instead is None else Decimal(amount(each.instead)),
        "currency": told.names.currency,
    }
    return say(Finding("budget-cut-keeps", Subject("proposals", each.proposal), values))


def _bad(told: Posed, base: Solution, after: Solution, watch: Watch) -> Document:
    """Return the bad years before and after, with the same dice; None where there is nothing to simulate."""
    if after.figures is None or not told.risks.risks.scenarios or watch.stop():
        return {"tail": None}
    sets = [controls_of(told.problem, each.chosen) for each in (base, after)]
    compared = partial(simulating(watch), told.risks.risks, seed=SEED)
    # The same controls have the same years: what does not differ is not simulated twice.
    found = compared(sets) if sets[0] != sets[1] else [*compared(sets[:1])] * 2
    return {
        "tail": {
            "years": found[0].years, "seed": SEED, "is_precise": found[0].is_precise,
            "before": bad_years(found[0].net), "after": bad_years(found[1].net),
        }
    }  # fmt: skip


def _goals(told: Posed, before: Portfolio, after: Solution) -> list[Document]:
    """Return for each goal that proposals serve what is earned towards it before and after."""
    if after.figures is None:
        return []
    serves = {row.ref: row.serves for row in told.rows.proposals if row.serves}
    sums = [_by_goal(told, portfolio, serves) for portfolio in (before, after.chosen)]
    names = store.goal_names(told.rows.organisation.pk)
    return [
        {
            "ref": ref, "name": names.get(ref, ref), "is_changed": sums[0][ref] != sums[1][ref],
            "value_before": amount(sums[0][ref]), "value_after": amount(sums[1][ref]),
        }
        for ref in sorted(sums[0])
    ]  # fmt: skip


def _by_goal(told: Posed, portfolio: Portfolio, serves: Mapping[str, str]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for ref, option in taken(told.problem, portfolio).items():
        if ref in serves:
            found[serves[ref]] = found.get(serves[ref], _NONE) + option.goal_value
    return found
