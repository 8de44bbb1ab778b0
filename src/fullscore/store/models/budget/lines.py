"""Lines of the budget: what is planned for what, month by month, and the bills that came."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.budget.proposals import PURPOSES
from fullscore.store.models.estate import Service, Team
from fullscore.store.models.fields import choices, field
from fullscore.store.models.registers import RegisterRow
from fullscore.store.models.vendors import Contract, PurchaseOrder, Vendor

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT


class Line(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "lines", "budget", "Budget line", "Budget lines"
    ABOUT = "What money is planned for; a line goes on from year to year, its amounts say the months."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    purpose = field(
        models.CharField("purpose", max_length=6, default="run", choices=PURPOSES), OPEN, listed=True,
        hint="run: keep things going; grow: earn more; secure: lose less.",
    )  # fmt: skip
    treatment = field(
        models.CharField("booked as", max_length=5, default="opex", choices=choices("opex", "capex")), OPEN,
        listed=True, hint="opex: an expense of the year; capex: bought to last and written off.",
    )  # fmt: skip
    category = field(
        models.CharField("category", max_length=100, blank=True), OPEN, listed=True, searchable=True
    )
    team = field(models.ForeignKey(Team, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    service = field(
        models.ForeignKey(Service, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    vendor = field(
        models.ForeignKey(Vendor, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    contract = field(
        models.ForeignKey(Contract, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True,
        hint="What the contract asks for is committed; its bills count here.",
    )  # fmt: skip
    comment = field(models.TextField("comment", max_length=4000, blank=True), OPEN, searchable=True)
    assumption = field(
        models.TextField("rests on", max_length=4000, blank=True), OPEN,
        hint="What must stay true for the figure to hold.",
    )  # fmt: skip


class LineAmount(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "amounts", "budget", "Planned amount", "Planned amounts"
    ABOUT = "What is planned for a line in one month. No row: nobody has said, which is not nothing."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("line", "month"), True

    line = field(models.ForeignKey(Line, PROTECT, related_name="+"), OPEN, listed=True)
    month = field(
        models.DateField("month"), OPEN, listed=True, hint="Any day of it; several of one month add up."
    )
    amount = field(
        models.DecimalField("planned", max_digits=14, decimal_places=2), MONEY, listed=True, money=True
    )
    said_by = field(models.CharField("who said so", max_length=200, blank=True), OPEN, listed=True)
    said_on = field(models.DateField("said on", null=True, blank=True), OPEN)


class Bill(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "bills", "budget", "Bill", "Bills"
    ABOUT = "What was really billed; a credit is a bill below nothing."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("vendor", "number", "billed_on"), True

    number = field(
        models.CharField("bill number", max_length=100, blank=True), OPEN, listed=True, searchable=True
    )
    vendor = field(
        models.ForeignKey(Vendor, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    billed_on = field(models.DateField("date of the bill"), OPEN, listed=True)
    amount = field(
        models.DecimalField("amount", max_digits=14, decimal_places=2), MONEY, listed=True, money=True
    )
    currency = field(
        models.CharField("currency", max_length=3, blank=True), OPEN, hint="Empty: the organisation's."
    )
    about = field(
        models.CharField("what for", max_length=400, blank=True), OPEN, listed=True, searchable=True
    )
    covers_from = field(models.DateField("covers from", null=True, blank=True), OPEN)
    covers_until = field(models.DateField("covers until", null=True, blank=True), OPEN)
    contract = field(
        models.ForeignKey(Contract, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True,
        hint="Only where you know better than vendor, amount and day say.",
    )  # fmt: skip
    order = field(models.ForeignKey(PurchaseOrder, PROTECT, null=True, blank=True, related_name="+"), OPEN)
    line = field(models.ForeignKey(Line, PROTECT, null=True, blank=True, related_name="+"), OPEN)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(covers_from=None) | models.Q(covers_until=None)
                | models.Q(covers_until__gte=models.F("covers_from")),
                name="bill_covers_in_order",
            ),
        )  # fmt: skip
