"""The expected yearly loss as a sum of parts, each lessened by the controls that act on it; no dice.

The mean of a compound sum is rate x share of the events x mean of one (Wald); the mean of independent factors
is the product of their means, so controls multiply what is left.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping

from fullscore.engine.risk.ranges import mean
from fullscore.engine.risk.scenario import ActsOn, Effect, Part, Risks, Scenario

# Which effects on the scenario itself a part feels, beside those on how often.
_FELT = {"loss": ActsOn.LOSS, "outage": ActsOn.LOSS, "consequences": ActsOn.CONSEQUENCES}


def parts(risks: Risks) -> tuple[Part, ...]:
    """Return every summand: scenario x where its events come from x what they cost; in the order given."""
    return tuple(part for scenario in risks.scenarios for part in _of(scenario, risks))


def expected(found: Iterable[Part], controls: Collection[str] = ()) -> float:
    """Return the expected yearly loss, in money, once these controls are there."""
    return math.fsum(left(part, controls) for part in found)


def left(part: Part, controls: Collection[str]) -> float:
    """Return what these controls leave of one part."""
    return part.amount * math.exp(math.fsum(log for ref, log in part.controls.items() if ref in controls))


def _of(scenario: Scenario, risks: Risks) -> Iterator[Part]:
    costs = {what: amount for what, amount in _costs(scenario).items() if amount}
    for source, rate in _rates(scenario, risks):
        for what, amount in costs.items():
            felt = _logs(_felt(scenario, source, what, risks.effects))
            yield Part(scenario.ref, source, what, rate * amount, felt)


def _costs(scenario: Scenario) -> Mapping[str, float]:
    """Return what one event costs on average, by what it is."""
    outage = scenario.outage
    return {
        "loss": mean(scenario.loss) if scenario.loss else 0.0,
        "outage": mean(outage.hours) * outage.an_hour if outage else 0.0,
        "consequences": scenario.share * mean(scenario.second) if scenario.second else 0.0,
    }


def _rates(scenario: Scenario, risks: Risks) -> Iterator[tuple[str, float]]:
    """Yield where events come from and how many a year are to be expected of it."""
    if scenario.rate is not None:
        yield _own(scenario), mean(scenario.rate)
    causes = {cause.ref: cause for cause in risks.causes}
    for trigger in scenario.triggers:
        yield f"causes:{trigger.cause}", trigger.share * mean(causes[trigger.cause].rate)


def _felt(scenario: Scenario, source: str, what: str, effects: Iterable[Effect]) -> Iterator[Effect]:
    for effect in effects:
        is_own = effect.target == _own(scenario) and effect.acts_on in {ActsOn.FREQUENCY, _FELT[what]}
        if is_own or (effect.target == source and source != _own(scenario)):
            yield effect


def _own(scenario: Scenario) -> str:
    return f"scenarios:{scenario.ref}"


def _logs(effects: Iterable[Effect]) -> dict[str, float]:
    """Return by control the logarithm of what it leaves; two effects of one control add up."""
    found: dict[str, float] = {}
    for effect in effects:
        found[effect.control] = found.get(effect.control, 0.0) + math.log1p(-effect.less)
    return found
