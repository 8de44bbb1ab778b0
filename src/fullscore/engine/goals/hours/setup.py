"""Setting up: the hours a thing takes before people can use it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.estate.facts import ModelFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.goal import Assumption
from fullscore.engine.goals.kits.holdings import Holdings
from fullscore.engine.goals.kits.kit import Thing

USUAL_HOURS = {
    "laptop": Decimal("2.5"), "desktop": Decimal("2.5"), "phone": Decimal(1), "tablet": Decimal(1),
    "server": Decimal(8), "firewall": Decimal(6), "switch": Decimal(4), "link": Decimal(4),
}  # fmt: skip
USUAL_OTHER = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class Setup:
    """Hours of setting up so many units, with their sum."""

    hours: Decimal
    trace: Trace
    assumptions: tuple[Assumption, ...] = ()


def hours_of(thing: Thing) -> Fraction:
    """Return the hours one unit takes: as typed, else what is usual for its kind."""
    return Fraction(
        USUAL_HOURS.get(_kind(thing), USUAL_OTHER) if thing.deploy_hours is None else thing.deploy_hours
    )


def set_up(thing: Thing, units: Trace, holdings: Holdings) -> Setup:
    """Return the hours it takes to set up so many units."""
    told: tuple[Assumption, ...] = ()
    if thing.deploy_hours is not None:
        row = source_of(thing, "deploy_hours", holdings.estate.files)
        each = Trace(thing.deploy_hours, "hours", row=row, note="to set up one")
    else:
        kind = _kind(thing)
        usual = USUAL_HOURS.get(kind, USUAL_OTHER)
        each = Trace(usual, "hours", note=f"to set up one, as is usual for a {kind}")
        text = f"Setting up one {thing.name} takes {usual.normalize():f} h, as is usual; nobody has said so"
        told = (Assumption(text, thing.REGISTER, thing.ref, "deploy_hours"),)
    assert isinstance(units.value, Decimal | int)
    assert isinstance(each.value, Decimal)
    hours = Decimal(units.value) * each.value
    return Setup(hours, Trace(hours, "hours", "product", (units, each), note="to set up"), told)


def _kind(thing: Thing) -> str:
    return thing.category if isinstance(thing, ModelFact) else thing.kind
