"""The proposals with the newest choice, read for a pack; chosen here where nobody has asked before."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from fullscore.engine.budget.asking import controls_of
from fullscore.engine.budget.flows import losses
from fullscore.engine.budget.options import nothing_of, options_of, way_of
from fullscore.engine.budget.problem import Option, Proposal
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.trace import Source, Trace, leaf
from fullscore.engine.reports.sections.choosing import Choice, Proposed, Way
from fullscore.engine.reports.voice import summed, value_of
from fullscore.store.models import Option as OptionRow
from fullscore.store.models import Proposal as ProposalRow
from fullscore.usecases.budget.asking import Asked, print_of, worked_out
from fullscore.usecases.budget.casing import sides_of
from fullscore.usecases.budget.posing import Posed
from fullscore.usecases.budget.tracing import spent
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.risk import runs
from fullscore.usecases.risk.values import Watch

Row = Mapping[str, Any]
# Seconds for a choice nobody asked for before; what is found by then is told.
LIMIT = 3.0


def document_of(told: Posed, watch: Watch) -> Row | None:
    """Return the newest choice of the rows as they are, made now where there is none; None: none can be."""
    kept = runs.kept(told.rows.organisation.pk, "choose", fingerprint=print_of(told, "choose"))
    if kept is not None and not kept.is_old and kept.document:
        return kept.document
    if not told.problem.proposals:
        return None
    try:
        return worked_out(told, Asked("choose"), watch, LIMIT)
    except RefusedError:
        return None


def choice(told: Posed, found: Row | None, said: Mapping[str, str], year: str) -> Choice:
    """Return all proposals; `said` is what owners asked about them, `year` the first one chosen for."""
    rows = {each["ref"]: each for each in found["proposals"]} if found else {}
    weighing = _Weighing(told, rows, {ref: str(row["option"]["ref"]) for ref, row in rows.items()})
    open_ones = (row for row in told.rows.proposals if row.state != "declined")
    proposals = tuple(replace(_proposed(row, weighing), said=said.get(row.ref)) for row in open_ones)
    if found is None or not rows:
        return Choice(proposals, year, refused=_refused(told, found))
    return Choice(
        proposals, year, told.periods.years, _budget(told),
        weighing.now if told.problem.parts else None, weighing.then if told.problem.parts else None,
        is_proven=found["status"] == "proven",
    )  # fmt: skip


def _refused(told: Posed, found: Row | None) -> tuple[str, ...]:
    """Return in words what keeps anything from being chosen."""
    if found is None:
        return tuple(say(each) for each in told.refusals)
    clash = found["clash"]
    return tuple(str(each["sentence"]) for each in clash["rules"]) if clash else ()


def _budget(told: Posed) -> Trace | None:
    amount = told.problem.budgets[0] if told.problem.budgets else None
    return None if amount is None else leaf(amount, note="the least of the limits that hold")


class _Weighing:
    """The choice in hand: what was weighed by proposal, and losses that many figures are held against."""

    def __init__(self, told: Posed, rows: Mapping[str, Row], portfolio: Mapping[str, str]) -> None:
        self.told, self.rows, self.portfolio = told, rows, portfolio
        self.now = losses(told.problem.parts, frozenset(), "expected loss of a year as things are")
        self.then = (
            self.losses(portfolio, "expected loss of a year with all that is in") if rows else self.now
        )

    def losses(self, portfolio: Mapping[str, str], note: str) -> Trace:
        return losses(self.told.problem.parts, controls_of(self.told.problem, portfolio), note)


def _proposed(row: ProposalRow, weighing: _Weighing) -> Proposed:
    told, weighed = weighing.told, weighing.rows.get(row.ref)
    pinned = [each for each in told.rows.options.get(row.pk, ()) if each.pin == "pinned"]
    plain = Proposed(
        row.ref, row.name, row.purpose, row.why, row.state, row.is_mandatory, is_pinned=bool(pinned)
    )
    proposal = next((each for each in told.problem.proposals if each.ref == row.ref), None)
    if proposal is None:
        return plain
    option = _option(proposal, weighed, {each.ref for each in pinned})
    plain = replace(plain, ways=_ways(told, row, option))
    if weighed is None:
        return plain if option is None else _costed(plain, told, option)
    if option is None or option.is_nothing:
        return replace(plain, is_in=False, pushes=tuple(weighed["pushes"]), worse=_worse(weighed))
    lost = _lost(proposal, option, weighing)
    return replace(_costed(plain, told, option), is_in=True, lost=lost)


def _option(proposal: Proposal, weighed: Row | None, pinned: Collection[str]) -> Option | None:
    """Return the way that was chosen, else the one that is pinned."""
    if weighed is not None:
        return next(each for each in options_of(proposal) if each.ref == weighed["option"]["ref"])
    return next((each for each in options_of(proposal) if way_of(each) in pinned), None)


def _worse(weighed: Row) -> Trace | None:
    """Return what a year would be worse with it in; the choice was made again to know."""
    if weighed["worse"] is None:
        return None
    return leaf(Decimal(weighed["worse"]), note="the best choice beside the best one with it in")


def _costed(plain: Proposed, told: Posed, option: Option) -> Proposed:
    row = _row(told, option)
    yearly = leaf(row.yearly_cost, Source("options", row.ref, "yearly_cost"), "a year")
    return replace(
        plain,
        way=option.name,
        starts_on=told.periods.quarter_start(option.starts),
        once=_once(told, row),
        yearly=yearly if row.yearly_cost else None,
        first_year=spent(told.rows, option, 0),
    )


def _row(told: Posed, option: Option) -> OptionRow:
    ref = way_of(option)
    return next(each for found in told.rows.options.values() for each in found if each.ref == ref)


def _once(told: Posed, row: OptionRow) -> Trace | None:
    """Return what a way costs beside its running costs: at once, and planned for single years."""
    parts = [leaf(row.once_cost, Source("options", row.ref, "once_cost"), "once")] if row.once_cost else []
    parts += [
        leaf(each.amount, Source("outlays", each.ref, "amount"), each.note or f"in its year {each.year}")
        for each in told.rows.outlays.get(row.pk, ())
    ]
    return summed(parts, f"{row.name}, once") if parts else None


def _lost(proposal: Proposal, option: Option, weighing: _Weighing) -> Trace:
    """Return what a year is worse when this alone is not done, all others as they are."""
    bare = {**weighing.portfolio, proposal.ref: nothing_of(proposal).ref}
    args = [
        leaf(getattr(option, name), Source("options", way_of(option), name), name.replace("_", " "))
        for name in ("goal_value", "cost_avoided") if getattr(option, name)
    ]  # fmt: skip
    after, before = weighing.losses(bare, "expected loss of a year without it"), weighing.then
    if after.value != before.value:
        args.append(Trace(value_of(after) - value_of(before), op="difference", args=(after, before)))
    return summed(args, f"{proposal.name}: worse a year without it")


def _ways(told: Posed, row: ProposalRow, taken: Option | None) -> tuple[Way, ...]:
    """Return the ways of one in money, without doing nothing; each figure as the case tells it."""
    mine = way_of(taken) if taken is not None and not taken.is_nothing else None
    return tuple(
        Way(
            each.option.name, way_of(each.option) == mine, each.figures["total"], each.figures["npv"],
            each.figures["avoided"], each.figures.get("payback"),
        )
        for each in sides_of(told, row) if not each.option.is_nothing
    )  # fmt: skip
