"""All that may happen and what makes it less, read whole; rows put away are left out."""

from dataclasses import dataclass
from typing import TypeVar

from django.db.models import QuerySet

from fullscore.store.models import (
    Cause,
    Control,
    Insurance,
    Organisation,
    Reduction,
    Scenario,
    Tolerance,
    Trigger,
)
from fullscore.store.models.registers import RegisterRow

R = TypeVar("R", bound=RegisterRow)
_HEAVY = ("provenance", "extra")


@dataclass(frozen=True, slots=True)
class Rows:
    """What losses are worked out from; triggers and reductions only between rows that are not put away."""

    organisation: Organisation
    scenarios: tuple[Scenario, ...]
    causes: tuple[Cause, ...]
    triggers: tuple[Trigger, ...]
    controls: tuple[Control, ...]
    reductions: tuple[Reduction, ...]
    insurances: tuple[Insurance, ...]
    tolerances: tuple[Tolerance, ...]


def read_rows(organisation_id: int) -> Rows:
    """Read everything risks are worked out from, in one query a table."""
    scenarios = tuple(_live(Scenario, organisation_id, "service", "owner"))
    causes, controls = tuple(_live(Cause, organisation_id)), tuple(_live(Control, organisation_id))
    known = {row.pk for row in scenarios}, {row.pk for row in causes}, {row.pk for row in controls}
    return Rows(
        Organisation.objects.get(pk=organisation_id), scenarios, causes,
        tuple(
            row for row in _live(Trigger, organisation_id, "cause", "scenario")
            if row.scenario_id in known[0] and row.cause_id in known[1]
        ),
        controls,
        tuple(
            row for row in _live(Reduction, organisation_id, "control", "scenario", "cause")
            if row.control_id in known[2] and (row.scenario_id in known[0] or row.cause_id in known[1])
        ),
        tuple(
            row for row in _live(Insurance, organisation_id, "scenario")
            if row.scenario_id is None or row.scenario_id in known[0]
        ),
        tuple(_live(Tolerance, organisation_id)),
    )  # fmt: skip


def _live(model: type[R], organisation_id: int, *beside: str) -> QuerySet[R]:
    rows: QuerySet[R] = model.objects.of(organisation_id).filter(archived_at=None).defer(*_HEAVY)
    return (rows.select_related(*beside) if beside else rows).order_by("ref")
