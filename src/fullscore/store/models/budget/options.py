"""Options: the ways to do a proposal, of which one is taken; what they cost, bring and need."""

from typing import Any

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.budget.proposals import Proposal
from fullscore.store.models.fields import choices, field, one_of
from fullscore.store.models.registers import RegisterRow
from fullscore.store.models.risk import Control

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT
_MONEY: dict[str, Any] = {"max_digits": 14, "decimal_places": 2, "null": True, "blank": True}


class Option(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "options", "budget", "Option", "Options"
    ABOUT = "One way to do a proposal: what it costs, how many hours it takes, what it brings a year."
    REF_FROM, IS_REF_JOINED = ("proposal", "name"), True

    proposal = field(models.ForeignKey(Proposal, PROTECT, related_name="+"), OPEN, listed=True)
    name = field(models.CharField("way", max_length=200), OPEN, listed=True, searchable=True)
    about = field(models.TextField("how", max_length=4000, blank=True), OPEN, searchable=True)
    is_nothing = field(
        models.BooleanField("is doing nothing", default=False), OPEN,
        hint="What it costs when all stays as it is. Without such a row doing nothing costs nothing.",
    )  # fmt: skip
    once_cost = field(models.DecimalField("costs once", **_MONEY), MONEY, listed=True, money=True, minimum=0)
    yearly_cost = field(
        models.DecimalField("costs a year", **_MONEY), MONEY, listed=True, money=True, minimum=0
    )
    hours = field(
        models.DecimalField("work in IT", max_digits=9, decimal_places=2, null=True, blank=True), OPEN,
        listed=True, minimum=0, unit="hours",
    )  # fmt: skip
    over_quarters = field(
        models.PositiveIntegerField("spread over", default=1), OPEN, minimum=1, maximum=40, unit="quarters"
    )
    goal_value = field(
        models.DecimalField("earns a year", **_MONEY), MONEY, listed=True, money=True, minimum=0,
        hint="What the goal it serves is worth a year, as far as it hangs on this.",
    )  # fmt: skip
    cost_avoided = field(
        models.DecimalField("saves a year", **_MONEY), MONEY, listed=True, money=True, minimum=0
    )
    value_by = field(models.CharField("whose figures", max_length=200, blank=True), OPEN)
    value_on = field(models.DateField("said on", null=True, blank=True), OPEN)
    must_be_true = field(
        models.TextField("what must be true", max_length=4000, blank=True), OPEN,
        hint="One a line: else it is not worth it.",
    )  # fmt: skip
    pin = field(
        models.CharField(
            "wanted", max_length=9, default="free", choices=choices("free", "pinned", "forbidden")
        ),
        OPEN, hint="pinned: taken whatever it costs; forbidden: never.",
    )  # fmt: skip
    pinned_by = field(models.CharField("who says so", max_length=200, blank=True), OPEN)
    pinned_on = field(models.DateField("since", null=True, blank=True), OPEN)


class Outlay(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "outlays", "budget", "Cost of a year", "Costs by year"
    ABOUT = "What an option costs in one of its years, beside what it costs once and every year."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("option", "year"), True

    option = field(models.ForeignKey(Option, PROTECT, related_name="+"), OPEN, listed=True)
    year = field(
        models.PositiveIntegerField("in its year"), OPEN, listed=True, minimum=1, maximum=20,
        hint="1 is the year it starts in.",
    )  # fmt: skip
    amount = field(
        models.DecimalField("costs", max_digits=14, decimal_places=2),
        MONEY,
        listed=True,
        money=True,
        minimum=0,
    )
    note = field(models.CharField("what for", max_length=200, blank=True), OPEN, listed=True)


class Bringing(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = (
        "brings",
        "budget",
        "What an option brings",
        "What options bring",
    )
    ABOUT = "Which controls are there once an option is done."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("option", "control"), True

    option = field(models.ForeignKey(Option, PROTECT, related_name="+"), OPEN, listed=True)
    control = field(models.ForeignKey(Control, PROTECT, related_name="+"), OPEN, listed=True)


class Need(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = (
        "needs",
        "budget",
        "Need or exclusion",
        "Needs and exclusions",
    )
    ABOUT = "What is done only with something else, or never with it."
    TITLE = "ref"
    REF_FROM = ("proposal", "option", "how", "other_proposal", "other_option")
    IS_REF_JOINED = True

    proposal = field(
        models.ForeignKey(Proposal, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True,
        hint="Done in any way.",
    )  # fmt: skip
    option = field(
        models.ForeignKey(
            Option, PROTECT, null=True, blank=True, related_name="+", verbose_name="or one way"
        ),
        OPEN, listed=True,
    )  # fmt: skip
    how = field(
        models.CharField("how", max_length=8, default="needs", choices=choices("needs", "excludes")), OPEN,
        listed=True,
    )  # fmt: skip
    other_proposal = field(
        models.ForeignKey(Proposal, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    other_option = field(
        models.ForeignKey(
            Option, PROTECT, null=True, blank=True, related_name="+", verbose_name="or one way of another"
        ),
        OPEN, listed=True,
    )  # fmt: skip

    note = field(models.CharField("why", max_length=200, blank=True), OPEN, listed=True)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(condition=one_of("proposal", "option"), name="need_of_one_thing"),
            models.CheckConstraint(
                condition=one_of("other_proposal", "other_option"), name="need_for_one_thing"
            ),
            models.CheckConstraint(
                condition=models.Q(proposal=None)
                | models.Q(other_proposal=None)
                | ~models.Q(proposal=models.F("other_proposal")),
                name="need_is_another",
            ),
            models.CheckConstraint(
                condition=models.Q(option=None)
                | models.Q(other_option=None)
                | ~models.Q(option=models.F("other_option")),
                name="need_is_another_way",
            ),
        )
