"""What each list brings: on the page of a place with nothing in it, and as what to bring next."""

from dataclasses import dataclass
from types import MappingProxyType

from fullscore.usecases.estate import Standing


@dataclass(frozen=True, slots=True)
class Step:
    """A list to bring in next, and what it adds."""

    what: str
    adds: str
    where: str


_STEPS = MappingProxyType({
    "devices": Step(
        "A list of devices", "who holds what, when warranties end, what stands in stock",
        "Intune, Snipe-IT, Jamf, GLPI, a sheet",
    ),
    "people": Step(
        "A list of people", "what leavers still have, who has no computer, goals for teams",
        "BambooHR, Entra, Google, ADP",
    ),
    "licences": Step(
        "A list of licences", "what runs out when, what is bought and unused", "Microsoft 365, Snipe-IT",
    ),
    "licence seats": Step(
        "Users with their licences", "seats of people who left, and what they cost a year",
        "Microsoft 365, Google",
    ),
    "models": Step(
        "A list of models with prices", "what forecasts and plans cost", "Snipe-IT, a price list",
    ),
})  # fmt: skip


def steps(found: Standing) -> tuple[Step, ...]:
    """Return what to bring in next."""
    return tuple(_STEPS[step.kind] for step in found.next_steps)


def first_steps() -> tuple[Step, ...]:
    """Return what each first list gives, for a place with nothing in it."""
    return tuple(step for kind, step in _STEPS.items() if kind != "models")
