"""The proposals with the newest choice, read for a pack; chosen here where nobody has asked before."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

from fullscore.engine.budget.asking import controls_of
from fullscore.engine.budget.flows import losses
from fullscore.engine.budget.options import nothing_of, options_of, way_of
from fullscore.engine.budget.problem import Option, Proposal
from fullscore.engine.findings.trace import Source, Trace, leaf
from fullscore.engine.reports.sections.choosing import Choice, Proposed, Way
from fullscore.engine.reports.voice import summed, value_of
from fullscore.store.models import Option as OptionRow
from fullscore.store.models import Proposal as ProposalRow
from fullscore.usecases.budget.asking import Asked, print_of, worked_out
from fullscore.usecases.budget.casing import YEARS, case_document
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
    proposals = tuple(
        replace(each, said=said.get(each.ref)) for each in _proposals(told, rows)
    )  # fmt: skip
    if not rows:
        return Choice(proposals, year)
    portfolio = _portfolio(rows)
    parts = told.problem.parts
    return Choice(
        proposals, year, told.periods.years, _budget(told),
        losses(parts, frozenset(), "expected loss of a year as things are") if parts else None,
        losses(parts, controls_of(told.problem, portfolio), "expected loss of a year, done") if parts else None,
        bool(found and found["status"] == "proven"),
    )  # fmt: skip


def _portfolio(rows: Mapping[str, Row]) -> dict[str, str]:
    return {ref: str(row["option"]["ref"]) for ref, row in rows.items()}


def _budget(told: Posed) -> Trace | None:
    amount = told.problem.budgets[0] if told.problem.budgets else None
    return None if amount is None else leaf(amount, note="the least of the limits that hold")


def _proposals(told: Posed, rows: Mapping[str, Row]) -> Iterator[Proposed]:
    asked = {each.ref: each for each in told.problem.proposals}
    portfolio = _portfolio(rows)
    for row in told.rows.proposals:
        if row.state == "declined":
            continue
        proposal, weighed = asked.get(row.ref), rows.get(row.ref)
        plain = Proposed(
            row.ref, row.name, row.purpose, row.why, row.state, row.is_mandatory,
            any(each.pin == "pinned" for each in told.rows.options.get(row.pk, ())),
        )  # fmt: skip
        if proposal is None:
            yield plain
            continue
        option = _option(told, row, proposal, weighed)
        yield _costed(told, plain, proposal, option, weighed, portfolio)


def _option(told: Posed, row: ProposalRow, proposal: Proposal, weighed: Row | None) -> Option | None:
    """Return the way that was chosen, else the one that is pinned."""
    if weighed is not None:
        return next(each for each in options_of(proposal) if each.ref == weighed["option"]["ref"])
    pinned = {each.ref for each in told.rows.options.get(row.pk, ()) if each.pin == "pinned"}
    return next((each for each in options_of(proposal) if way_of(each) in pinned), None)


def _costed(  # noqa: PLR0917  for this module only
    told: Posed, plain: Proposed, proposal: Proposal, option: Option | None, weighed: Row | None,
    portfolio: Mapping[str, str],
) -> Proposed:  # fmt: skip
    ways = _ways(told, plain.ref, option)
    if option is None or option.is_nothing:
        because = str(weighed["sentence"]) if weighed else ""
        return replace(plain, is_in=False if weighed else None, because=because, ways=ways)
    row = _row(told, option)
    return replace(
        plain,
        is_in=bool(weighed["is_in"]) if weighed else None,
        way=option.name,
        starts_on=told.periods.quarter_start(option.starts),
        once=_once(told, row),
        yearly=leaf(row.yearly_cost, Source("options", row.ref, "yearly_cost"), "a year")
        if row.yearly_cost
        else None,
        first_year=spent(told.rows, option, 0),
        lost=_lost(told, proposal, option, portfolio) if weighed else None,
        because=str(weighed["sentence"]) if weighed else "",
        ways=ways,
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


def _lost(told: Posed, proposal: Proposal, option: Option, portfolio: Mapping[str, str]) -> Trace:
    """Return what a year is worse when this alone is not done, all others as they are."""
    bare = {**portfolio, proposal.ref: nothing_of(proposal).ref}
    parts = told.problem.parts
    args = [
        leaf(getattr(option, name), Source("options", way_of(option), name), name.replace("_", " "))
        for name in ("goal_value", "cost_avoided") if getattr(option, name)
    ]  # fmt: skip
    after = losses(parts, controls_of(told.problem, bare), "expected loss of a year without it")
    before = losses(parts, controls_of(told.problem, portfolio), "expected loss of a year with it")
    if after.value != before.value:
        args.append(Trace(value_of(after) - value_of(before), op="difference", args=(after, before)))
    return summed(args, f"{proposal.name}: worse a year without it")


def _ways(told: Posed, ref: str, taken: Option | None) -> tuple[Way, ...]:
    """Return the ways of one in money, without doing nothing; each figure as the case tells it."""
    found = cast("Row", case_document(told, ref, None))
    mine = way_of(taken) if taken is not None and not taken.is_nothing else None
    return tuple(
        Way(
            str(each["name"]), each["ref"] == mine, each["figures"]["total"], each["figures"]["npv"],
            each["figures"]["avoided"], each["figures"].get("payback"),
        )
        for each in found["options"] if not each["is_nothing"]
    )  # fmt: skip


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


__all__ = ["LIMIT", "YEARS", "Decimal", "choice", "day_of", "document_of"]
