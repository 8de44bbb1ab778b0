"""What risks come to as a document: the same for REST, the command line and the kept answer."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.findings.problem import finding_document
from fullscore.engine.findings.trace import as_document, named
from fullscore.engine.money.amounts import cents, plain
from fullscore.engine.risk.scenario import Tolerance
from fullscore.engine.risk.simulation import BAD_YEARS, Outlook, Point, Simulation
from fullscore.usecases.risk.posing import Posed
from fullscore.usecases.risk.tracing import number
from fullscore.usecases.risk.values import Document

_SHARE, _CHANCE = 6, 9


def risk_document(told: Posed, found: Simulation | None) -> Document:
    """Return `fullscore/risk/1`; `found` None where there is nothing to simulate."""
    row = told.rows.organisation
    document: Document = {
        "schema": "fullscore/risk/1",
        "organisation": row.ref,
        "on": told.on.isoformat(),
        "currency": row.currency,
        "years": found.years if found else 0,
        "seed": found.seed if found else None,
        "is_precise": bool(found and found.is_precise),
        "is_stopped": bool(found and found.is_stopped),
        "expected": amount(float(number(told.expected))),
        **(outlook(found.gross) if found else _NOTHING),
        "after_insurance": outlook(found.net) if found and told.risks.insurances else None,
        "scenarios": [_scenario(told, ref, found) for ref in told.told],
        "tolerances": [_tolerance(told, each, found) for each in told.risks.tolerances],
        "findings": [finding_document(each) for each in told.findings],
        "traces": [as_document(named(told.expected, "expected"))],
    }
    return document


_NOTHING: Document = {"mean": None, "error": None, "median": None, "points": [], "curve": []}


def outlook(found: Outlook) -> Document:
    """Return how bad years are: amounts with their 95 % intervals."""
    return {
        "mean": amount(found.mean),
        "error": amount(found.error),
        "median": point(found.median),
        "points": [{"one_in": years, **point(found.points[years])} for years in sorted(found.points)],
        "curve": [[amount(loss), round(chance, _CHANCE)] for loss, chance in found.curve],
    }


def bad(found: Outlook) -> Document:
    """Return the mean and the bad years without their curve."""
    return {name: value for name, value in outlook(found).items() if name != "curve"}


def point(found: Point) -> Document:
    return {"value": amount(found.value), "low": amount(found.low), "high": amount(found.high)}


def amount(value: float | Decimal) -> str:
    """Return money as documents write it."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    return plain(cents(exact))


def _scenario(told: Posed, ref: str, found: Simulation | None) -> Document:
    figures = told.told[ref]
    row = next(each for each in told.rows.scenarios if each.ref == ref)
    whole = number(told.expected)
    share = float(number(figures.expected) / whole) if whole else 0.0
    return {
        "ref": ref,
        "name": row.name,
        "mean": amount(float(number(figures.expected))),
        "share": round(share, _SHARE),
        **{f"bad_{years}": _share(found, years, ref) for years in BAD_YEARS},
        "is_assumed": row.is_assumed,
        "said_by": row.said_by or None,
        "said_on": day(row.said_on),
    }


def _share(found: Simulation | None, years: int, ref: str) -> float | None:
    return None if found is None else round(found.shares[years].get(ref, 0.0), _SHARE)


def day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


@dataclass(frozen=True, slots=True)
class _Kept:
    """How one tolerance is met before or after insurance."""

    chance: float | None
    value: str | None
    is_kept: bool | None


def _tolerance(told: Posed, each: Tolerance, found: Simulation | None) -> Document:
    row = next(one for one in told.rows.tolerances if one.ref == each.ref)
    gross, net = (_kept(each, one) for one in ((found.gross, found.net) if found else (None, None)))
    return {
        "ref": each.ref,
        "name": row.name,
        "years": each.years,
        "amount": amount(each.amount),
        "said_by": row.said_by or None,
        "said_on": day(row.said_on),
        "chance": gross.chance,
        "value": gross.value,
        "is_kept": gross.is_kept,
        "net_chance": net.chance,
        "net_value": net.value,
        "is_kept_net": net.is_kept,
    }


def _kept(each: Tolerance, found: Outlook | None) -> _Kept:
    if found is None:
        return _Kept(None, None, None)
    chance = found.chance_of(each.amount)
    known = found.points.get(each.years)
    is_kept = known.value <= each.amount if known else chance <= 1 / each.years
    return _Kept(round(chance, _CHANCE), amount(known.value) if known else None, is_kept)
