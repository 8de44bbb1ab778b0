"""Setting up: the working days that pass between arrival and the day people need a thing."""

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.estate.facts import ModelFact, PoolFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.goal import Assumption
from fullscore.engine.goals.holdings import Holdings

# Hours of a working day that go into setting up; the rest goes into tickets and everything else.
HOURS_A_DAY = 5
USUAL_HOURS = {
    "laptop": Decimal("2.5"), "desktop": Decimal("2.5"), "phone": Decimal(1), "tablet": Decimal(1),
    "server": Decimal(8), "firewall": Decimal(6), "switch": Decimal(4), "link": Decimal(4),
}  # fmt: skip
USUAL_OTHER = Decimal("0.25")
SHARED = Assumption(
    f"Somebody has {HOURS_A_DAY} hours of each working day to set things up; nobody has said so",
    "settings", "organisation", "opens_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setup:
    """Working days of setting up, and the hours they come from."""

    days: Trace
    hours: Decimal
    assumptions: tuple[Assumption, ...] = ()


def set_up(thing: ModelFact | PoolFact, units: Trace, holdings: Holdings) -> Setup:
    """Return how many working days it takes to set up so many units, at least one."""
    kind = thing.category if isinstance(thing, ModelFact) else thing.kind
    told: tuple[Assumption, ...] = ()
    if thing.deploy_hours is not None:
        row = source_of(thing, "deploy_hours", holdings.estate.files)
        each = Trace(thing.deploy_hours, "hours", row=row, note="to set up one")
    else:
        usual = USUAL_HOURS.get(kind, USUAL_OTHER)
        each = Trace(usual, "hours", note=f"to set up one, as is usual for a {kind}")
        text = f"Setting up one {thing.name} takes {usual.normalize():f} h, as is usual; nobody has said so"
        told = (Assumption(text, thing.REGISTER, thing.ref, "deploy_hours"),)
    assert isinstance(units.value, Decimal | int)
    assert isinstance(each.value, Decimal)
    hours = units.value * each.value
    total = Trace(hours, "hours", "product", (units, each))
    return Setup(_days(hours, total), hours, told)


def _days(hours: Decimal, total: Trace) -> Trace:
    a_day = Trace(HOURS_A_DAY, "hours", note="a day for setting up")
    exact = Trace(Fraction(hours) / HOURS_A_DAY, "working days", "quotient", (total, a_day))
    whole = Trace(math.ceil(hours / HOURS_A_DAY), "working days", "ceil", (exact,))
    least = Trace(1, "working days", note="at least one")
    return Trace(
        max(1, math.ceil(hours / HOURS_A_DAY)), "working days", "max", (least, whole), note="to set up"
    )
