"""What a contract charges, whose budget bears it, and what it pays for."""

from decimal import Decimal

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.estate import Item, Pool, Service, Team
from fullscore.store.models.fields import choices, field
from fullscore.store.models.registers import RegisterRow
from fullscore.store.models.vendors.contracts import PERIODS, Contract

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT


class ContractCharge(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "charges", "vendors", "Contract line", "Contract lines"
    ABOUT = "What a contract charges, line by line: owed in any case, by use, or once."
    REF_FROM, IS_REF_JOINED = ("contract", "name"), True

    contract = field(models.ForeignKey(Contract, PROTECT, related_name="+"), OPEN, listed=True)
    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    kind = field(
        models.CharField(
            "kind", max_length=10, default="committed", choices=choices("committed", "variable", "one-off")
        ),
        OPEN, listed=True,
    )  # fmt: skip
    quantity = field(
        models.DecimalField("quantity", max_digits=14, decimal_places=2, default=Decimal(1)),
        OPEN, listed=True, minimum=0,
    )  # fmt: skip
    unit_price = field(
        models.DecimalField("unit price", max_digits=14, decimal_places=4, null=True, blank=True),
        MONEY, listed=True, money=True, minimum=0,
    )  # fmt: skip
    period = field(
        models.CharField("price is per", max_length=9, default="year", choices=PERIODS), OPEN, listed=True
    )
    pool = field(
        models.ForeignKey(Pool, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True,
        hint="The licence or capacity these units are.",
    )  # fmt: skip
    starts_on = field(models.DateField("from", null=True, blank=True), OPEN)
    ends_on = field(models.DateField("until", null=True, blank=True), OPEN)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(starts_on=None)
                | models.Q(ends_on=None)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="charge_ends_after",
            ),
        )


class ContractShare(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "shares", "vendors", "Team's share", "Teams' shares"
    ABOUT = "Which team bears how much of a contract; what nobody bears stays with IT."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("contract", "team"), True

    contract = field(models.ForeignKey(Contract, PROTECT, related_name="+"), OPEN, listed=True)
    team = field(models.ForeignKey(Team, PROTECT, related_name="+"), OPEN, listed=True)
    percent = field(
        models.DecimalField("share", max_digits=6, decimal_places=3),
        OPEN, listed=True, minimum=0, maximum=100, unit="%",
    )  # fmt: skip

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "contract", "team"], name="share_once",
                condition=models.Q(archived_at=None),
            ),
        )  # fmt: skip


class ContractCover(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "covers", "vendors", "Paid for", "What contracts pay for"
    ABOUT = "Which service or thing a contract pays for, supports or insures."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("contract", "service", "item"), True

    contract = field(models.ForeignKey(Contract, PROTECT, related_name="+"), OPEN, listed=True)
    service = field(
        models.ForeignKey(Service, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    item = field(models.ForeignKey(Item, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(service__isnull=True) ^ models.Q(item__isnull=True),
                name="cover_of_one_thing",
            ),
        )
