"""When changes may be made, and when not: windows and freezes."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.estate import Item, Person, Service, Site
from fullscore.store.models.fields import choices, field
from fullscore.store.models.registers import RegisterRow

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT

WEEKS = choices("every week", "first", "second", "third", "fourth", "last")


class Window(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "windows", "changes", "Maintenance window", "Maintenance windows"
    ABOUT = "Hours in which a service may be away: every Saturday from 22:00 to 04:00."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    service = field(
        models.ForeignKey(Service, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True,
        hint="Nothing here and below: all services.",
    )  # fmt: skip
    item = field(models.ForeignKey(Item, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    site = field(models.ForeignKey(Site, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    weekdays = field(
        models.CharField("weekdays", max_length=7), OPEN, listed=True, form="weekdays",
        hint="1 is Monday, 7 Sunday: 67.",
    )  # fmt: skip
    weeks = field(
        models.CharField("weeks", max_length=10, default="every week", choices=WEEKS), OPEN,
        hint="Of the month: the second Tuesday.",
    )  # fmt: skip
    opens_at = field(models.CharField("from", max_length=5), OPEN, listed=True, form="time")
    closes_at = field(
        models.CharField("to", max_length=5), OPEN, listed=True, form="time",
        hint="Earlier than its beginning: on the next day. 24:00 is the end of the day.",
    )  # fmt: skip
    starts_on = field(models.DateField("first day", null=True, blank=True), OPEN)
    ends_on = field(models.DateField("last day", null=True, blank=True), OPEN)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(starts_on=None)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="window_ends_after_start",
            ),
        )  # fmt: skip


class Freeze(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "freezes", "changes", "Freeze", "Freezes"
    ABOUT = "Days on which nothing may be changed, or only when it must be."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    strength = field(
        models.CharField("strength", max_length=4, default="hard", choices=choices("hard", "soft")),
        OPEN, listed=True, hint="hard: never; soft: only when nothing else works.",
    )  # fmt: skip
    starts_on = field(models.DateField("from"), OPEN, listed=True)
    starts_at = field(models.CharField("at", max_length=5, blank=True), OPEN, form="time")
    ends_on = field(models.DateField("to"), OPEN, listed=True)
    ends_at = field(
        models.CharField("until", max_length=5, blank=True), OPEN, form="time", hint="Empty: the whole day."
    )
    service = field(
        models.ForeignKey(Service, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True,
        hint="No service and no site: everything.",
    )  # fmt: skip
    site = field(models.ForeignKey(Site, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    owner = field(
        models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+"), OPEN,
        hint="Who asked for it.",
    )  # fmt: skip
    reason = field(models.CharField("reason", max_length=400, blank=True), OPEN)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="freeze_ends_after_start"
            ),
        )
