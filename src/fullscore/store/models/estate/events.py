"""The register of days the business cares about."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.fields import field
from fullscore.store.models.registers import RegisterRow

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT


class Event(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "events", "estate", "Business event", "Business events"
    ABOUT = "Days the business cares about: stock-taking, fairs, audits, closures."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    starts_on = field(models.DateField("from"), OPEN, listed=True)
    ends_on = field(models.DateField("to"), OPEN, listed=True)
    is_closed = field(models.BooleanField("closed for business", default=False), OPEN, listed=True)
    notes = field(models.TextField("notes", max_length=4000, blank=True), INTERNAL, searchable=True)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="event_ends_after_start"
            ),
        )
