"""What must be true for an option to be worth it: from which value of one figure another would be better.

Net present value is linear in what a year earns, saves or avoids and in what the option costs; so the value
at which two options are worth the same is exact: figure + (rival - own) / what one more of it is worth.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.budget.flows import (
    Flows,
    added,
    decimal,
    minus,
    number,
    over,
    present_full_years,
    present_spends,
    rounded,
    times,
    total,
)
from fullscore.engine.budget.problem import Option
from fullscore.engine.findings.trace import Source, Trace, leaf


@dataclass(frozen=True, slots=True)
class Threshold:
    """One figure of an option: what was `said`, and the value at which it is worth as much as its rival.

    `is_least` says whether it must be at least `needed`, else at most. `rival` is the ref of the option it is
    held against: the best of the others.
    """

    what: str  # "goal_value", "cost_avoided", "loss_avoided" or "costs"
    said: Decimal
    needed: Decimal
    is_least: bool
    rival: str
    trace: Trace

    @property
    def is_true(self) -> bool:
        """Return whether what was said is enough."""
        return self.said >= self.needed if self.is_least else self.said <= self.needed


def thresholds(
    option: Option, found: Flows, avoided: Trace, npvs: tuple[Trace, Trace], rival: str
) -> tuple[Threshold, ...]:
    """Return what must be true of each figure the option has, all others as they were said.

    `npvs` are the option's own net present value and its rival's. A figure nothing hangs on, or that would
    have to be less than nothing, is left out.
    """
    return tuple(
        each for each in (*_gains(option, found, avoided, npvs, rival), *_costs(found, npvs, rival))
        if each.needed >= 0
    )  # fmt: skip


def _gains(
    option: Option, found: Flows, avoided: Trace, npvs: tuple[Trace, Trace], rival: str
) -> Iterator[Threshold]:
    own, other = npvs
    worth = present_full_years(found)
    said = {
        "goal_value": leaf(option.goal_value, Source("options", option.way or option.ref, "goal_value")),
        "cost_avoided": leaf(
            option.cost_avoided, Source("options", option.way or option.ref, "cost_avoided")
        ),
        "loss_avoided": avoided,
    }
    for what, figure in said.items():
        if number(figure) and number(worth):
            needed = rounded(added((figure, over(minus(other, own), worth))), "worth as much as its rival")
            yield Threshold(what, decimal(number(figure)), decimal(number(needed)), True, rival, needed)


def _costs(found: Flows, npvs: tuple[Trace, Trace], rival: str) -> Iterator[Threshold]:
    own, other = npvs
    spends = present_spends(found)
    if number(spends) > 0:
        share = added((leaf(1), over(minus(own, other), spends)))
        said = total(found)
        needed = rounded(times((said, share)), "costs over all years, all years dearer alike")
        yield Threshold("costs", decimal(number(said)), decimal(number(needed)), False, rival, needed)
