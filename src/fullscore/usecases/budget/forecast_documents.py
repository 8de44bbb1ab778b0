"""A forecast as a document, the same by REST and `--json`, and as a sheet."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from fullscore.engine.budget.forecast import saying
from fullscore.engine.budget.forecast.facts import Part
from fullscore.engine.budget.forecast.forecast import WAYS, Cells, amount_of, first_of
from fullscore.engine.findings.trace import Trace, as_document, named
from fullscore.engine.money.amounts import plain
from fullscore.paper import tables
from fullscore.usecases.budget.forecasting import Forecast

Document = dict[str, object]
_REGISTERS = {"vendor": "vendors", "service": "services", "team": "teams"}


def forecast_document(found: Forecast) -> Document:
    """Return `fullscore/forecast/1`: years, months, parts and groupings, each with the one total."""
    whole = found.found
    years = whole.years
    shown = dict(_shown(found))
    return {
        "schema": "fullscore/forecast/1",
        "organisation": found.organisation,
        "on": found.on.isoformat(),
        "currency": found.currency,
        "data_as_of": {name: at.isoformat(timespec="seconds") for name, at in found.ages.items()},
        "years": found.years,
        "is_smoothed": found.is_smoothed,
        "title": saying.title(whole, found.currency),
        "total": _money(whole.total),
        "rest": None if whole.rest is None else _money(whole.rest),
        "spans": [_span(found, place, years[place]) for place in range(len(years))],
        "months": [
            {"month": _month(month), "amount": plain(whole.month(month))}
            for month in range(whole.spans[0].first, whole.spans[-1].last + 1)
        ],
        "by": {way: list(_groups(found, way, shown)) for way in WAYS},
        "parts": [_part(found, part, cells) for part, cells in zip(whole.parts, whole.cells, strict=True)],
        "unknown": [
            {"kind": one.kind, "register": one.register, "ref": one.ref or None, "name": one.name or None,
             "why": one.why, "count": one.count, "sentence": saying.unknown(one)}
            for one in whole.unknown
        ],
        "assumptions": list(forecast_assumptions(found)),
        "effect": {
            "before": [plain(each) for each in whole.effect.before],
            "after": [plain(each) for each in whole.effect.after],
            "moved": whole.effect.moved,
            "sentence": effect_sentence(found),
        },
        "trace": _figures({}, total=whole.total, rest=whole.rest),
    }  # fmt: skip


def forecast_assumptions(found: Forecast) -> tuple[str, ...]:
    """Return what is taken for granted, in words."""
    begins = tuple(part.name for part in found.parts if part.kind == "project" and part.ref in found.begins)
    ends = tuple(found.name("contracts", ref) for ref in found.found.ends)
    return saying.assumptions(found.found, begins, ends)


def _span(found: Forecast, place: int, amount: Trace) -> Document:
    span = found.found.spans[place]
    return {
        "year": found.year_named(place), "first": _month(span.first), "last": _month(span.last),
        "is_whole": span.is_whole, "amount": _money(amount),
    }  # fmt: skip


def _groups(found: Forecast, way: str, shown: Mapping[int, str]) -> Iterator[Document]:
    for key, cells in found.found.by(way).items():
        name = found.name(_REGISTERS[way], key) if way in _REGISTERS else key
        figures = {f"amounts.{_key(found, place)}": cell for place, cell in enumerate(cells)}
        yield {
            "key": key, "name": name or None, "amounts": _amounts(found, cells),
            "total": plain(total_of(found, cells)), "trace": _figures(shown, **figures),
        }  # fmt: skip


def _amounts(found: Forecast, cells: Cells) -> Document:
    return {_key(found, place): _money(cell) for place, cell in enumerate(cells)}


def _key(found: Forecast, place: int) -> str:
    """Return what a span is called among amounts: 2027, or rest."""
    return str(found.year_named(place)) if found.found.spans[place].is_whole else "rest"


def total_of(found: Forecast, cells: Cells) -> Decimal:
    """Return what a row of spans comes to over the whole years."""
    return sum((amount_of(cells[place]) for place in found.found.whole), Decimal(0))


def _part(found: Forecast, part: Part, cells: Cells) -> Document:
    return {
        "kind": part.kind, "register": part.register, "ref": part.ref, "name": part.name,
        "purpose": part.purpose, "treatment": part.treatment, "vendor": part.vendor,
        "service": part.service, "team": part.team,
        "months": {_month(month): plain(amount) for month, amount in sorted(part.amounts.items())},
        "amounts": _amounts(found, cells), "total": plain(total_of(found, cells)),
    }  # fmt: skip


def effect_sentence(found: Forecast) -> str:
    """Return what even cohorts change, or would."""
    whole = found.found
    years = [found.year_named(place) for place in whole.whole]
    return saying.effect(whole.effect, years, found.currency, is_done=whole.is_smoothed)


def _shown(found: Forecast) -> Iterator[tuple[int, str]]:
    """Name what a part costs in a span by where the document's sum spells it out."""
    for number, cells in enumerate(found.found.cells):
        yield from (
            (id(cell), f"parts.{number}.amounts.{_key(found, place)}") for place, cell in enumerate(cells)
        )


def _figures(shown: Mapping[int, str], **amounts: Trace | None) -> Mapping[str, object]:
    args = (named(trace, name) for name, trace in amounts.items() if trace is not None)
    return as_document(Trace(None, op="figures", args=tuple(args)), shown)


def _money(trace: Trace) -> str:
    return plain(amount_of(trace))


def _month(number: int) -> str:
    return f"{first_of(number):%Y-%m}"


def forecast_csv(found: Forecast) -> bytes:
    """Return a forecast as a sheet: a line for each cause, a column for each month."""
    spans = found.found.spans
    months = range(spans[0].first, spans[-1].last + 1)
    header = (
        "kind", "register", "ref", "name", "purpose", "treatment", "vendor", "service", "team",
        *(_month(month) for month in months), "total", "currency",
    )  # fmt: skip
    return tables.csv_bytes(header, (_cells(part, months, found.currency) for part in found.parts))


def _cells(part: Part, months: range, currency: str) -> list[str]:
    amounts = [part.amounts.get(month) for month in months]
    return [
        part.kind, part.register, part.ref, part.name, part.purpose, part.treatment, part.vendor or "",
        part.service or "", part.team or "", *("" if each is None else plain(each) for each in amounts),
        plain(sum((each for each in amounts if each is not None), Decimal(0))), currency,
    ]  # fmt: skip
