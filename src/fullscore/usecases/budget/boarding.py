"""The page of the budget in one value: what is proposed, what limits it, and the newest answers."""

from collections.abc import Iterator
from datetime import date, datetime

from fullscore.engine.calendars.clock import zone_of
from fullscore.engine.registers.access import Member, Right
from fullscore.store import budget as store
from fullscore.store.models import Option as OptionRow
from fullscore.store.models import Proposal as ProposalRow
from fullscore.usecases.budget.asking import print_of
from fullscore.usecases.budget.casing import lines_of
from fullscore.usecases.budget.options import spends_of
from fullscore.usecases.budget.posing import Posed, posed
from fullscore.usecases.budget.values import Board, BoardLimit, BoardOption, BoardProposal
from fullscore.usecases.risk import runs


def board(*, by: Member, on: date, now: datetime) -> Board:
    """Return all of it as of a day; nothing is solved here."""
    by.require(Right.PLAN_GOALS)
    told = posed(by.organisation_id, on)
    row = told.rows.organisation
    prints = {kind: print_of(told, kind) for kind in ("choose", "cut", "frontier")}
    newest, zone = store.newest(row.pk), zone_of(row.zone)
    return Board(
        organisation=row.ref,
        currency=row.currency,
        on=on,
        now=now.astimezone(zone),
        proposals=tuple(_proposal(told.rows, each) for each in told.rows.proposals),
        years=told.names.years,
        quarters=told.names.quarters,
        budgets=told.problem.budgets,
        most_hours=told.problem.hours,
        limits=tuple(_limits(told)),
        findings=told.findings,
        refusals=told.refusals,
        run=runs.newest(row.pk, "choose", fingerprint=prints["choose"]),
        kept=runs.kept(row.pk, "choose", fingerprint=prints["choose"]),
        cut=runs.newest(row.pk, "cut", fingerprint=prints["cut"]),
        frontier=runs.newest(row.pk, "frontier", fingerprint=prints["frontier"]),
        newest=newest.astimezone(zone) if newest else None,
        may_edit=by.may(Right.EDIT_REGISTERS),
    )


def _proposal(rows: store.Rows, row: ProposalRow) -> BoardProposal:
    return BoardProposal(
        row.ref, row.name, row.purpose, row.state, row.version, row.why,
        row.owner.name if row.owner else "", row.sponsor.name if row.sponsor else "", row.serves,
        row.is_mandatory, row.mandatory_why,
        tuple(_option(rows, each) for each in rows.options.get(row.pk, ())),
    )  # fmt: skip


def _option(rows: store.Rows, row: OptionRow) -> BoardOption:
    outlays = rows.outlays.get(row.pk, ())
    is_priced = any(each is not None for each in (row.once_cost, row.yearly_cost)) or bool(outlays)
    return BoardOption(
        row.ref, row.name, row.version, row.is_nothing, row.pin, row.pinned_by, row.pinned_on,
        spends_of(rows, row, 0, 1)[0] if is_priced else None, row.once_cost, row.yearly_cost, row.hours,
        row.goal_value, row.cost_avoided, row.value_by, row.value_on, tuple(lines_of(row.must_be_true)),
        tuple((each.control.ref, each.control.name) for each in rows.brings.get(row.pk, ())),
    )  # fmt: skip


def _limits(told: Posed) -> Iterator[BoardLimit]:
    for row in told.rows.limits:
        yield BoardLimit(
            row.ref, row.name, row.kind, row.starts_on, row.amount, row.hours, row.purpose, row.share,
            row.one_in_years, row.said_by, row.said_on,
        )  # fmt: skip
