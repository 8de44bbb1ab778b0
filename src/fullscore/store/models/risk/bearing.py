"""Who bears a loss: insurers up to a sum, and the owners as far as they said."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.fields import field
from fullscore.store.models.registers import RegisterRow
from fullscore.store.models.risk.scenarios import Scenario
from fullscore.store.models.vendors import Contract

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT


class Insurance(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "insurances", "risk", "Insurance", "Insurances"
    ABOUT = "What an insurer pays of a year's losses: above what is yours to bear, up to a sum."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    policy = field(models.ForeignKey(Contract, PROTECT, null=True, blank=True, related_name="+"), OPEN)
    scenario = field(
        models.ForeignKey(Scenario, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True,
        hint="Nothing: all losses.",
    )  # fmt: skip
    deductible = field(
        models.DecimalField("yours of a year", max_digits=14, decimal_places=2, null=True, blank=True),
        MONEY, listed=True, money=True, minimum=0,
    )  # fmt: skip
    share = field(
        models.DecimalField("pays of the rest", max_digits=7, decimal_places=4, default=100), OPEN,
        minimum=0, maximum=100, unit="percent",
    )  # fmt: skip
    most_a_year = field(
        models.DecimalField("at most a year", max_digits=14, decimal_places=2, null=True, blank=True),
        MONEY, listed=True, money=True, minimum=0,
    )  # fmt: skip
    starts_on = field(models.DateField("insured from", null=True, blank=True), OPEN)
    ends_on = field(models.DateField("insured to", null=True, blank=True), OPEN)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(starts_on=None)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="insurance_ends_after_start",
            ),
        )  # fmt: skip


class Tolerance(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "tolerances", "risk", "What can be borne", "What can be borne"
    ABOUT = "How bad a year the owners can live with: no more than so much in one year of ten."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    one_in_years = field(
        models.PositiveIntegerField("one year in"), OPEN, listed=True, minimum=1, maximum=10_000, unit="years"
    )
    amount = field(
        models.DecimalField("costs at most", max_digits=14, decimal_places=2), MONEY, listed=True,
        money=True, minimum=0,
    )  # fmt: skip
    said_by = field(models.CharField("who said so", max_length=200, blank=True), OPEN, listed=True)
    said_on = field(models.DateField("said on", null=True, blank=True), OPEN)
