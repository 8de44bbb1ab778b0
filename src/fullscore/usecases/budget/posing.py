"""Proposals, limits and risks as the engine asks for them, with what is left out of a choice and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from fullscore.engine.budget.checking import findings_of
from fullscore.engine.budget.options import way_of
from fullscore.engine.budget.problem import Problem, Proposal, Purpose, Tie
from fullscore.engine.budget.saying import Names
from fullscore.engine.budget.tails import BadYear
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.risk.parts import parts
from fullscore.store import budget as store
from fullscore.store.models import Limit, Need
from fullscore.store.models import Proposal as ProposalRow
from fullscore.usecases.budget.options import options_of
from fullscore.usecases.budget.periods import AHEAD, Periods, periods_after
from fullscore.usecases.risk.posing import Posed as PosedRisks
from fullscore.usecases.risk.posing import posed as posed_risks

_HUNDRED = Decimal(100)
# What only says that something is odd; a choice can be made all the same.
_HARMLESS = frozenset({"budget-tie-unknown"})


@dataclass(frozen=True, slots=True)
class Posed:
    """What a choice is made from. `noted` says what is left out; `refusals` forbid any choice.

    `bad_year` is the limit the owners set on what stays with them in one of so many years.
    """

    rows: store.Rows
    on: date
    periods: Periods
    problem: Problem
    risks: PosedRisks
    names: Names
    bad_year: BadYear | None
    noted: tuple[Finding, ...]
    refusals: tuple[Finding, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (*self.refusals, *self.noted, *self.risks.findings)


def posed(organisation_id: int, on: date) -> Posed:
    """Read everything and return what a choice is made from, as of a day."""
    rows, risks = store.read_rows(organisation_id), posed_risks(organisation_id, on)
    row = rows.organisation
    dated = [each.starts_on for each in rows.limits if each.kind == "budget" and each.starts_on]
    periods = periods_after(on, row.fiscal_start_month, max(dated, default=None))
    names = Names(periods.year_names, periods.quarter_names, row.currency)
    noted: list[Finding] = []
    proposals, ties = _tied(rows, tuple(_proposals(rows, periods, noted)), noted)
    problem = Problem(
        proposals,
        budgets=_of_years(rows, periods),
        hours=_of_quarters(rows, periods),
        floors=_shares(rows, "floor"),
        ceilings=_shares(rows, "ceiling"),
        ties=ties,
        parts=parts(risks.risks),
    )
    found = findings_of(problem, names)
    noted += [each for each in found if each.code in _HARMLESS]
    refusals = tuple(each for each in found if each.code not in _HARMLESS)
    return Posed(rows, on, periods, problem, risks, names, _bad_year(rows), tuple(noted), refusals)


def _proposals(rows: store.Rows, periods: Periods, noted: list[Finding]) -> Iterator[Proposal]:
    known = {each.control.ref for found in rows.brings.values() for each in found if each.control.is_in_place}
    for row in rows.proposals:
        starts = periods.starts(row.starts_from, row.starts_until)
        about, values = Subject("proposals", row.ref), {"name": row.name}
        if row.state == "declined":
            noted.append(Finding("budget-proposal-declined", about, values))
        elif not starts:
            noted.append(Finding("budget-proposal-outside", about, values))
        elif not any(not each.is_nothing for each in rows.options.get(row.pk, ())):
            noted.append(Finding("budget-proposal-without-way", about, values))
        else:
            options = options_of(rows, row, starts, periods.years, known)
            yield Proposal(row.ref, row.name, Purpose(row.purpose), options, is_done(row))


def is_done(row: ProposalRow) -> bool:
    """Say whether it is done in any case: a law or contract asks for it, or it was accepted."""
    return row.is_mandatory or row.state == "accepted"


def _of_years(rows: store.Rows, periods: Periods) -> tuple[Decimal | None, ...]:
    return tuple(_least(rows, "budget", place, periods) for place in range(periods.years))


def _of_quarters(rows: store.Rows, periods: Periods) -> tuple[Decimal | None, ...]:
    return tuple(_least(rows, "hours", place, periods) for place in range(AHEAD))


def _least(rows: store.Rows, kind: str, place: int, periods: Periods) -> Decimal | None:
    """Return the limit of a year or quarter: what was said of it, else of all; the least of several."""
    of = periods.year_of if kind == "budget" else periods.quarter_of
    own = [row for row in rows.limits if row.kind == kind and row.starts_on and of(row.starts_on) == place]
    every = [row for row in rows.limits if row.kind == kind and row.starts_on is None]
    amounts = (_figure(row) for row in own or every)
    return min((each for each in amounts if each is not None), default=None)


def _figure(row: Limit) -> Decimal | None:
    return row.hours if row.kind == "hours" else row.amount


def _shares(rows: store.Rows, kind: str) -> Mapping[Purpose, Decimal]:
    """Return floors, the highest of several of one purpose; or ceilings, the lowest."""
    found: dict[Purpose, Decimal] = {}
    better = max if kind == "floor" else min
    for row in rows.limits:
        if row.kind == kind and row.purpose and row.share is not None:
            purpose, share = Purpose(row.purpose), row.share / _HUNDRED
            found[purpose] = better(found.get(purpose, share), share)
    return MappingProxyType(found)


def _bad_year(rows: store.Rows) -> BadYear | None:
    """Return the limit of a bad year, the least amount of several."""
    found = [
        BadYear(row.one_in_years, float(row.amount))
        for row in rows.limits
        if row.kind == "bad year" and row.amount is not None and row.one_in_years
    ]
    return min(found, key=lambda each: each.amount, default=None)


def _tied(
    rows: store.Rows, proposals: tuple[Proposal, ...], noted: list[Finding]
) -> tuple[tuple[Proposal, ...], tuple[Tie, ...]]:
    """Return what can be chosen with its ties: a way that needs what is left out is left out too."""
    is_new = True
    while is_new:
        is_new, known = False, _known(proposals)
        for row in rows.needs:
            one, other = _ends(row)
            if row.how == "needs" and one in known and other not in known:
                proposals, is_new = tuple(_without(each, one) for each in proposals), True
                noted.append(_missing(row))
                break
    known = _known(proposals)
    ties = (Tie(row.ref, *_ends(row), is_needed=row.how == "needs") for row in rows.needs)
    return proposals, tuple(tie for tie in ties if {tie.one, tie.other} <= known)


def _known(proposals: tuple[Proposal, ...]) -> set[str]:
    """Return all that can be done: ways, and proposals that have any."""
    doing = [(each.ref, option) for each in proposals for option in each.options if not option.is_nothing]
    ways = {way_of(option) for each in proposals for option in each.options}
    return {ref for ref, _ in doing} | ways


def _without(proposal: Proposal, ref: str) -> Proposal:
    """Return the proposal without a way of it; all ways where `ref` is its own."""
    kept = tuple(
        each for each in proposal.options
        if each.is_nothing or ref not in {proposal.ref, way_of(each)}
    )  # fmt: skip
    return replace(proposal, options=kept)


def _missing(row: Need) -> Finding:
    one, other = row.proposal or row.option, row.other_proposal or row.other_option
    values = {"name": one.name if one else "", "other": other.name if other else ""}
    return Finding("budget-need-left-out", Subject("needs", row.ref), values)


def _ends(row: Need) -> tuple[str, str]:
    one, other = row.proposal or row.option, row.other_proposal or row.other_option
    return (one.ref if one else "", other.ref if other else "")
