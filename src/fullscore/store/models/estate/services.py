"""Services: what the business calls by name and misses at once; and what each of them rests on."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.estate.items import Item
from fullscore.store.models.estate.people import Person
from fullscore.store.models.estate.pools import Pool
from fullscore.store.models.fields import field
from fullscore.store.models.registers import RegisterRow

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT


class Service(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "services", "estate", "Service", "Services"
    ABOUT = "What people work with by name: the ERP, mail, the internet at a site."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    owner = field(
        models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True,
        hint="Who answers for it.",
    )  # fmt: skip
    outage_cost_hour = field(
        models.DecimalField(
            "an hour without it costs", max_digits=14, decimal_places=2, null=True, blank=True
        ),
        MONEY, listed=True, money=True, minimum=0,
    )  # fmt: skip
    outage_cost_by = field(
        models.CharField("whose figure that is", max_length=200, blank=True), OPEN,
        hint="The person who said so; the figure is shown with this name.",
    )  # fmt: skip
    outage_cost_on = field(models.DateField("said on", null=True, blank=True), OPEN)
    notes = field(models.TextField("notes", max_length=4000, blank=True), INTERNAL, searchable=True)


class Support(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = (
        "supports",
        "estate",
        "What a service rests on",
        "What services rest on",
    )
    ABOUT = "Without which thing, link or other service a service does not work."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("service", "item", "pool", "other"), True

    service = field(models.ForeignKey(Service, PROTECT, related_name="+"), OPEN, listed=True)
    item = field(models.ForeignKey(Item, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    pool = field(models.ForeignKey(Pool, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    other = field(
        models.ForeignKey(
            Service, PROTECT, null=True, blank=True, related_name="+", verbose_name="other service"
        ),
        OPEN, listed=True,
    )  # fmt: skip

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=(
                    models.Q(item__isnull=False, pool=None, other=None)
                    | models.Q(item=None, pool__isnull=False, other=None)
                    | models.Q(item=None, pool=None, other__isnull=False)
                ),
                name="support_by_one_thing",
            ),
            models.CheckConstraint(
                condition=models.Q(other=None) | ~models.Q(other=models.F("service")),
                name="support_by_another",
            ),
        )
