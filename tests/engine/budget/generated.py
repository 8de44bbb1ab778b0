"""Problems of any size, drawn at random: proposals, what they share, and losses that controls lessen."""

import math
from decimal import Decimal
from random import Random

from fullscore.engine.budget.problem import Option, Problem, Proposal, Purpose, Tie
from fullscore.engine.risk.scenario import Part

YEARS, QUARTERS = 5, 8


def problem(
    dice: Random, *, proposals: int = 200, ways: int = 3, scenarios: int = 50, needs: int = 20,
    excludes: int = 10, share: float = 0.35, work: float = 0.56, spread: float = 1.0,
) -> Problem:  # fmt: skip
    """Return a problem: there is money for `share` of what is asked for, and time for `work` of it.

    A year of an option is worth a third of its price and what it costs to run, times a lognormal factor
    of `spread`: the smaller, the more alike are all, and the longer a proof takes.
    Three purposes, a floor of 12 % to secure, `ways` options each beside doing nothing; with scenarios every
    third proposal brings controls, and each scenario is lessened by three to six of them.
    """
    asked = tuple(
        _proposal(dice, number, ways, spread, is_secure=scenarios > 0) for number in range(proposals)
    )
    controls = sorted({ref for each in asked for option in each.options for ref in option.controls})
    dearest = [max(each.options, key=lambda option: sum(option.spends)) for each in asked]
    budgets = tuple(
        _part(sum((each.spends[year] for each in dearest), Decimal(0)), share) for year in range(YEARS)
    )
    hours = tuple(
        _part(sum((each.hours[at] for each in dearest), Decimal(0)), work) for at in range(QUARTERS)
    )
    return Problem(
        asked, budgets, hours, floors={Purpose.SECURE: Decimal("0.12")},
        ties=_ties(dice, proposals, needs, excludes),
        parts=tuple(_loss(dice, number, controls) for number in range(scenarios if controls else 0)),
    )  # fmt: skip


def _part(whole: Decimal, share: float) -> Decimal:
    return (whole * Decimal(str(share))).quantize(Decimal(1))


def _proposal(dice: Random, number: int, ways: int, spread: float, *, is_secure: bool) -> Proposal:
    purpose = dice.choice(tuple(Purpose))
    options = tuple(_option(dice, number, way, purpose, spread, is_secure=is_secure) for way in range(ways))
    return Proposal(f"p{number}", f"Proposal {number}", purpose, options)


def _option(
    dice: Random, number: int, way: int, purpose: Purpose, spread: float, *, is_secure: bool
) -> Option:
    once, yearly = dice.randint(20, 400) * 100, dice.randint(0, 60) * 100
    # Most of what is asked for would begin in the first year.
    begins = dice.choices(range(3), (7, 2, 1))[0]
    spends = tuple(
        Decimal((once if year == begins else 0) + (yearly if year >= begins else 0)) for year in range(YEARS)
    )
    busy = min(4 * begins, QUARTERS - 4) + dice.randrange(3)
    hours = tuple(
        Decimal(dice.randint(5, 60)) if busy <= at < busy + 2 else Decimal(0) for at in range(QUARTERS)
    )
    # What a thing brings is nearly independent of what it costs: some are gold, many are not.
    worth = Decimal(int((once / 3 + yearly) * dice.lognormvariate(0.0, spread)))
    has_control = is_secure and number % 3 == 0
    controls = frozenset({f"c{number}", *([f"c{number}+"] if way else [])}) if has_control else frozenset()
    gain = worth / 4 if has_control else worth
    is_grow = purpose is Purpose.GROW
    return Option(
        f"p{number}-{way}", f"Way {way}", spends=spends, hours=hours,
        goal_value=gain if is_grow else Decimal(0), cost_avoided=Decimal(0) if is_grow else gain,
        controls=controls,
    )  # fmt: skip


def _ties(dice: Random, proposals: int, needs: int, excludes: int) -> tuple[Tie, ...]:
    pairs = [tuple(sorted(dice.sample(range(proposals), 2))) for _ in range(needs + excludes)]
    # A later one needs an earlier one, so that no circle arises.
    return tuple(
        Tie(f"t{place}", f"p{high}", f"p{low}", is_needed=place < needs)
        for place, (low, high) in enumerate(pairs)
    )


def _loss(dice: Random, number: int, controls: list[str]) -> Part:
    chosen = dice.sample(controls, min(len(controls), dice.randint(3, 6)))
    amount = dice.lognormvariate(math.log(30_000), 1.0)
    return Part(f"s{number}", f"scenarios:s{number}", "loss", amount, {
        ref: math.log1p(-dice.uniform(0.1, 0.8)) for ref in chosen
    })  # fmt: skip
