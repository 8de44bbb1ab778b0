"""Registers of things: models one buys, and each item."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.estate.people import Person, Site
from fullscore.store.models.fields import choices, field
from fullscore.store.models.registers import RegisterRow

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT

CATEGORIES = choices(
    "laptop", "desktop", "monitor", "dock", "phone", "tablet", "printer", "scanner", "switch",
    "access point", "firewall", "server", "ups", "accessory", "other",
)  # fmt: skip
STATUSES = choices("in use", "in stock", "on order", "in repair", "retired", "lost")


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
    refit_days = field(
        models.PositiveIntegerField("ready again after", null=True, blank=True),
        OPEN, maximum=1000, unit="working days", hint="From coming back to being given out again.",
    )  # fmt: skip
    successor = field(
        models.ForeignKey("self", PROTECT, null=True, blank=True, related_name="+"), OPEN,
        hint="What is bought instead of it from now on.",
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
    hostname = field(models.CharField("host name", max_length=200, blank=True), OPEN, searchable=True)
    mac = field(
        models.CharField("MAC address", max_length=200, blank=True), OPEN, searchable=True,
        hint="Several are joined with a comma.",
    )  # fmt: skip
    device_id = field(
        models.CharField("device id", max_length=200, blank=True), OPEN, hint="The directory's own number."
    )
    model = field(
        models.ForeignKey(ItemModel, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    system = field(models.CharField("operating system", max_length=200, blank=True), OPEN, searchable=True)
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
    checked_in_on = field(
        models.DateField("last checked in", null=True, blank=True), OPEN, hint="With its management tool."
    )
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
