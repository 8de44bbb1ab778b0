"""The page of risk in one value: what may happen, what it is expected to cost, and the newest simulation."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from fullscore.engine.calendars.clock import zone_of
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.risk.parts import expected, parts
from fullscore.engine.risk.scenario import Part
from fullscore.store import budget as proposals
from fullscore.store import risk as store
from fullscore.store.models import Reduction
from fullscore.store.models import Scenario as ScenarioRow
from fullscore.usecases.risk import runs
from fullscore.usecases.risk.posing import Posed, figure, hours_down, is_in_force, often, posed, span
from fullscore.usecases.risk.simulating import KINDS, print_of
from fullscore.usecases.risk.values import Borne, Insured, Lessening, RiskBoard, RiskScenario

Ways = Mapping[int, tuple[tuple[str, str, str], ...]]
_HUNDRED = 100


def board(*, by: Member, on: date, now: datetime) -> RiskBoard:
    """Return all of it as of a day; nothing is simulated here."""
    by.require(Right.PLAN_GOALS)
    told = posed(by.organisation_id, on)
    row, print_now = told.rows.organisation, print_of(told)
    newest = proposals.newest(row.pk)
    return RiskBoard(
        organisation=row.ref,
        currency=row.currency,
        on=on,
        now=now.astimezone(zone_of(row.zone)),
        scenarios=tuple(_scenarios(told, _ways(row.pk))),
        expected=told.expected if told.told else None,
        insurances=tuple(_insured(told.rows, on)),
        tolerances=tuple(
            Borne(each.ref, each.name, each.one_in_years, float(each.amount), each.said_by, each.said_on)
            for each in told.rows.tolerances
        ),
        findings=told.findings,
        run=runs.newest(row.pk, *KINDS, fingerprint=print_now),
        kept=runs.kept(row.pk, *KINDS, fingerprint=print_now),
        newest=newest.astimezone(zone_of(row.zone)) if newest else None,
        may_edit=by.may(Right.EDIT_REGISTERS),
        names={each.ref: each.name for each in told.rows.causes}
        | {each.ref: each.name for each in told.rows.controls},
    )


def _ways(organisation_id: int) -> Ways:
    """Return by control the ways that would bring it: of proposals that are not declined."""
    rows = proposals.read_rows(organisation_id)
    found: dict[int, list[tuple[str, str, str]]] = {}
    for each in rows.proposals:
        for option in rows.options.get(each.pk, ()) if each.state != "declined" else ():
            for bringing in rows.brings.get(option.pk, ()):
                found.setdefault(bringing.control_id, []).append((each.ref, each.name, option.name))
    return {control: tuple(ways) for control, ways in found.items()}


def _scenarios(told: Posed, ways: Ways) -> Iterator[RiskScenario]:
    known = parts(told.risks)
    for row in told.rows.scenarios:
        mine = tuple(part for part in known if part.scenario == row.ref)
        figures, an_hour = told.told.get(row.ref), told.hours.get(row.ref)
        yield RiskScenario(
            row.ref, row.name, row.kind, row.story, row.events,
            service_ref=row.service.ref if row.service else None,
            service_name=row.service.name if row.service else "",
            owner=row.owner.name if row.owner else "",
            rate=often(row),
            hours=hours_down(row),
            loss=span(row.loss_low, row.loss_likely, row.loss_high),
            second=span(row.second_low, row.second_likely, row.second_high),
            second_share=None if not row.second_share else float(row.second_share) / _HUNDRED,
            cap=figure(row.most_a_year),
            is_assumed=row.is_assumed,
            said_by=row.said_by,
            said_on=row.said_on,
            times_a_year=figures.times if figures else None,
            one_costs=figures.one if figures else None,
            expected=figures.expected if figures else None,
            an_hour=an_hour,
            is_priced=hours_down(row) is None or an_hour is not None,
            triggers=tuple(
                (each.cause.ref, each.cause.name, float(each.share) / _HUNDRED)
                for each in told.rows.triggers if each.scenario_id == row.pk
            ),
            controls=tuple(_lessenings(told.rows, row, mine, ways)),
            unusable=told.left.get(row.ref, ()),
        )  # fmt: skip


def _lessenings(
    rows: store.Rows, row: ScenarioRow, mine: tuple[Part, ...], ways: Ways
) -> Iterator[Lessening]:
    causes = {each.cause_id: each.cause for each in rows.triggers if each.scenario_id == row.pk}
    for each in rows.reductions:
        if each.scenario_id == row.pk or each.cause_id in causes:
            yield _lessening(each, mine, ways)


def _lessening(each: Reduction, mine: tuple[Part, ...], ways: Ways) -> Lessening:
    control = each.control
    return Lessening(
        control.ref, control.name, control.is_in_place, each.acts_on, float(each.less) / _HUNDRED,
        each.is_assumed, each.said_by, each.said_on, each.cause.name if each.cause else "",
        None if control.is_in_place else expected(mine, (control.ref,)), ways.get(control.pk, ()),
    )  # fmt: skip


def _insured(rows: store.Rows, on: date) -> Iterator[Insured]:
    for row in rows.insurances:
        yield Insured(
            row.ref, row.name, row.scenario.name if row.scenario else None, figure(row.deductible) or 0.0,
            float(row.share) / _HUNDRED, figure(row.most_a_year),
            is_in_force(row.starts_on, row.ends_on, on),
        )  # fmt: skip
