"""Contracts: what was agreed, how it ends, and what it costs a period."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.estate import Person
from fullscore.store.models.fields import choices, field
from fullscore.store.models.registers import RegisterRow
from fullscore.store.models.vendors.buying import Vendor

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT

CONTRACT_KINDS = choices(
    "subscription",
    "circuit",
    "maintenance",
    "insurance",
    "domain",
    "certificate",
    "warranty",
    "lease",
    "other",
)
PERIODS = choices("month", "quarter", "half-year", "year", "once")


class Contract(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "contracts", "vendors", "Contract", "Contracts"
    ABOUT = "What you are bound to, until when, and by when you must say that you want out."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    vendor = field(
        models.ForeignKey(Vendor, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    kind = field(
        models.CharField("kind", max_length=16, default="subscription", choices=CONTRACT_KINDS),
        OPEN,
        listed=True,
    )
    number = field(models.CharField("contract number", max_length=100, blank=True), OPEN, searchable=True)
    owner = field(
        models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True,
        hint="Who decides whether it goes on.",
    )  # fmt: skip
    intent = field(
        models.CharField("decided", max_length=8, blank=True, choices=choices("keep", "change", "end")), OPEN,
        hint="What you want at the next renewal; empty while nobody has decided.",
    )  # fmt: skip

    starts_on = field(models.DateField("starts on", null=True, blank=True), OPEN)
    ends_on = field(
        models.DateField("ends on", null=True, blank=True), OPEN, listed=True,
        hint="The last day in force of a term; empty: start and first term say it.",
    )  # fmt: skip
    initial_months = field(
        models.PositiveIntegerField("first term", null=True, blank=True), OPEN, minimum=1, maximum=600,
        unit="months",
    )  # fmt: skip
    renewal = field(
        models.CharField("renews", max_length=8, blank=True, choices=choices("tacit", "express", "none")),
        OPEN, listed=True, hint="tacit: by itself; express: only when both say so; none: it ends.",
    )  # fmt: skip
    renewal_months = field(
        models.PositiveIntegerField("renews for", null=True, blank=True), OPEN, minimum=1, maximum=600,
        unit="months",
    )  # fmt: skip
    counting = field(
        models.CharField(
            "counts to", max_length=11, default="last day", choices=choices("last day", "anniversary")
        ),
        OPEN, hint="last day: a year from 1 August ends on 31 July; anniversary: on 1 August.",
    )  # fmt: skip

    notice = field(
        models.PositiveIntegerField("notice", null=True, blank=True), OPEN, maximum=3650,
        hint="How long before the end notice must have arrived.",
    )  # fmt: skip
    notice_unit = field(
        models.CharField(
            "notice counts", max_length=12, default="months",
            choices=choices("days", "working days", "weeks", "months"),
        ),
        OPEN,
    )  # fmt: skip
    notice_to = field(
        models.CharField(
            "to the end of", max_length=8, default="term",
            choices=choices("term", "month", "quarter", "any day"),
        ),
        OPEN, hint="On which days it may end once notice was given.",
    )  # fmt: skip
    notice_form = field(
        models.CharField(
            "form of notice", max_length=12, blank=True,
            choices=choices("letter", "e-mail", "web page", "phone"),
        ),
        OPEN,
    )  # fmt: skip
    notice_said = field(
        models.DateField("last notice, as written down", null=True, blank=True), OPEN,
        hint="Counts only while no notice period is known.",
    )  # fmt: skip
    notice_given_on = field(
        models.DateField("notice given on", null=True, blank=True), OPEN, hint="The day your notice arrived."
    )
    decide_days = field(
        models.PositiveIntegerField("time to decide", null=True, blank=True), OPEN, maximum=730, unit="days",
        hint="Before the last notice; empty: 30 days from 10,000 a year on, else 14.",
    )  # fmt: skip

    price = field(
        models.DecimalField("price", max_digits=14, decimal_places=2, null=True, blank=True),
        MONEY, listed=True, money=True, minimum=0, hint="Of all it charges; its lines must add up to it.",
    )  # fmt: skip
    period = field(
        models.CharField("price is per", max_length=9, default="year", choices=PERIODS), OPEN, listed=True
    )
    currency = field(
        models.CharField("currency", max_length=3, blank=True), OPEN, hint="Empty: the organisation's."
    )
    increase_percent = field(
        models.DecimalField("yearly increase", max_digits=6, decimal_places=3, null=True, blank=True),
        MONEY, minimum=0, maximum=100, unit="%",
    )  # fmt: skip
    increase_cap = field(
        models.DecimalField("increase at most", max_digits=6, decimal_places=3, null=True, blank=True),
        MONEY, minimum=0, maximum=100, unit="%",
    )  # fmt: skip
    increase_index = field(
        models.CharField("follows the index", max_length=100, blank=True), MONEY,
        hint="Which one, as the contract names it; the increase above is then your assumption.",
    )  # fmt: skip
    payment_method = field(
        models.CharField(
            "paid by", max_length=16, blank=True,
            choices=choices("invoice", "direct debit", "card", "transfer", "cheque"),
        ),
        OPEN,
    )  # fmt: skip
    invoice_to = field(models.CharField("invoice goes to", max_length=200, blank=True), OPEN)
    account_at = field(
        models.CharField("where the account lives", max_length=300, blank=True), INTERNAL,
        hint="Never the password: say where it is kept.",
    )  # fmt: skip
    notes = field(models.TextField("notes", max_length=4000, blank=True), INTERNAL, searchable=True)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(starts_on=None)
                | models.Q(ends_on=None)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="contract_ends_after",
            ),
        )
