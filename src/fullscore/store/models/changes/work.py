"""Changes: what is done to what people work with, by whom, after what, and who agreed."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.estate import Item, Person, Pool, Service
from fullscore.store.models.fields import choices, field, one_of
from fullscore.store.models.registers import RegisterRow
from fullscore.store.models.vendors.buying import Vendor

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT

STATES = choices(
    "draft", "planned", "agreed", "scheduled", "running", "done", "rolled back", "abandoned"
)  # fmt: skip


class Change(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "changes", "changes", "Change", "Changes"
    ABOUT = "Work on what people work with: what, why, when at the earliest, and when it is set for."

    name = field(models.CharField("what", max_length=200), OPEN, listed=True, searchable=True)
    why = field(models.TextField("why", max_length=4000, blank=True), OPEN, searchable=True)
    kind = field(
        models.CharField(
            "kind", max_length=9, default="normal", choices=choices("standard", "normal", "emergency")
        ),
        OPEN, listed=True,
        hint="standard: made from a template that everybody agreed to; emergency: written down afterwards.",
    )  # fmt: skip
    is_template = field(
        models.BooleanField("is a template", default=False), OPEN,
        hint="Standard changes are made from it; it has no date of its own.",
    )  # fmt: skip
    state = field(
        models.CharField("state", max_length=11, default="draft", choices=STATES), OPEN, listed=True
    )
    owner = field(
        models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True,
        hint="Who sees to it that it happens.",
    )  # fmt: skip
    serves = field(
        models.CharField("serves", max_length=64, blank=True), OPEN,
        hint="The goal or requirement it is for: g-1.",
    )  # fmt: skip
    vendor = field(
        models.ForeignKey(Vendor, PROTECT, null=True, blank=True, related_name="+"), OPEN,
        hint="Whose people must be there or on the phone.",
    )  # fmt: skip

    shortest_hours = field(
        models.DecimalField("at best", max_digits=6, decimal_places=2, null=True, blank=True),
        OPEN, minimum=0, unit="hours",
    )  # fmt: skip
    likely_hours = field(
        models.DecimalField("takes", max_digits=6, decimal_places=2, null=True, blank=True),
        OPEN, listed=True, minimum=0, unit="hours",
    )  # fmt: skip
    longest_hours = field(
        models.DecimalField("at worst", max_digits=6, decimal_places=2, null=True, blank=True),
        OPEN, minimum=0, unit="hours",
    )  # fmt: skip
    rollback_hours = field(
        models.DecimalField("taking it back", max_digits=6, decimal_places=2, null=True, blank=True),
        OPEN, minimum=0, unit="hours",
    )  # fmt: skip

    earliest = field(models.DateField("not before", null=True, blank=True), OPEN)
    latest = field(
        models.DateField("not after", null=True, blank=True), OPEN,
        hint="It is over on this day at the latest, or does not happen.",
    )  # fmt: skip
    due = field(
        models.DateField("wanted by", null=True, blank=True), OPEN, listed=True,
        hint="Later costs something; it is still done.",
    )  # fmt: skip
    waiting_cost_day = field(
        models.DecimalField("a day later costs", max_digits=14, decimal_places=2, null=True, blank=True),
        MONEY, money=True, minimum=0,
    )  # fmt: skip
    notice_days = field(
        models.PositiveIntegerField("told before", null=True, blank=True), OPEN, maximum=365,
        unit="working days",
    )  # fmt: skip
    soak_days = field(
        models.PositiveIntegerField("watched after", null=True, blank=True), OPEN, maximum=60,
        unit="working days", hint="No other change of the same things; empty: by risk class.",
    )  # fmt: skip

    starts_on = field(
        models.DateField("date", null=True, blank=True), OPEN, listed=True, hint="The day it is set for."
    )
    starts_at = field(
        models.CharField("time", max_length=5, blank=True), OPEN, listed=True, form="time",
        hint="Of the organisation's clock: 22:00.",
    )  # fmt: skip
    is_announced = field(
        models.BooleanField("announced", default=False), OPEN,
        hint="People were told the date; it moves only when nothing else helps.",
    )  # fmt: skip

    test = field(models.TextField("how it is tested", max_length=4000, blank=True), OPEN)
    rollback = field(models.TextField("how it is taken back", max_length=4000, blank=True), OPEN)
    notice = field(models.TextField("what people are told", max_length=4000, blank=True), OPEN)
    notes = field(models.TextField("notes", max_length=4000, blank=True), INTERNAL, searchable=True)

    # When it truly began and ended; written by the acts of starting and ending it.
    begun_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(earliest=None) | models.Q(latest=None)
                | models.Q(latest__gte=models.F("earliest")),
                name="change_latest_after_earliest",
            ),
        )  # fmt: skip


class ChangeTouch(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "touches", "changes", "What a change touches", "What changes touch"
    ABOUT = "The things, links and services a change works on, and whether they are away meanwhile."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("change", "service", "item", "pool"), True

    change = field(models.ForeignKey(Change, PROTECT, related_name="+"), OPEN, listed=True)
    service = field(
        models.ForeignKey(Service, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    item = field(models.ForeignKey(Item, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    pool = field(models.ForeignKey(Pool, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    how = field(
        models.CharField(
            "meanwhile", max_length=8, default="down", choices=choices("down", "degraded", "up")
        ),
        OPEN, listed=True,
    )  # fmt: skip

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(condition=one_of("service", "item", "pool"), name="touch_of_one_thing"),
        )


class ChangeCrew(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "crews", "changes", "Who a change takes", "Who changes take"
    ABOUT = "The people a change takes: somebody by name, or one of those with a skill."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("change", "person", "skill"), True

    change = field(models.ForeignKey(Change, PROTECT, related_name="+"), OPEN, listed=True)
    person = field(
        models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    skill = field(
        models.CharField("or one with the skill", max_length=64, blank=True), OPEN, listed=True,
        hint="As people's skills are written: network.",
    )  # fmt: skip
    count = field(models.PositiveIntegerField("how many", default=1), OPEN, minimum=1, maximum=50)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(person=None) ^ models.Q(skill=""), name="crew_by_name_or_skill"
            ),
        )


class Predecessor(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "predecessors", "changes", "What comes before", "What comes before"
    ABOUT = "Which change must be over before another begins."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("change", "after"), True

    change = field(models.ForeignKey(Change, PROTECT, related_name="+"), OPEN, listed=True)
    after = field(models.ForeignKey(Change, PROTECT, related_name="+"), OPEN, listed=True)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(change=models.F("after")), name="predecessor_is_another"
            ),
        )


class ChangeStep(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "steps", "changes", "Step of a change", "Steps of changes"
    ABOUT = "What is done one after the other, and ticked off."
    TITLE = "text"
    REF_FROM, IS_REF_JOINED = ("change", "position"), True

    change = field(models.ForeignKey(Change, PROTECT, related_name="+"), OPEN, listed=True)
    position = field(models.PositiveIntegerField("number", default=1), OPEN, listed=True, minimum=1)
    text = field(models.CharField("what is done", max_length=400), OPEN, listed=True, searchable=True)
    is_done = field(models.BooleanField("done", default=False), OPEN, listed=True)
    done_by = field(models.CharField("done by", max_length=200, blank=True), OPEN)
    done_on = field(models.DateField("done on", null=True, blank=True), OPEN)


class Agreement(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "agreements", "changes", "Agreement", "Agreements"
    ABOUT = "Who was asked about a change, what they saw, and what they said."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("change", "person"), True

    change = field(models.ForeignKey(Change, PROTECT, related_name="+"), OPEN, listed=True)
    person = field(models.ForeignKey(Person, PROTECT, related_name="+"), OPEN, listed=True)
    answer = field(
        models.CharField(
            "answer", max_length=8, default="asked", choices=choices("asked", "agreed", "objected", "silent")
        ),
        OPEN, listed=True, hint="silent: no answer by its day, which counts as agreed.",
    )  # fmt: skip
    reason = field(models.TextField("reason", max_length=4000, blank=True), OPEN, listed=True)
    asked_on = field(models.DateField("asked on", null=True, blank=True), OPEN)
    answer_by = field(models.DateField("answer by", null=True, blank=True), OPEN, listed=True)
    answered_on = field(models.DateField("answered on", null=True, blank=True), OPEN)
    seen = field(
        models.TextField("what they saw", max_length=20_000, blank=True), OPEN,
        hint="Date and impact as they stood when the answer was given.",
    )  # fmt: skip
