"""The business case of a proposal: its options side by side over some years, against doing nothing.

An option's net present value is counted beside doing nothing, whose own is therefore 0. Expected losses come
in closed form, as they are summed for a choice; insurance and caps are no part of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from fullscore.engine.budget.flows import (
    Flows,
    Spent,
    Terms,
    decimal,
    flows,
    losses,
    minus,
    number,
    over,
    payback,
    present,
    spent,
    total,
)
from fullscore.engine.budget.options import nothing_of, options_of
from fullscore.engine.budget.problem import Option, Proposal
from fullscore.engine.budget.swings import Swing, best_of, swings
from fullscore.engine.budget.thresholds import Threshold, thresholds
from fullscore.engine.findings.trace import Trace, leaf, named
from fullscore.engine.money.amounts import cents
from fullscore.engine.risk.parts import expected, left, parts
from fullscore.engine.risk.scenario import Part, Risks

_NOBODY = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Changed:
    """A scenario whose expected yearly loss an option changes."""

    scenario: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class OptionCase:
    """One option in money. `figures` holds the trace of each figure by its name.

    `total` is what it costs over all years, `npv` counts beside doing nothing. `payback` is in years, None:
    not within them. `return_on_control` = (expected loss avoided - yearly cost) / yearly cost, both beside
    doing nothing; None where it avoids none or costs nothing more. `needed`: what must be true.
    """

    option: Option
    total: Decimal
    npv: Decimal
    payback: Decimal | None
    return_on_control: Decimal | None
    loss_before: Decimal
    loss_after: Decimal
    avoided: Decimal
    controls: frozenset[str]
    scenarios: tuple[Changed, ...]
    flows: tuple[Decimal, ...]
    figures: Mapping[str, Trace]
    needed: tuple[Threshold, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """All options, doing nothing first; `best` is the ref of the one of greatest net present value.

    Among equals the one that stands first: nothing is done for nothing. `swings`: what the order hangs on.
    """

    proposal: str
    name: str
    years: int
    discount: Decimal
    options: tuple[OptionCase, ...]
    best: str
    swings: tuple[Swing, ...]


def case(
    proposal: Proposal, risks: Risks, *, years: int, discount: Decimal, controls: frozenset[str] = _NOBODY,
    take: Spent = spent,
) -> Case:  # fmt: skip
    """Return the business case over so many years, at `discount` percent a year.

    `controls` are there whatever is done of this proposal; `take` tells what an option costs in a year and
    where that stands. Options carry what they spend in all of these years.
    """
    asked = _Asked(Terms(years, discount, take), controls)
    counted = [asked.counted(option, proposal, parts(risks)) for option in options_of(proposal)]
    npvs = {each.option.ref: each.npv for each in counted}
    # Swings move what options spend, so they read it from the option, not from the rows it came from.
    moves = swings(proposal, risks, _Asked(Terms(years, discount), controls).worths)
    options = tuple(asked.with_needed(each, npvs) for each in counted)
    worths = {ref: _decimal(npv) for ref, npv in npvs.items()}
    return Case(proposal.ref, proposal.name, years, discount, options, best_of(worths), moves)


def sides(
    proposal: Proposal, risks: Risks, *, years: int, discount: Decimal, take: Spent = spent
) -> tuple[OptionCase, ...]:
    """Return the options side by side as `case` does, without what their order hangs on."""
    asked = _Asked(Terms(years, discount, take), _NOBODY)
    return tuple(
        _option_case(asked.counted(option, proposal, parts(risks))) for option in options_of(proposal)
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    """An option with its flows and losses, before it is held against the others."""

    option: Option
    flows: Flows
    npv: Trace
    before: Trace
    after: Trace
    avoided: Trace
    yearly: Trace
    scenarios: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """On what terms money is reckoned, and beside which controls."""

    terms: Terms
    controls: frozenset[str]

    def counted(self, option: Option, proposal: Proposal, found: tuple[Part, ...]) -> _Counted:
        nothing = nothing_of(proposal)
        before, after = (self._losses(each, found) for each in (nothing, option))
        avoided = minus(before, after, note="expected loss avoided in a full year")
        own = flows(option, nothing, avoided, self.terms)
        idle = flows(nothing, nothing, avoided, self.terms)
        yearly = over(minus(total(own), total(idle)), leaf(self.terms.years), "costs more a year on average")
        scenarios = _changed(found, *(self.controls | each.controls for each in (nothing, option)))
        return _Counted(option, own, present(own), before, after, avoided, yearly, scenarios)

    def worths(self, proposal: Proposal, risks: Risks) -> Mapping[str, Decimal]:
        """Return the net present value of every option; the expected losses are summed as numbers."""
        found, nothing = parts(risks), nothing_of(proposal)
        before = self._loss(nothing, found)
        worths = {}
        for option in options_of(proposal):
            gained = leaf(before - self._loss(option, found))
            own = flows(option, nothing, gained, self.terms)
            worths[option.ref] = _decimal(present(own))
        return worths

    def with_needed(self, counted: _Counted, npvs: Mapping[str, Trace]) -> OptionCase:
        others = {ref: npv for ref, npv in npvs.items() if ref != counted.option.ref}
        case_of = _option_case(counted)
        if not others:
            return case_of
        rival = max(others, key=lambda ref: number(others[ref]))
        pair = counted.npv, others[rival]
        needed = thresholds(counted.option, counted.flows, counted.avoided, pair, rival)
        return replace(case_of, needed=() if counted.option.is_nothing else needed)

    def _loss(self, option: Option, found: tuple[Part, ...]) -> Decimal:
        return cents(Decimal(repr(expected(found, self.controls | option.controls))))

    def _losses(self, option: Option, found: tuple[Part, ...]) -> Trace:
        return losses(found, self.controls | option.controls, f"expected loss a year: {option.name}")


def _option_case(counted: _Counted) -> OptionCase:
    figures = {
        "total": total(counted.flows), "npv": counted.npv, "loss_before": counted.before,
        "loss_after": counted.after, "avoided": counted.avoided,
    }  # fmt: skip
    if (paid := payback(counted.flows)) is not None:
        figures["payback"] = paid
    if (returned := _returned(counted)) is not None:
        figures["return_on_control"] = returned
    figures |= {f"year_{place + 1}": each for place, each in enumerate(counted.flows.nets)}
    values = {name: _decimal(trace) for name, trace in figures.items()}
    return OptionCase(
        counted.option, values["total"], values["npv"], values.get("payback"),
        values.get("return_on_control"), values["loss_before"], values["loss_after"], values["avoided"],
        counted.option.controls, counted.scenarios,
        tuple(_decimal(each) for each in counted.flows.nets),
        {name: named(trace, name) for name, trace in figures.items()},
    )  # fmt: skip


def _returned(counted: _Counted) -> Trace | None:
    if not number(counted.avoided) or number(counted.yearly) <= 0:
        return None
    gain = minus(counted.avoided, counted.yearly)
    return over(gain, counted.yearly, "(loss avoided - yearly cost) / yearly cost")


def _changed(found: tuple[Part, ...], before: frozenset[str], after: frozenset[str]) -> tuple[Changed, ...]:
    """Return the scenarios whose loss differs, the most changed first."""
    sums: dict[str, tuple[float, float]] = {}
    for part in found:
        first, last = sums.get(part.scenario, (0.0, 0.0))
        sums[part.scenario] = first + left(part, before), last + left(part, after)
    rows = [Changed(ref, *both) for ref, both in sums.items() if both[0] != both[1]]
    return tuple(sorted(rows, key=lambda each: (each.after - each.before, each.scenario)))


def _decimal(trace: Trace) -> Decimal:
    return decimal(number(trace))
