"""Registers of what is shared by number: pools, the levels they are sold in, seats."""

from decimal import Decimal

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.estate.people import Person, Site
from fullscore.store.models.fields import choices, field
from fullscore.store.models.registers import RegisterRow

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT

POOL_KINDS = choices("licence", "link", "ports", "phone lines", "storage", "power", "other")


class Pool(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "pools", "estate", "Licence or capacity", "Licences and capacity"
    ABOUT = "What is shared by number: seats, Mbit/s, ports, lines."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    kind = field(
        models.CharField("kind", max_length=16, default="licence", choices=POOL_KINDS), OPEN, listed=True
    )
    vendor = field(
        models.ForeignKey("store.Vendor", PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    owner = field(
        models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+"), OPEN,
        hint="Who decides about it.",
    )  # fmt: skip
    scope = field(
        models.CharField(
            "serves", max_length=16, default="organisation", choices=choices("organisation", "site")
        ),
        OPEN,
    )
    site = field(models.ForeignKey(Site, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    unit = field(models.CharField("unit", max_length=32, default="seats"), OPEN, listed=True)
    capacity = field(
        models.DecimalField("capacity", max_digits=14, decimal_places=2, null=True, blank=True),
        OPEN, listed=True, minimum=0,
    )  # fmt: skip
    used = field(
        models.DecimalField("measured use", max_digits=14, decimal_places=2, null=True, blank=True),
        OPEN, listed=True, minimum=0,
    )  # fmt: skip
    used_kind = field(
        models.CharField(
            "measured as",
            max_length=16,
            default="count",
            choices=choices("count", "peak", "95th percentile"),
        ),
        OPEN,
    )
    used_on = field(models.DateField("measured on", null=True, blank=True), OPEN)
    planning_limit = field(
        models.PositiveIntegerField("may be used up to", default=100), OPEN, minimum=1, maximum=100, unit="%"
    )
    safety = field(
        models.DecimalField("kept back", max_digits=14, decimal_places=2, default=Decimal(0)), OPEN, minimum=0
    )
    unit_cost = field(
        models.DecimalField("unit cost", max_digits=14, decimal_places=4, null=True, blank=True),
        MONEY, listed=True, money=True, minimum=0,
    )  # fmt: skip
    cost_period = field(
        models.CharField(
            "price is per", max_length=8, default="year", choices=choices("once", "month", "year")
        ),
        OPEN,
    )
    lot_type = field(
        models.CharField("sold", max_length=16, default="multiple", choices=choices("multiple", "levels")),
        OPEN,
    )
    lot_minimum = field(models.PositiveIntegerField("smallest order", default=1), OPEN, minimum=1)
    lot_step = field(models.PositiveIntegerField("sold in steps of", default=1), OPEN, minimum=1)
    lead_days = field(
        models.PositiveIntegerField("lead time", null=True, blank=True),
        OPEN,
        maximum=1000,
        unit="working days",
    )
    deploy_hours = field(
        models.DecimalField("hours to set up", max_digits=8, decimal_places=2, null=True, blank=True),
        OPEN, minimum=0, unit="hours",
    )  # fmt: skip
    per_head = field(
        models.DecimalField("needed per person", max_digits=10, decimal_places=3, null=True, blank=True),
        OPEN, minimum=0, hint="For what nobody holds by name, such as Mbit/s; empty: learned from seats.",
    )  # fmt: skip
    is_trend_followed = field(
        models.BooleanField("plan with its trend", default=True), OPEN,
        hint="From three dated measurements on, plans expect the use to go on growing as it did.",
    )  # fmt: skip
    expires_on = field(models.DateField("runs until", null=True, blank=True), OPEN)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(scope="site") | models.Q(site__isnull=False),
                name="pool_of_a_site_has_one",
            ),
        )


class PoolLevel(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "levels", "estate", "Level", "Levels"
    ABOUT = "Sizes a link or plan is sold in; a new level replaces the present one."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("pool", "capacity"), True

    pool = field(models.ForeignKey(Pool, PROTECT, related_name="+"), OPEN, listed=True)
    capacity = field(
        models.DecimalField("capacity", max_digits=14, decimal_places=2), OPEN, listed=True, minimum=0
    )
    cost_month = field(
        models.DecimalField("cost a month", max_digits=14, decimal_places=2, null=True, blank=True),
        MONEY, listed=True, money=True, minimum=0,
    )  # fmt: skip
    cost_once = field(
        models.DecimalField("cost once", max_digits=14, decimal_places=2, null=True, blank=True),
        MONEY, listed=True, money=True, minimum=0,
    )  # fmt: skip
    term_months = field(
        models.PositiveIntegerField("shortest term", null=True, blank=True),
        OPEN, listed=True, maximum=600, unit="months", hint="Before one may go back to a smaller one.",
    )  # fmt: skip


class PoolSeat(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "seats", "estate", "Seat", "Seats"
    ABOUT = "Who holds a seat of which licence."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("pool", "person"), True
    OWN_BY = "person__email"

    pool = field(models.ForeignKey(Pool, PROTECT, related_name="+"), OPEN, listed=True)
    person = field(models.ForeignKey(Person, PROTECT, related_name="+"), OPEN, listed=True)
    since = field(models.DateField("since", null=True, blank=True), OPEN, listed=True)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "pool", "person"],
                name="seat_once",
                condition=models.Q(archived_at=None),
            ),
        )


class Measurement(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "measurements", "estate", "Measurement", "Measurements"
    ABOUT = "How much of a licence or link was used on a day; from three days on there is a trend."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("pool", "measured_on"), True

    pool = field(models.ForeignKey(Pool, PROTECT, related_name="+"), OPEN, listed=True)
    measured_on = field(models.DateField("measured on"), OPEN, listed=True)
    value = field(
        models.DecimalField("measured use", max_digits=14, decimal_places=2), OPEN, listed=True, minimum=0
    )

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "pool", "measured_on"], name="measurement_once",
                condition=models.Q(archived_at=None),
            ),
        )  # fmt: skip
