"""The years to come as a forecast: everything that is known read whole, and worked out once a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from fullscore.engine.budget.forecast.facts import AskedFact, Booked, Known, OutlayFact, Part, ProjectFact
from fullscore.engine.budget.forecast.forecast import YEARS
from fullscore.engine.budget.forecast.forecast import Forecast as Found
from fullscore.engine.budget.forecast.forecast import forecast as worked_out
from fullscore.engine.budget.year.facts import REFRESH, Flow, Heading, Home
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.goals.periods import shifted
from fullscore.engine.registers.access import Member, Right
from fullscore.store import budget as proposals
from fullscore.store import budget_lines as lines
from fullscore.store import contracts, reading
from fullscore.store import goals as kept
from fullscore.store.models import Option as OptionRow
from fullscore.store.models import Organisation
from fullscore.store.models import Proposal as ProposalRow
from fullscore.usecases.budget import gathering
from fullscore.usecases.budget.periods import periods_after
from fullscore.usecases.estate import support_ends
from fullscore.usecases.goals import recalling
from fullscore.usecases.goals.planning import refuse_far
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.risk import runs


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the years to come cost; `names` are what rows are called, by register and ref.

    `begins` names the proposals whose start nobody has said: they count from next month.
    """

    organisation: str
    currency: str
    on: date
    years: int
    is_smoothed: bool
    fiscal_start: int
    found: Found
    names: Mapping[tuple[str, str], str]
    ages: Mapping[str, datetime]
    begins: tuple[str, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.found.parts

    @property
    def first(self) -> date:
        return self.found.first

    @property
    def months(self) -> int:
        return self.found.months

    @property
    def newest(self) -> datetime | None:
        return max(self.ages.values(), default=None)

    def name(self, register: str, ref: str | None) -> str:
        """Return what a row is called; its ref where it is not there, "" for none."""
        return self.names.get((register, ref), ref) if ref else ""

    def year_named(self, place: int) -> int:
        """Return what the fiscal year of a span is called: the calendar year it ends in."""
        begin, start = self.found.spans[place].begin, self.fiscal_start
        return begin.year + (start > 1 and begin.month >= start)


def forecast(*, by: Member, on: date, years: int = 5, is_smoothed: bool = False) -> Forecast:
    """Return the rest of the fiscal year in hand and so many whole ones: 1, 3 or 5.

    Raises `RefusedError` "budget-forecast-years" for any other number.
    """
    by.require(Right.PLAN_GOALS)
    refuse_far(on)
    if years not in YEARS:
        about = Subject("budget", "forecast")
        raise RefusedError(Finding("budget-forecast-years", about, {"value": str(years)[:20]}))
    key = ("forecast", by.organisation_id, on, years, is_smoothed)
    return recalling.recalled(key, lambda: _forecast(by, on, years, is_smoothed=is_smoothed))


def _forecast(by: Member, on: date, years: int, *, is_smoothed: bool) -> Forecast:
    of = by.organisation_id
    start = Organisation.objects.get(pk=of).fiscal_start_month
    known, begins = known_of(of, on)
    found = worked_out(known, on=on, fiscal_start=start, years=years, is_smoothed=is_smoothed)
    return Forecast(
        by.organisation, known.bound.currency, on, years, is_smoothed, start, found, _names(known),
        {**contracts.read_contract_ages(of), **_ages(of)}, begins,
    )  # fmt: skip


def _ages(organisation_id: int) -> Mapping[str, datetime]:
    proposed = proposals.newest(organisation_id, ("proposals", "options", "outlays"))
    return {"proposals": proposed} if proposed else {}


def _names(known: Known) -> Mapping[tuple[str, str], str]:
    bound = known.bound
    every = (bound.vendors, bound.contracts, bound.services, bound.teams, known.estate.models)
    return {(one.REGISTER, one.ref): one.name for named in every for one in named}


def known_of(organisation_id: int, on: date) -> tuple[Known, tuple[str, ...]]:
    """Return all a forecast is made from, and the proposals whose start nobody has said."""
    # With the instalments that bills have shown: a price by the year may fall due by the month.
    bound = gathering.gathered(organisation_id, on).bound
    projects, begins = _projects(organisation_id, on)
    warranties = {one.ref: one.warranty_ends_on for one in bound.held.items if one.warranty_ends_on}
    known = Known(
        bound=bound,
        estate=reading.read_estate(organisation_id),
        ends=_ends(organisation_id),
        warranties=warranties,
        booked={
            line.contract: Booked(line.purpose, line.treatment)
            for line in lines.read_lines(organisation_id)
            if line.contract
        },
        asked=tuple(_asked(organisation_id)),
        projects=projects,
    )
    return known, begins


def _ends(organisation_id: int) -> Mapping[str, date]:
    """Return the day support of each thing ends, where anybody knows."""
    ends = support_ends.ends_by_item(organisation_id)
    return {ref: end.ends_on for ref, end in ends.items() if end.ends_on is not None}


def _asked(organisation_id: int) -> Iterator[AskedFact]:
    """Yield what accepted plans want ordered, or have ordered."""
    rows = kept.orders(organisation_id).filter(plan__state="accepted", state__in=("to order", "ordered"))
    for row in rows:
        order = row.purchase_order
        yield AskedFact(
            str(row.pk), row.plan.ref, row.register, row.ref, row.name, row.need_by, row.cost_once,
            row.cost_year, came_on=order.received_on if order else None,
        )  # fmt: skip


def _projects(organisation_id: int, on: date) -> tuple[tuple[ProjectFact, ...], tuple[str, ...]]:
    rows = proposals.read_rows(organisation_id)
    chosen = _chosen(organisation_id, rows)
    accepted = [row for row in rows.proposals if row.state == "accepted"]
    found = tuple(_project(row, rows, chosen, on) for row in accepted)
    begins = tuple(
        row.ref for row in accepted if row.starts_from is None and not chosen.get(row.ref, _NONE).starts_on
    )
    return found, begins


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What the newest choice says of a proposal: its way, and the first day of the quarter it starts in."""

    option: str = ""
    starts_on: date | None = None


_NONE = _Chosen()


def _chosen(organisation_id: int, rows: proposals.Rows) -> Mapping[str, _Chosen]:
    run = runs.kept(organisation_id, "choose")
    if run is None or run.document is None:
        return {}
    periods = periods_after(run.on, rows.organisation.fiscal_start_month)
    told = cast("Mapping[str, Any]", run.document).get("proposals", ())
    return {
        each["ref"]: _Chosen(each["option"]["way"], periods.quarter_start(each["option"]["starts"]))
        for each in told
        if each["is_in"]
    }


def _project(row: ProposalRow, rows: proposals.Rows, chosen: Mapping[str, _Chosen], on: date) -> ProjectFact:
    """Return an accepted proposal in its way: the one pinned, else chosen, else the only one there is."""
    said = chosen.get(row.ref, _NONE)
    starts = row.starts_from or said.starts_on or shifted(on.replace(day=1), 1)
    option = _option(rows.options.get(row.pk, ()), said.option)
    if option is None:
        return ProjectFact(row.ref, row.name, row.purpose, starts)
    outlays = tuple(
        OutlayFact(each.ref, each.year, each.amount, each.note or None)
        for each in rows.outlays.get(option.pk, ())
    )
    return ProjectFact(
        row.ref, row.name, row.purpose, starts, option.ref, option.name, option.once_cost,
        option.yearly_cost, outlays,
    )  # fmt: skip


def _option(options: tuple[OptionRow, ...], chosen: str) -> OptionRow | None:
    ways = [each for each in options if not each.is_nothing and each.pin != "forbidden"]
    pinned = [each for each in ways if each.pin == "pinned"]
    told = pinned or [each for each in ways if each.ref == chosen]
    if told:
        return told[0]
    return ways[0] if len(ways) == 1 else None


def home_of_part(part: Part) -> Home:
    """Return where a part belongs in a fiscal year: to its contract, its proposal, its goal, or refresh."""
    return REFRESH if part.kind == "refresh" else (part.register, part.ref)


def flows(found: Forecast) -> Iterator[Flow]:
    """Yield every month of every part as it belongs in a fiscal year."""
    for part in found.parts:
        home = home_of_part(part)
        for month, amount in sorted(part.amounts.items()):
            yield Flow(home, month, amount, part.within(month, month))


def headings(found: Forecast) -> Mapping[Home, Heading]:
    """Return what the parts are called that no line, contract or vendor names."""
    return {
        home: Heading(
            home, part.name if part.kind != "plan" else f"Plan {part.ref}", part.purpose, part.treatment
        )
        for part in found.parts
        if part.kind in {"plan", "project"}
        for home in (home_of_part(part),)
    }
