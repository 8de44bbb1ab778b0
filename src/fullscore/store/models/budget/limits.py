"""Limits: the money and hours there are, and shares the owners set."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.budget.proposals import PURPOSES
from fullscore.store.models.fields import choices, field
from fullscore.store.models.registers import RegisterRow

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass


class Limit(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "limits", "budget", "Limit", "Limits"
    ABOUT = "What proposals share: money of a year, hours of a quarter, floors and ceilings by purpose."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    kind = field(
        models.CharField(
            "kind", max_length=8, default="budget",
            choices=choices("budget", "hours", "floor", "ceiling", "bad year"),
        ),
        OPEN, listed=True,
    )  # fmt: skip
    starts_on = field(
        models.DateField("from", null=True, blank=True), OPEN, listed=True,
        hint="First day of the fiscal year or quarter it holds for; nothing: every one.",
    )  # fmt: skip
    amount = field(
        models.DecimalField("amount", max_digits=14, decimal_places=2, null=True, blank=True), MONEY,
        listed=True, money=True, minimum=0, hint="Of a budget, or of a bad year.",
    )  # fmt: skip
    hours = field(
        models.DecimalField("hours", max_digits=9, decimal_places=2, null=True, blank=True), OPEN,
        listed=True, minimum=0, unit="hours",
    )  # fmt: skip
    purpose = field(
        models.CharField("purpose", max_length=6, blank=True, choices=PURPOSES), OPEN, listed=True
    )
    share = field(
        models.DecimalField("share", max_digits=7, decimal_places=4, null=True, blank=True), OPEN,
        listed=True, minimum=0, maximum=100, unit="percent", hint="Of what is spent on proposals.",
    )  # fmt: skip
    one_in_years = field(
        models.PositiveIntegerField("one year in", null=True, blank=True), OPEN, minimum=1, maximum=10_000,
        unit="years",
    )  # fmt: skip
    said_by = field(models.CharField("who said so", max_length=200, blank=True), OPEN)
    said_on = field(models.DateField("said on", null=True, blank=True), OPEN)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind="budget", amount__isnull=False)
                | models.Q(kind="hours", hours__isnull=False)
                | models.Q(
                    kind__in=("floor", "ceiling"), share__isnull=False,
                    purpose__in=("run", "grow", "secure"),
                )
                | models.Q(kind="bad year", amount__isnull=False, one_in_years__isnull=False),
                name="limit_has_its_figure",
            ),
        )  # fmt: skip
