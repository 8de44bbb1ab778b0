"""Registers of the estate: sites, teams, people, models, items, pools, seats, measurements, events."""

from decimal import Decimal

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.fields import field
from fullscore.store.models.registers import RegisterRow

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT


def _choices(*values: str) -> list[tuple[str, str]]:
    return [(value, value) for value in values]


CATEGORIES = _choices(
    "laptop", "desktop", "monitor", "dock", "phone", "tablet", "printer", "scanner", "switch",
    "access point", "firewall", "server", "ups", "accessory", "other",
)  # fmt: skip
STATUSES = _choices("in use", "in stock", "on order", "in repair", "retired", "lost")
POOL_KINDS = _choices("licence", "link", "ports", "phone lines", "storage", "power", "other")


class Site(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "sites", "estate", "Site", "Sites"
    ABOUT = "Places where people work and things stand."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    address = field(models.CharField("address", max_length=300, blank=True), OPEN, searchable=True)
    city = field(models.CharField("city", max_length=100, blank=True), OPEN, listed=True, searchable=True)
    country = field(models.CharField("country", max_length=2, blank=True), OPEN, hint="Two letters, US")
    subdivision = field(models.CharField("state or province", max_length=8, blank=True), OPEN, listed=True)
    zone = field(models.CharField("time zone", max_length=64, blank=True), OPEN, listed=True)
    hours = field(models.CharField("hours of use", max_length=100, blank=True), OPEN, listed=True)


class Team(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "teams", "estate", "Team", "Teams"
    ABOUT = "Groups of people whose number the business plans."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    department = field(models.CharField("department", max_length=200, blank=True), OPEN, listed=True)
    hours = field(models.CharField("hours of use", max_length=100, blank=True), OPEN, listed=True)


class Person(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "people", "estate", "Person", "People"
    ABOUT = "Everyone who works here, with team, site and dates."
    OWN_BY = "email"

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    email = field(
        models.EmailField("e-mail", max_length=254, null=True, blank=True),
        PERSONAL, listed=True, searchable=True,
    )  # fmt: skip
    employee_number = field(
        models.CharField("employee number", max_length=64, null=True, blank=True), PERSONAL, searchable=True
    )
    title = field(models.CharField("job title", max_length=200, blank=True), OPEN, listed=True)
    team = field(models.ForeignKey(Team, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    site = field(models.ForeignKey(Site, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    status = field(
        models.CharField(
            "status", max_length=16, default="active", choices=_choices("active", "on leave", "left")
        ),
        OPEN, listed=True,
    )  # fmt: skip
    starts_on = field(models.DateField("starts on", null=True, blank=True), OPEN, listed=True)
    ends_on = field(models.DateField("last day", null=True, blank=True), OPEN)
    working_pattern = field(
        models.CharField(
            "working pattern", max_length=16, blank=True,
            choices=_choices("full time", "part time", "shift 1", "shift 2", "shift 3"),
        ),
        OPEN,
    )  # fmt: skip
    phone = field(models.CharField("phone", max_length=64, blank=True), PERSONAL)
    notes = field(models.TextField("notes", max_length=4000, blank=True), INTERNAL, searchable=True)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "email"], name="person_email_once",
                condition=models.Q(archived_at=None),
            ),
            models.UniqueConstraint(
                fields=["organisation", "employee_number"], name="person_number_once",
                condition=models.Q(archived_at=None),
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(starts_on=None)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="person_ends_after_start",
            ),
        )  # fmt: skip


class ItemModel(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "models", "estate", "Model", "Models"
    ABOUT = "Kinds of things you buy: price, lead time, what to keep back."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    category = field(
        models.CharField("category", max_length=16, default="other", choices=CATEGORIES), OPEN, listed=True
    )
    vendor = field(
        models.ForeignKey("store.Vendor", PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    unit_cost = field(
        models.DecimalField("unit cost", max_digits=14, decimal_places=2, null=True, blank=True),
        MONEY, listed=True, money=True, minimum=0,
    )  # fmt: skip
    lead_days = field(
        models.PositiveIntegerField("lead time", null=True, blank=True),
        OPEN, listed=True, maximum=1000, unit="working days",
    )  # fmt: skip
    lot_minimum = field(models.PositiveIntegerField("smallest order", default=1), OPEN, minimum=1)
    lot_step = field(models.PositiveIntegerField("sold in steps of", default=1), OPEN, minimum=1)
    safety_stock = field(models.PositiveIntegerField("kept back", default=0), OPEN, listed=True)
    life_months = field(
        models.PositiveIntegerField("useful life", null=True, blank=True), OPEN, maximum=600, unit="months"
    )
    deploy_hours = field(
        models.DecimalField("hours to set up", max_digits=8, decimal_places=2, null=True, blank=True),
        OPEN, minimum=0, unit="hours",
    )  # fmt: skip


class Item(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "items", "estate", "Item", "Items"
    ABOUT = "Devices and other things, each with its tag, holder and dates."
    REF_FROM = ("tag", "serial", "name")
    OWN_BY = "holder__email"

    name = field(models.CharField("name", max_length=200, blank=True), OPEN, listed=True, searchable=True)
    tag = field(
        models.CharField("asset tag", max_length=64, null=True, blank=True),
        OPEN, listed=True, searchable=True,
    )  # fmt: skip
    serial = field(
        models.CharField("serial number", max_length=100, null=True, blank=True),
        OPEN, listed=True, searchable=True,
    )  # fmt: skip
    model = field(
        models.ForeignKey(ItemModel, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    status = field(
        models.CharField("status", max_length=16, default="in use", choices=STATUSES), OPEN, listed=True
    )
    holder = field(
        models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    site = field(models.ForeignKey(Site, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    place = field(models.CharField("place", max_length=200, blank=True), OPEN)
    purchased_on = field(models.DateField("bought on", null=True, blank=True), OPEN)
    cost = field(
        models.DecimalField("cost", max_digits=14, decimal_places=2, null=True, blank=True),
        MONEY, money=True, minimum=0,
    )  # fmt: skip
    vendor = field(models.ForeignKey("store.Vendor", PROTECT, null=True, blank=True, related_name="+"), OPEN)
    warranty_ends_on = field(models.DateField("warranty ends", null=True, blank=True), OPEN, listed=True)
    replace_by = field(models.DateField("replace by", null=True, blank=True), OPEN)
    notes = field(models.TextField("notes", max_length=4000, blank=True), INTERNAL, searchable=True)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "tag"], name="item_tag_once", condition=models.Q(archived_at=None)
            ),
            models.UniqueConstraint(
                fields=["organisation", "serial"], name="item_serial_once",
                condition=models.Q(archived_at=None),
            ),
        )  # fmt: skip


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
    scope = field(
        models.CharField(
            "serves", max_length=16, default="organisation", choices=_choices("organisation", "site")
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
            choices=_choices("count", "peak", "95th percentile"),
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
            "price is per", max_length=8, default="year", choices=_choices("once", "month", "year")
        ),
        OPEN,
    )
    lot_type = field(
        models.CharField("sold", max_length=16, default="multiple", choices=_choices("multiple", "levels")),
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
