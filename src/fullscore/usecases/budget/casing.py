"""The business case of one proposal as a document: its ways side by side, and what must be true of each."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from fullscore.engine.budget.cases import Case, OptionCase, case, sides
from fullscore.engine.budget.options import nothing_of, options_of, way_of
from fullscore.engine.budget.problem import Proposal, Purpose
from fullscore.engine.budget.swings import Swing
from fullscore.engine.budget.thresholds import Threshold
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.findings.trace import as_document
from fullscore.engine.registers.cleaning import shown
from fullscore.engine.risk.simulation import Simulation
from fullscore.store.models import Option as OptionRow
from fullscore.store.models import Proposal as ProposalRow
from fullscore.usecases.budget import documents
from fullscore.usecases.budget.documents import amount, day
from fullscore.usecases.budget.options import options_of as posed_options
from fullscore.usecases.budget.periods import periods_after
from fullscore.usecases.budget.posing import Posed
from fullscore.usecases.budget.solving import simulating
from fullscore.usecases.budget.tracing import spent
from fullscore.usecases.budget.values import Document
from fullscore.usecases.registers.values import NotThereError
from fullscore.usecases.risk.documents import outlook
from fullscore.usecases.risk.simulating import SEED
from fullscore.usecases.risk.values import Watch

# A case looks further than a budget: what is bought runs for so many years.
YEARS = 5


def case_document(told: Posed, ref: str, watch: Watch | None) -> Document:
    """Return `fullscore/business-case/1`; without `watch` nothing is simulated and `curves` is None.

    Raises `NotThereError`.
    """
    row = row_of(told, ref)
    proposal = _proposal(told, row)
    found = case(
        proposal, told.risks.risks, years=YEARS, discount=told.rows.organisation.discount_percent,
        take=partial(spent, told.rows),
    )  # fmt: skip
    periods = periods_after(told.on, told.rows.organisation.fiscal_start_month)
    rows = {each.ref: each for each in told.rows.options.get(row.pk, ())}
    return {
        **documents.head(told, "business-case"),
        "years": [periods.name_of(place) for place in range(YEARS)],
        "ref": row.ref,
        "name": row.name,
        "purpose": row.purpose,
        "state": row.state,
        "discount_percent": float(told.rows.organisation.discount_percent),
        "best": _way(proposal, found.best),
        "options": [_option(told, each, rows, proposal) for each in found.options],
        "swings": [_swing(each, proposal) for each in found.swings],
        "curves": None if watch is None else _curves(told, proposal, found, watch),
        "findings": documents.said(told.risks.findings),
    }


def row_of(told: Posed, ref: str) -> ProposalRow:
    """Return the row of a proposal; raises `NotThereError`."""
    row = next((each for each in told.rows.proposals if each.ref == ref), None)
    if row is None:
        values = {"target": "proposal", "value": shown(ref)}
        raise NotThereError(Finding("row-not-found", Subject("proposals", shown(ref)), values))
    return row


def _proposal(told: Posed, row: ProposalRow) -> Proposal:
    """Return the proposal with each way begun as soon as it may, whether or not it takes part in a choice."""
    starts = told.periods.starts(row.starts_from, row.starts_until)
    first = (starts[0] if starts else 0,)
    in_place = {
        each.control.ref
        for found in told.rows.brings.values() for each in found if each.control.is_in_place
    }  # fmt: skip
    options = posed_options(told.rows, row, first, YEARS, in_place)
    return Proposal(row.ref, row.name, Purpose(row.purpose), options, row.is_mandatory)


def sides_of(told: Posed, row: ProposalRow) -> tuple[OptionCase, ...]:
    """Return the ways of a proposal in money, side by side, doing nothing first."""
    return sides(
        _proposal(told, row), told.risks.risks, years=YEARS,
        discount=told.rows.organisation.discount_percent, take=partial(spent, told.rows),
    )  # fmt: skip


def _way(proposal: Proposal, ref: str) -> str:
    return next(way_of(each) for each in options_of(proposal) if each.ref == ref)


def _option(told: Posed, each: OptionCase, rows: dict[str, OptionRow], proposal: Proposal) -> Document:
    option, row = each.option, rows.get(way_of(each.option))
    return {
        "ref": way_of(option),
        "name": option.name,
        "about": row.about if row else "",
        "is_nothing": option.is_nothing,
        "pin": option.pin.value,
        "starts_in": None if option.is_nothing else told.names.quarter(option.starts),
        "total": amount(each.total),
        "npv": amount(each.npv),
        "payback": _rounded(each.payback, 2),
        "return_on_control": _rounded(each.return_on_control, 4),
        "loss_before": amount(each.loss_before),
        "loss_after": amount(each.loss_after),
        "avoided": amount(each.avoided),
        "goal_value": amount(option.goal_value),
        "cost_avoided": amount(option.cost_avoided),
        "flows": [amount(one) for one in each.flows],
        "spends": [amount(one) for one in option.spends] or [amount(0)] * YEARS,
        "hours": float(row.hours) if row and row.hours is not None else None,
        "controls": sorted(each.controls),
        "scenarios": [
            {"ref": one.scenario, "before": amount(one.before), "after": amount(one.after)}
            for one in each.scenarios
        ],
        "needed": [_needed(one, proposal) for one in each.needed],
        "must_be_true": lines_of(row.must_be_true) if row else [],
        "value_by": row.value_by or None if row else None,
        "value_on": day(row.value_on) if row else None,
        "figures": {name: as_document(trace) for name, trace in each.figures.items()},
    }  # fmt: skip


def _rounded(value: Decimal | None, places: int) -> float | None:
    return None if value is None else round(float(value), places)


def lines_of(text: str) -> list[str]:
    """Return what stands one a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _needed(each: Threshold, proposal: Proposal) -> Document:
    return {
        "what": each.what, "said": amount(each.said), "needed": amount(each.needed),
        "is_least": each.is_least, "is_true": each.is_true, "rival": _way(proposal, each.rival),
        "trace": as_document(each.trace),
    }  # fmt: skip


def _swing(each: Swing, proposal: Proposal) -> Document:
    ways = {one.ref: way_of(one) for one in options_of(proposal)}
    return {
        "what": each.what, "register": each.register, "ref": ways.get(each.ref, each.ref), "name": each.name,
        "low": float(each.low), "high": float(each.high),
        "at_low": {ways[ref]: amount(worth) for ref, worth in each.at_low.items()},
        "at_high": {ways[ref]: amount(worth) for ref, worth in each.at_high.items()},
        "best_at_low": ways[each.best_at_low], "best_at_high": ways[each.best_at_high],
        "turns": each.turns, "is_assumed": each.is_assumed,
    }  # fmt: skip


def _curves(told: Posed, proposal: Proposal, found: Case, watch: Watch) -> Document | None:
    """Return how bad years are with each way, with the same dice for all."""
    if not told.risks.risks.scenarios:
        return None
    base = nothing_of(proposal).controls
    options = [each.option for each in found.options]
    sets = list(dict.fromkeys([base, *(each.controls for each in options)]))
    simulated: Sequence[Simulation] = simulating(watch)(told.risks.risks, sets, seed=SEED)
    by_set = dict(zip(sets, simulated, strict=True))
    return {
        "years": simulated[0].years, "seed": SEED, "is_precise": simulated[0].is_precise,
        "options": [{"ref": way_of(each), **outlook(by_set[each.controls].net)} for each in options],
    }  # fmt: skip
