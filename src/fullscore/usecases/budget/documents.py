"""Portfolios as documents: figures, lines and alternatives, whose parts sum to their whole to the cent."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from fullscore.engine.budget.alternatives import Alternative
from fullscore.engine.budget.clashes import Clash
from fullscore.engine.budget.lines import Line
from fullscore.engine.budget.options import way_of
from fullscore.engine.budget.problem import Option
from fullscore.engine.budget.solution import Figures, Solution
from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.problem import finding_document
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.money.amounts import cents
from fullscore.usecases.budget.posing import Posed
from fullscore.usecases.budget.values import Document
from fullscore.usecases.risk.documents import amount, day

_SHARE, _GAP = 6, 9
_NONE = Decimal(0)


def head(told: Posed, kind: str) -> Document:
    """Return how every document of the budget begins."""
    row = told.rows.organisation
    return {
        "schema": f"fullscore/{kind}/1", "organisation": row.ref, "on": told.on.isoformat(),
        "currency": row.currency, "years": list(told.names.years), "quarters": list(told.names.quarters),
    }  # fmt: skip


def said(findings: Iterable[Finding]) -> list[object]:
    return [finding_document(each) for each in findings]


def proof(found: Solution) -> Document:
    """Return how sure a portfolio is; a bound nobody knows yet is None."""
    is_known = found.figures is not None and found.gap != float("inf")
    return {
        "status": found.status.value,
        "bound": amount(found.bound) if is_known and abs(found.bound) != float("inf") else None,
        "gap": round(found.gap, _GAP) if is_known else None,
        "rounds": found.rounds,
    }


def loss_of(found: Figures) -> Decimal:
    """Return the expected yearly loss to the cent."""
    return cents(Decimal(repr(found.loss)))


def value_of(found: Figures) -> Decimal:
    """Return goal value + cost avoided - expected loss, of amounts as they are shown."""
    return cents(found.goal_value) + cents(found.cost_avoided) - loss_of(found)


def figures_document(found: Figures) -> Document:
    """Return what a portfolio is worth and takes."""
    total = sum(found.spends, _NONE)
    return {
        "value": amount(value_of(found)),
        "goal_value": amount(found.goal_value),
        "cost_avoided": amount(found.cost_avoided),
        "loss": amount(loss_of(found)),
        "spends": [amount(each) for each in found.spends],
        "hours": [float(each) for each in found.hours],
        "total": amount(total),
        "by_purpose": {
            purpose: {"amount": amount(spent), "share": share_of(spent, total)}
            for purpose, spent in found.by_purpose.items()
        },
    }


def share_of(part: Decimal, whole: Decimal) -> float:
    return round(float(part / whole), _SHARE) if whole else 0.0


def option_document(option: Option, told: Posed) -> Document:
    """Return an option as it is taken: its row is `way`, `starts` counts quarters from the first."""
    name = None if option.is_nothing else told.names.quarter(option.starts)
    return {
        "ref": option.ref, "way": way_of(option), "name": option.name, "is_nothing": option.is_nothing,
        "starts": option.starts, "starts_in": name,
    }  # fmt: skip


def lines_document(found: Iterable[Line], before: Figures, told: Posed) -> list[Document]:
    """Return lines whose losses to the cent sum to the difference of the losses that are shown."""
    return list(_lines(found, before, told))


def _lines(found: Iterable[Line], before: Figures, told: Posed) -> Iterator[Document]:
    exact, shown = Decimal(repr(before.loss)), loss_of(before)
    for line in found:
        exact += Decimal(repr(line.loss))
        loss, shown = cents(exact) - shown, cents(exact)
        yield {
            "ref": line.proposal,
            "name": line.name,
            "how": line.how.value,
            "before": option_document(line.before, told),
            "after": option_document(line.after, told),
            "saved": amount(line.saved),
            "lost": amount(cents(line.goal_value) + cents(line.cost_avoided) + loss),
            "goal_value": amount(line.goal_value),
            "cost_avoided": amount(line.cost_avoided),
            "loss": amount(loss),
            "quarters": line.quarters,
            "meanwhile": amount(line.meanwhile),
        }


def alternatives_document(
    found: Iterable[Alternative], best: Figures, told: Posed, bad: Mapping[int, Document] | None = None
) -> list[Document]:
    """Return portfolios nearly as good; `bad` holds the bad years of each by its place, where simulated."""
    return [
        {
            "value": amount(value_of(each.figures)),
            # Within the gap of the proof one may even be a little better.
            "lost": amount(max(value_of(best) - value_of(each.figures), Decimal(0))),
            "loss": amount(loss_of(each.figures)),
            "spends": [amount(one) for one in each.figures.spends],
            "lines": lines_document(each.lines, best, told),
            "bad_years": None if bad is None else bad.get(place),
        }
        for place, each in enumerate(found)
    ]


def clash_document(found: Clash | None) -> Document | None:
    """Return the rules that clash, in words; None where nothing does."""
    if found is None:
        return None
    return {
        "is_proven": found.is_proven,
        "rules": [
            {
                "key": key, "code": finding.code, "register": finding.subject.register,
                "ref": finding.subject.ref, "sentence": say(finding),
            }
            for key, finding in zip(found.keys, found.findings, strict=True)
        ],
    }  # fmt: skip


__all__ = [
    "alternatives_document", "amount", "clash_document", "day", "figures_document", "head", "lines_document",
    "loss_of", "option_document", "proof", "said", "share_of", "value_of",
]  # fmt: skip
