"""What makes losses rarer or smaller, and by how much."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.estate import Person
from fullscore.store.models.fields import choices, field, one_of
from fullscore.store.models.registers import RegisterRow
from fullscore.store.models.risk.scenarios import Cause, Scenario

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT


class Control(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "controls", "risk", "Control", "Controls"
    ABOUT = "What makes losses rarer or smaller: a second link, a copy elsewhere, a check by phone."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    is_in_place = field(
        models.BooleanField("in place", default=False), OPEN, listed=True,
        hint="Then the ranges of the scenarios already count with it.",
    )  # fmt: skip
    owner = field(
        models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    notes = field(models.TextField("notes", max_length=4000, blank=True), INTERNAL, searchable=True)


class Reduction(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "reductions", "risk", "What a control does", "What controls do"
    ABOUT = "By how much a control makes a loss rarer, or smaller when it comes."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("control", "scenario", "cause", "acts_on"), True

    control = field(models.ForeignKey(Control, PROTECT, related_name="+"), OPEN, listed=True)
    scenario = field(
        models.ForeignKey(Scenario, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    cause = field(
        models.ForeignKey(Cause, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    acts_on = field(
        models.CharField(
            "on", max_length=12, default="frequency", choices=choices("frequency", "loss", "consequences")
        ),
        OPEN, listed=True, hint="How often, how much each time, or how much follows from it.",
    )  # fmt: skip
    less = field(
        models.DecimalField("less by", max_digits=7, decimal_places=4), OPEN, listed=True, minimum=0,
        maximum=100, unit="percent",
    )  # fmt: skip
    is_assumed = field(models.BooleanField("an assumption to replace", default=False), OPEN)
    said_by = field(models.CharField("whose figure", max_length=200, blank=True), OPEN)
    said_on = field(models.DateField("said on", null=True, blank=True), OPEN)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(condition=one_of("scenario", "cause"), name="reduction_of_one_thing"),
            models.CheckConstraint(condition=models.Q(less__lt=100), name="reduction_leaves_some"),
            models.CheckConstraint(
                condition=models.Q(cause=None) | models.Q(acts_on="frequency"), name="reduction_of_a_cause"
            ),
        )
