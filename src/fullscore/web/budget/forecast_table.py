"""Years side by side by purpose, vendor or the like, and the dearest causes of each; all of it opens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fullscore.engine.budget.forecast.forecast import Cells, added, amount_of
from fullscore.engine.findings.trace import Trace
from fullscore.usecases.budget import Forecast
from fullscore.web.templatetags.words import money
from fullscore.web.vendors import sums
from fullscore.web.vendors.sums import Sum

_MOST_ROWS, _MOST_CAUSES = 12, 5
_REGISTERS = {"vendor": "vendors", "service": "services", "team": "teams"}
_NOBODY = {"vendor": "no vendor named", "service": "no service named", "team": "stays with IT"}
KINDS = {
    "contract": "contracts", "seats": "seats beyond those paid for", "refresh": "replacements",
    "plan": "accepted plans", "project": "accepted proposals",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure; `key` names the sum that opens under it, "" where there is nothing to open."""

    words: str
    key: str
    is_wide: bool


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    cells: tuple[Cell, ...]
    is_purpose: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    heads: tuple[tuple[str, bool], ...]
    lines: tuple[Line, ...]
    total: Line
    sums: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    name: str
    about: str
    amount: str
    key: str


@dataclass(frozen=True, slots=True)
class Causes:
    """The dearest causes of each whole year, with how much all others come to."""

    years: tuple[tuple[str, tuple[Cause, ...], str], ...]
    sums: tuple[Sum, ...]


def year_name(found: Forecast, place: int) -> str:
    """Return what a span is called: 2027, or the rest of 2026."""
    year = found.year_named(place)
    return str(year) if found.found.spans[place].is_whole else f"the rest of {year}"


def all_years(found: Forecast) -> str:
    names = [year_name(found, place) for place in found.found.whole]
    return names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"


def table(found: Forecast, way: str) -> Table:
    """Return the table; what comes after the first dozen rows stands together."""
    opened: list[Sum] = []
    groups = list(found.found.by(way).items())
    rows = [(_name(found, way, key), cells) for key, cells in groups[:_MOST_ROWS]]
    rest = groups[_MOST_ROWS:]
    if rest:
        spans = range(len(found.found.spans))
        together = tuple(added((cells[place] for _, cells in rest), "others") for place in spans)
        rows.append((f"{len(rest)} more", together))
    lines = tuple(
        Line(name, tuple(_cells(found, f"g{number}", name, cells, opened)), way == "purpose")
        for number, (name, cells) in enumerate(rows)
    )
    total = Line("Together", tuple(_cells(found, "all", "All of it", found.found.years, opened)))
    return Table(tuple(_heads(found)), lines, total, tuple(opened))


def _heads(found: Forecast) -> Iterator[tuple[str, bool]]:
    first = found.found.whole[0]
    for place in range(len(found.found.spans)):
        yield year_name(found, place).replace("the rest", "Rest"), place != first
    if len(found.found.whole) > 1:
        yield all_years(found), False


def _cells(found: Forecast, key: str, name: str, cells: Cells, opened: list[Sum]) -> Iterator[Cell]:
    first = found.found.whole[0]
    for place, trace in enumerate(cells):
        when = year_name(found, place)
        yield _cell(found, f"{key}-{place}", f"{name}, {when}", trace, opened, is_wide=place != first)
    if len(found.found.whole) > 1:
        whole = added(_by_year(found, cells), name)
        when = all_years(found)
        yield _cell(found, f"{key}-all", f"{name}, {when}", whole, opened, is_wide=False)


def _by_year(found: Forecast, cells: Cells) -> Iterator[Trace]:
    """Yield what each whole year comes to, called by its name."""
    for place in found.found.whole:
        yield Trace(amount_of(cells[place]), op="sum", args=(cells[place],), note=year_name(found, place))


def _cell(found: Forecast, key: str, title: str, trace: Trace, opened: list[Sum], *, is_wide: bool) -> Cell:
    if not amount_of(trace):
        return Cell("", "", is_wide)
    told = sums.of_money(key, title[:1].upper() + title[1:], trace, found.currency, "in all")
    assert told is not None
    opened.append(told)
    return Cell(money(amount_of(trace), found.currency), key, is_wide)


def _name(found: Forecast, way: str, key: str | None) -> str:
    if way == "kind":
        return KINDS[key or ""]
    if key is None:
        return _NOBODY.get(way, "")
    return found.name(_REGISTERS[way], key) if way in _REGISTERS else key


def causes(found: Forecast) -> Causes:
    """Return the dearest causes of each whole year."""
    opened: list[Sum] = []
    years = tuple(_causes(found, place, opened) for place in found.found.whole)
    return Causes(years, tuple(opened))


def _causes(found: Forecast, place: int, opened: list[Sum]) -> tuple[str, tuple[Cause, ...], str]:
    every = found.found.causes(place)
    shown = []
    for number, (part, trace) in enumerate(every[:_MOST_CAUSES]):
        key = f"c{place}-{number}"
        told = sums.of_money(key, f"{part.name}, {year_name(found, place)}", trace, found.currency, "in all")
        assert told is not None
        opened.append(told)
        about = ", ".join(_about(found, part.kind, part.purpose, part.team))
        shown.append(Cause(part.name, about, money(amount_of(trace), found.currency), key))
    return year_name(found, place), tuple(shown), _others([trace for _, trace in every], found)


def _about(found: Forecast, kind: str, purpose: str, team: str | None) -> Iterator[str]:
    yield KINDS[kind]
    yield purpose
    if team:
        yield found.name("teams", team)


def _others(traces: Sequence[Trace], found: Forecast) -> str:
    rest = traces[_MOST_CAUSES:]
    if not rest:
        return ""
    return f"{len(rest)} more, {money(amount_of(added(rest, None)), found.currency)} together"
