"""The best use of the money as a document."""

from decimal import Decimal

from fullscore.engine.budget.lines import worth
from fullscore.engine.budget.options import nothing_of, options_of, taken, way_of
from fullscore.engine.budget.problem import Option, Proposal, Purpose
from fullscore.engine.budget.reasons import Reason
from fullscore.engine.budget.solution import Figures, Portfolio
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.money.amounts import cents
from fullscore.usecases.budget import documents, tracing
from fullscore.usecases.budget.documents import amount
from fullscore.usecases.budget.posing import Posed
from fullscore.usecases.budget.solving import Bad, Chosen
from fullscore.usecases.budget.values import Document
from fullscore.usecases.risk.documents import bad as bad_years
from fullscore.usecases.risk.documents import outlook

_NONE = Decimal(0)
_EMPTY: Document = {
    "value": None, "goal_value": None, "cost_avoided": None, "loss": None, "spends": [], "hours": [],
    "total": None, "by_purpose": {},
}  # fmt: skip


def choice_document(told: Posed, found: Chosen) -> Document:
    """Return `fullscore/choice/1`: what is in and why, what is out and why, and what is nearly as good."""
    figures = found.solution.figures
    return {
        **documents.head(told, "choice"),
        "budgets": [None if each is None else amount(each) for each in told.problem.budgets],
        "most_hours": [None if each is None else float(each) for each in told.problem.hours],
        **documents.proof(found.solution),
        **(_EMPTY if figures is None else documents.figures_document(figures)),
        "loss_now": _loss_now(told),
        "floors": _shares(told, figures, "floors"),
        "ceilings": _shares(told, figures, "ceilings"),
        "proposals": [] if figures is None else _proposals(told, found),
        "prices": [
            {
                "key": each.key, "option": each.key.partition(":")[2], "price": amount(each.price),
                "sentence": say(each.finding),
            }
            for each in found.prices
        ],
        "alternatives": [] if figures is None else _alternatives(told, found, figures),
        "clash": documents.clash_document(found.clash),
        "tail": None if found.bad is None else tail_document(told, found, found.bad),
        "findings": documents.said((*found.findings, *told.findings)),
        "traces": [] if figures is None else tracing.traces(told, found.solution.chosen),
        "seconds": round(found.seconds, 3),
    }  # fmt: skip


def _loss_now(told: Posed) -> str:
    """Return the expected loss of a year as things are, nothing done."""
    return amount(cents(Decimal(repr(sum(part.amount for part in told.problem.parts)))))


def _shares(told: Posed, figures: Figures | None, name: str) -> list[Document]:
    shares = told.problem.floors if name == "floors" else told.problem.ceilings
    total = sum(figures.spends, _NONE) if figures else _NONE
    return [
        {
            "purpose": purpose.value, "share": float(share),
            "taken": _taken(figures, purpose, total) if figures else None,
        }
        for purpose, share in shares.items()
    ]  # fmt: skip


def _taken(figures: Figures, purpose: Purpose, total: Decimal) -> float:
    return documents.share_of(figures.by_purpose.get(purpose.value, _NONE), total)


def _proposals(told: Posed, found: Chosen) -> list[Document]:
    options, why = taken(told.problem, found.solution.chosen), {each.proposal: each for each in found.reasons}
    rows = {row.ref: row for row in told.rows.proposals}
    return [
        {
            "ref": each.ref,
            "name": each.name,
            "purpose": each.purpose.value,
            "state": rows[each.ref].state,
            "is_mandatory": each.is_mandatory,
            **_option(told, each, options[each.ref], found.solution.chosen),
            **_why(told, why.get(each.ref)),
            "ways": _ways(each),
        }
        for each in told.problem.proposals
    ]


def _option(told: Posed, proposal: Proposal, option: Option, portfolio: Portfolio) -> Document:
    spends = [amount(each) for each in option.spends]
    is_in = not option.is_nothing
    return {
        "is_in": is_in,
        "option": documents.option_document(option, told),
        "spends": spends,
        "hours": [float(each) for each in option.hours],
        "first_year": spends[0] if spends else amount(_NONE),
        "total": amount(sum(option.spends, _NONE)),
        "goal_value": amount(option.goal_value),
        "cost_avoided": amount(option.cost_avoided),
        "lost": amount(worth(told.problem, portfolio, proposal.ref)) if is_in else None,
        "pin": option.pin.value,
    }


def _why(told: Posed, reason: Reason | None) -> Document:
    if reason is None:
        return {"because": None, "sentence": "", "keys": [], "pushes": [], "worse": None, "best_way": None}
    return {
        "because": reason.because.value,
        "sentence": say(reason.finding),
        "keys": list(reason.keys),
        "pushes": list(reason.pushes),
        "worse": None if reason.worse is None else amount(reason.worse),
        "best_way": documents.option_document(reason.option, told),
    }


def _ways(proposal: Proposal) -> list[Document]:
    ways = {way_of(each): each for each in options_of(proposal)}
    nothing = way_of(nothing_of(proposal))
    return [
        {"ref": ref, "name": each.name, "pin": each.pin.value, "is_nothing": ref == nothing}
        for ref, each in ways.items()
    ]


def _alternatives(told: Posed, found: Chosen, figures: Figures) -> list[Document]:
    bad = None
    if found.bad is not None:
        by_choice = {_key(each.chosen): each.simulation.net for each in found.bad.tail.examined}
        bad = {
            place: bad_years(by_choice[_key(each.chosen)])
            for place, each in enumerate(found.alternatives)
            if _key(each.chosen) in by_choice
        }
    return documents.alternatives_document(found.alternatives, figures, told, bad)


def _key(portfolio: Portfolio) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(portfolio.items()))


def tail_document(told: Posed, found: Chosen, bad: Bad) -> Document:
    """Return the bad years of everything examined, after insurance, and of things as they are.

    `shown` is the place (from 1) of the portfolio shown among those examined where it is not the proven one,
    else 0.
    """
    places = [_key(each.chosen) for each in bad.tail.examined]
    here = places.index(_key(found.solution.chosen))
    years = bad.tail.examined[0].simulation
    limit = told.bad_year
    return {
        "years": years.years,
        "seed": bad.tail.seed,
        "is_precise": years.is_precise,
        "count": bad.tail.count,
        "limit": None if limit is None else {"one_in": limit.years, "amount": amount(limit.amount)},
        "now": bad_years(bad.now.net),
        "best": outlook(bad.tail.examined[here].simulation.net),
        "shown": here + 1 if found.is_examined else 0,
        "examined": [
            {
                "number": place, "value": amount(each.value), "keeps_limit": each.is_within,
                "is_sure": each.is_sure, **bad_years(each.simulation.net),
            }
            for place, each in enumerate(bad.tail.examined, 1)
        ],
    }  # fmt: skip
