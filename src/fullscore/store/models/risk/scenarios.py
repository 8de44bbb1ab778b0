"""What may happen, how often, and what it costs then: as ranges people can say, with whose they are.

Two points of a range are taken for a nine-in-ten interval, three for the least, the likely and the most.
"""

from typing import Any

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.estate import Person, Service
from fullscore.store.models.fields import choices, field, ranged
from fullscore.store.models.registers import RegisterRow

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT

KINDS = choices(
    "ransomware", "outage", "link outage", "fraud", "loss or theft", "key person gone", "data leak", "other"
)
EVENTS = choices("any number a year", "once a year at most")
_OFTEN: dict[str, Any] = {"max_digits": 12, "decimal_places": 6, "null": True, "blank": True}
_HOURS: dict[str, Any] = {"max_digits": 9, "decimal_places": 2, "null": True, "blank": True}
_MONEY: dict[str, Any] = {"max_digits": 14, "decimal_places": 2, "null": True, "blank": True}
_SHARE: dict[str, Any] = {"max_digits": 7, "decimal_places": 4}


def _is_a_share() -> models.Q:
    """Return the condition that what comes once a year at most comes in no more than every year."""
    return ~models.Q(events="once a year at most") | models.Q(often_high=None) | models.Q(often_high__lte=1)


class Scenario(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "scenarios", "risk", "Loss scenario", "Loss scenarios"
    ABOUT = "What may happen, how often and at what cost: ransomware, a week without the ERP."

    name = field(models.CharField("what may happen", max_length=200), OPEN, listed=True, searchable=True)
    kind = field(models.CharField("kind", max_length=15, default="other", choices=KINDS), OPEN, listed=True)
    story = field(models.TextField("how it happens", max_length=4000, blank=True), OPEN, searchable=True)
    service = field(
        models.ForeignKey(Service, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True,
        hint="What is down; what an hour of that costs comes from who uses it.",
    )  # fmt: skip
    owner = field(models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+"), OPEN)
    events = field(
        models.CharField("how many", max_length=19, default="any number a year", choices=EVENTS), OPEN
    )
    often_low = field(
        models.DecimalField("times a year, at least", **_OFTEN), OPEN, listed=True, minimum=0,
        hint="0.1 is once in ten years. Nothing: only what its causes bring.",
    )  # fmt: skip
    often_likely = field(models.DecimalField("times a year, likely", **_OFTEN), OPEN, minimum=0)
    often_high = field(models.DecimalField("times a year, at most", **_OFTEN), OPEN, listed=True, minimum=0)
    hours_low = field(models.DecimalField("hours down, at least", **_HOURS), OPEN, minimum=0, unit="hours")
    hours_likely = field(models.DecimalField("hours down, likely", **_HOURS), OPEN, minimum=0, unit="hours")
    hours_high = field(models.DecimalField("hours down, at most", **_HOURS), OPEN, minimum=0, unit="hours")
    loss_low = field(
        models.DecimalField("costs at least", **_MONEY), MONEY, listed=True, money=True, minimum=0,
        hint="Each time, beside the hours of those who wait.",
    )  # fmt: skip
    loss_likely = field(models.DecimalField("likely costs", **_MONEY), MONEY, money=True, minimum=0)
    loss_high = field(
        models.DecimalField("costs at most", **_MONEY), MONEY, listed=True, money=True, minimum=0
    )
    second_share = field(
        models.DecimalField("has consequences in", **_SHARE, null=True, blank=True), OPEN, minimum=0,
        maximum=100, unit="percent", hint="Of so many cases: customers who leave, fines, lawyers.",
    )  # fmt: skip
    second_low = field(models.DecimalField("consequences, at least", **_MONEY), MONEY, money=True, minimum=0)
    second_likely = field(models.DecimalField("consequences, likely", **_MONEY), MONEY, money=True, minimum=0)
    second_high = field(models.DecimalField("consequences, at most", **_MONEY), MONEY, money=True, minimum=0)
    most_a_year = field(
        models.DecimalField("no year costs more than", **_MONEY), MONEY, money=True, minimum=0
    )
    is_assumed = field(
        models.BooleanField("an assumption to replace", default=False), OPEN, listed=True,
        hint="Nobody here has said these figures yet.",
    )  # fmt: skip
    said_by = field(models.CharField("whose figures", max_length=200, blank=True), OPEN, listed=True)
    said_on = field(models.DateField("said on", null=True, blank=True), OPEN)
    notes = field(models.TextField("notes", max_length=4000, blank=True), INTERNAL, searchable=True)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(condition=ranged("often"), name="scenario_often_range"),
            models.CheckConstraint(condition=ranged("hours"), name="scenario_hours_range"),
            models.CheckConstraint(condition=ranged("loss"), name="scenario_loss_range"),
            models.CheckConstraint(condition=ranged("second"), name="scenario_second_range"),
            models.CheckConstraint(condition=_is_a_share(), name="scenario_once_is_a_share"),
            models.CheckConstraint(
                condition=models.Q(hours_low=None) | ~models.Q(service=None),
                name="scenario_hours_of_a_service",
            ),
            models.CheckConstraint(
                condition=models.Q(second_low=None) | ~models.Q(second_share=None),
                name="scenario_second_has_share",
            ),
        )


class Cause(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "causes", "risk", "Shared cause", "Shared causes"
    ABOUT = "What brings several losses at once: a stolen password, a flood, a fire next door."

    name = field(models.CharField("what happens", max_length=200), OPEN, listed=True, searchable=True)
    events = field(
        models.CharField("how many", max_length=19, default="any number a year", choices=EVENTS), OPEN
    )
    often_low = field(models.DecimalField("times a year, at least", **_OFTEN), OPEN, listed=True, minimum=0)
    often_likely = field(models.DecimalField("times a year, likely", **_OFTEN), OPEN, minimum=0)
    often_high = field(models.DecimalField("times a year, at most", **_OFTEN), OPEN, listed=True, minimum=0)
    is_assumed = field(models.BooleanField("an assumption to replace", default=False), OPEN)
    said_by = field(models.CharField("whose figures", max_length=200, blank=True), OPEN, listed=True)
    said_on = field(models.DateField("said on", null=True, blank=True), OPEN)
    notes = field(models.TextField("notes", max_length=4000, blank=True), INTERNAL, searchable=True)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(condition=ranged("often"), name="cause_often_range"),
            models.CheckConstraint(condition=_is_a_share(), name="cause_once_is_a_share"),
        )


class Trigger(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "triggers", "risk", "What a cause brings", "What causes bring"
    ABOUT = "In how many of its cases a shared cause brings a loss."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("cause", "scenario"), True

    cause = field(models.ForeignKey(Cause, PROTECT, related_name="+"), OPEN, listed=True)
    scenario = field(models.ForeignKey(Scenario, PROTECT, related_name="+"), OPEN, listed=True)
    share = field(
        models.DecimalField("in", **_SHARE, default=100), OPEN, listed=True, minimum=0, maximum=100,
        unit="percent", hint="Of its cases.",
    )  # fmt: skip
