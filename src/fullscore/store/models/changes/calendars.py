"""Calendars read from files and addresses, and schedules that were asked for; none of them a register."""

from django.db import models

from fullscore.store.models.estate import Person, Service
from fullscore.store.models.fields import choices
from fullscore.store.models.tenancy import OwnedRow


class CalendarSource(OwnedRow):
    """A calendar somebody keeps elsewhere: an address that is read again, or a file brought in once.

    `content` is the last copy that could be read; a failed reading leaves it and says why in `error`.
    """

    MEANS = ("hard freeze", "soft freeze", "event", "closed", "absence")

    name = models.CharField(max_length=200)
    address = models.CharField(max_length=2000, blank=True)
    means = models.CharField(max_length=11, choices=choices(*MEANS))
    # Whose absences they are, or which service is frozen; none: everything.
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    service = models.ForeignKey(Service, null=True, on_delete=models.CASCADE, related_name="+")
    content = models.TextField(blank=True)
    read_at = models.DateTimeField(null=True)
    tried_at = models.DateTimeField(null=True)
    error = models.TextField(max_length=2000, blank=True)
    # What could not be understood in it: [{"line", "sentence"}].
    notes = models.JSONField(default=list)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organisation", "name"], name="calendar_source_name_once"),
        )

    def __str__(self) -> str:
        return self.name


class CalendarEntry(OwnedRow):
    """One occurrence of an event of a calendar, expanded when it was read."""

    source = models.ForeignKey(CalendarSource, on_delete=models.CASCADE, related_name="+")
    uid = models.CharField(max_length=400)
    name = models.CharField(max_length=400)
    start = models.DateTimeField()
    end = models.DateTimeField()
    is_all_day = models.BooleanField(default=False)

    class Meta:
        indexes = (models.Index(fields=["organisation", "source", "start"], name="calendar_entry_when"),)

    def __str__(self) -> str:
        return self.name


class ScheduleRun(OwnedRow):
    """Dates that were asked for all open changes: what was asked, how far it is, what came out."""

    STATES = ("asked", "running", "done", "stopped", "failed")

    number = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=choices(*STATES), default="asked")
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=200)
    # Rules let go and days that are frozen on trial: {"dropped": [key], "frozen": [[from, to]]}.
    asked = models.JSONField(default=dict)
    on = models.DateField()
    # The newest history entry it was worked out from; a newer one means it may be old.
    history = models.BigIntegerField(default=0)
    progress = models.JSONField(default=dict)
    document = models.JSONField(null=True)
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    error = models.TextField(max_length=2000, blank=True)
    stop_asked = models.BooleanField(default=False)
    taken_at = models.DateTimeField(null=True)
    taken_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organisation", "number"], name="schedule_run_number_once"),
        )
        indexes = (models.Index(fields=["state", "id"], name="schedule_run_open"),)

    def __str__(self) -> str:
        return f"s-{self.number}"
