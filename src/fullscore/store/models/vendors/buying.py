"""Whom one buys from, at what price, and what was ordered."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.estate import ItemModel, Pool, Site
from fullscore.store.models.fields import choices, field
from fullscore.store.models.registers import RegisterRow

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass


class Vendor(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "vendors", "vendors", "Vendor", "Vendors"
    ABOUT = "Whom you buy from, and how to reach them."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    contact = field(models.CharField("contact", max_length=200, blank=True), OPEN, listed=True)
    email = field(models.EmailField("e-mail", max_length=254, blank=True), OPEN, listed=True, searchable=True)
    phone = field(models.CharField("phone", max_length=64, blank=True), OPEN, listed=True)
    website = field(models.CharField("web site", max_length=300, blank=True), OPEN)
    account_number = field(models.CharField("account number", max_length=100, blank=True), INTERNAL)
    notes = field(models.TextField("notes", max_length=4000, blank=True), INTERNAL, searchable=True)


class PurchaseOrder(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "orders", "vendors", "Purchase order", "Purchase orders"
    ABOUT = "What is on its way or has come; lead times are learned from these."
    TITLE = "ref"
    REF_FROM = ("number", "ref")

    number = field(
        models.CharField("order number", max_length=100, blank=True), OPEN, listed=True, searchable=True
    )
    vendor = field(
        models.ForeignKey(Vendor, models.PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    model = field(
        models.ForeignKey(ItemModel, models.PROTECT, null=True, blank=True, related_name="+"),
        OPEN,
        listed=True,
    )
    pool = field(
        models.ForeignKey(Pool, models.PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    site = field(models.ForeignKey(Site, models.PROTECT, null=True, blank=True, related_name="+"), OPEN)
    quantity = field(
        models.DecimalField("quantity", max_digits=14, decimal_places=2), OPEN, listed=True, minimum=0
    )
    unit_cost = field(
        models.DecimalField("unit cost", max_digits=14, decimal_places=2, null=True, blank=True),
        MONEY, listed=True, money=True, minimum=0,
    )  # fmt: skip
    ordered_on = field(models.DateField("ordered on"), OPEN, listed=True)
    due_on = field(models.DateField("due on", null=True, blank=True), OPEN, listed=True)
    received_on = field(models.DateField("received on", null=True, blank=True), OPEN, listed=True)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(model__isnull=True) | models.Q(pool__isnull=True),
                name="order_of_one_thing",
            ),
            models.CheckConstraint(
                condition=models.Q(received_on=None) | models.Q(received_on__gte=models.F("ordered_on")),
                name="order_received_after",
            ),
        )


class Offer(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "offers", "vendors", "Price", "Prices"
    ABOUT = "What things cost by quantity, and what seats cost by the month or bound for a year."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("model", "pool", "from_quantity", "commitment"), True

    model = field(
        models.ForeignKey(ItemModel, models.PROTECT, null=True, blank=True, related_name="+"),
        OPEN, listed=True,
    )  # fmt: skip
    pool = field(
        models.ForeignKey(Pool, models.PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    from_quantity = field(
        models.PositiveIntegerField("from quantity", default=1), OPEN, listed=True, minimum=1
    )
    unit_cost = field(
        models.DecimalField("unit cost", max_digits=14, decimal_places=4),
        MONEY, listed=True, money=True, minimum=0,
    )  # fmt: skip
    cost_period = field(
        models.CharField(
            "price is per", max_length=8, default="once", choices=choices("once", "month", "year")
        ),
        OPEN, listed=True,
    )  # fmt: skip
    commitment = field(
        models.CharField("bound for", max_length=8, blank=True, choices=choices("month", "year")),
        OPEN, listed=True, hint="Seats only: given back after a month, or paid for a year.",
    )  # fmt: skip

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(model__isnull=True) ^ models.Q(pool__isnull=True),
                name="offer_of_one_thing",
            ),
        )
