"""The organisation's risks as the engine asks for them, with what cannot be counted and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.findings.trace import Trace
from fullscore.engine.risk.scenario import (
    ActsOn,
    Cause,
    Effect,
    Events,
    Insurance,
    Outage,
    Range,
    Risks,
    Scenario,
    Tolerance,
    Trigger,
)
from fullscore.store import risk as store
from fullscore.store.models import Cause as CauseRow
from fullscore.store.models import Reduction
from fullscore.store.models import Scenario as ScenarioRow
from fullscore.usecases.risk import tracing
from fullscore.usecases.risk.outages import Week, an_hour, week_of
from fullscore.usecases.risk.tracing import Told

_HUNDRED = 100


@dataclass(frozen=True)
class Posed:
    """What risks are worked out from. `hours` holds by scenario what an hour of the clock costs.

    `findings` say what is left out or only half known, by scenario in `left` where the whole of it is.
    """

    rows: store.Rows
    on: date
    risks: Risks
    hours: Mapping[str, Trace]
    left: Mapping[str, tuple[Finding, ...]]
    findings: tuple[Finding, ...]

    @cached_property
    def told(self) -> Mapping[str, Told]:
        """The figures of every scenario that counts, each with where it comes from."""
        causes = {cause.ref: cause.rate for cause in self.risks.causes}
        return {
            each.ref: tracing.told(each, causes, self.hours.get(each.ref)) for each in self.risks.scenarios
        }

    @cached_property
    def expected(self) -> Trace:
        """What a year is expected to cost, scenario by scenario."""
        amounts = tuple(each.expected for each in self.told.values())
        return tracing.total(amounts, "expected loss of a year")


def posed(organisation_id: int, on: date) -> Posed:
    """Read everything and return the risks of the organisation as of a day."""
    rows = store.read_rows(organisation_id)
    causes = {row.ref: cause for row in rows.causes if (cause := _cause(row)) is not None}
    week = _week(rows, on)
    hours, findings = dict[str, Trace](), list[Finding]()
    found, left = list[Scenario](), dict[str, tuple[Finding, ...]]()
    for row in rows.scenarios:
        told = None if week is None else _hour(row, week, findings)
        if told is not None:
            hours[row.ref] = told
        scenario = _scenario(row, _triggers(rows, row, causes), told)
        missing = tuple(_missing(row, scenario))
        if missing:
            left[row.ref] = missing
        else:
            found.append(scenario)
    risks = _risks(rows, tuple(found), tuple(causes.values()), on)
    findings += [each for missing in left.values() for each in missing]
    return Posed(rows, on, risks, hours, left, tuple(findings))


def _risks(rows: store.Rows, scenarios: tuple[Scenario, ...], causes: tuple[Cause, ...], on: date) -> Risks:
    known = {f"scenarios:{each.ref}" for each in scenarios} | {f"causes:{each.ref}" for each in causes}
    return Risks(
        scenarios, causes,
        tuple(each for each in _effects(rows) if each.target in known),
        tuple(_insurances(rows, {each.ref for each in scenarios}, on)),
        tuple(Tolerance(row.ref, row.one_in_years, float(row.amount)) for row in rows.tolerances),
    )  # fmt: skip


def span(low: Decimal | None, likely: Decimal | None, high: Decimal | None) -> Range | None:
    """Return a range of columns; None where nobody has said both ends."""
    if low is None or high is None:
        return None
    return Range(float(low), float(high), None if likely is None else float(likely))


def figure(value: Decimal | None) -> float | None:
    """Return an amount of a column; None where nobody has said it."""
    return None if value is None else float(value)


def often(row: ScenarioRow | CauseRow) -> Range | None:
    return span(row.often_low, row.often_likely, row.often_high)


def hours_down(row: ScenarioRow) -> Range | None:
    return span(row.hours_low, row.hours_likely, row.hours_high)


def _cause(row: CauseRow) -> Cause | None:
    rate = often(row)
    return None if rate is None else Cause(row.ref, row.name, rate, Events(row.events))


def _triggers(rows: store.Rows, row: ScenarioRow, causes: Mapping[str, Cause]) -> tuple[Trigger, ...]:
    return tuple(
        Trigger(each.cause.ref, float(each.share) / _HUNDRED)
        for each in rows.triggers
        if each.scenario_id == row.pk and each.cause.ref in causes
    )


def _scenario(row: ScenarioRow, triggers: tuple[Trigger, ...], told: Trace | None) -> Scenario:
    hours = hours_down(row)
    outage = None if hours is None or told is None else Outage(hours, float(tracing.number(told)))
    share = (figure(row.second_share) or 0.0) / _HUNDRED
    return Scenario(
        row.ref, row.name, often(row), Events(row.events),
        span(row.loss_low, row.loss_likely, row.loss_high), outage, share,
        span(row.second_low, row.second_likely, row.second_high),
        figure(row.most_a_year), triggers,
    )  # fmt: skip


def _missing(row: ScenarioRow, scenario: Scenario) -> Iterator[Finding]:
    about, values = Subject("scenarios", row.ref), {"name": row.name}
    if scenario.rate is None and not scenario.triggers:
        yield Finding("risk-without-often", about, values)
    if scenario.loss is None and scenario.outage is None and scenario.second is None:
        yield Finding("risk-without-cost", about, values)


def _week(rows: store.Rows, on: date) -> Week | None:
    """Return a week to price outages with, where any scenario has one."""
    is_asked = any(row.service_id is not None and hours_down(row) is not None for row in rows.scenarios)
    return week_of(rows.organisation, on) if is_asked else None


def _hour(row: ScenarioRow, week: Week, findings: list[Finding]) -> Trace | None:
    """Return what an hour of the scenario's service costs; what nobody said is named."""
    if row.service is None or hours_down(row) is None:
        return None
    found = week.without(row.service.ref)
    told, about = an_hour(found), Subject("scenarios", row.ref)
    values = {"name": row.name, "service": row.service.name, "ref": row.service.ref}
    if told is None:
        is_used = any(each.is_use_known for each in found.services)
        missing = "what an hour without it costs" if is_used else "who works with it"
        findings.append(Finding("risk-outage-unpriced", about, {**values, "missing": missing}))
    elif not found.is_money_whole:
        findings.append(Finding("risk-outage-partly-priced", about, values))
    return told


def target(row: Reduction) -> str:
    """Return what a reduction acts on, as the engine names it."""
    if row.scenario is not None:
        return f"scenarios:{row.scenario.ref}"
    return f"causes:{row.cause.ref if row.cause else ''}"


def _effects(rows: store.Rows) -> Iterable[Effect]:
    """Return what controls take off that are not there yet: ranges count with those that are."""
    for row in rows.reductions:
        if not row.control.is_in_place:
            yield Effect(row.control.ref, target(row), ActsOn(row.acts_on), float(row.less) / _HUNDRED)


def is_in_force(starts_on: date | None, ends_on: date | None, on: date) -> bool:
    return (starts_on is None or starts_on <= on) and (ends_on is None or on <= ends_on)


def _insurances(rows: store.Rows, scenarios: set[str], on: date) -> Iterable[Insurance]:
    for row in rows.insurances:
        ref = row.scenario.ref if row.scenario else None
        if is_in_force(row.starts_on, row.ends_on, on) and (ref is None or ref in scenarios):
            share, most = float(row.share) / _HUNDRED, figure(row.most_a_year)
            yield Insurance(row.ref, ref, figure(row.deductible) or 0.0, share, most)
