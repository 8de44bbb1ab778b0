"""Services: what the business calls by name and misses at once; and what each of them rests on."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.estate.items import Item
from fullscore.store.models.estate.people import Person, Site, Team
from fullscore.store.models.estate.pools import Pool
from fullscore.store.models.fields import choices, field, one_of
from fullscore.store.models.registers import RegisterRow

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT
SUPPORT_KINDS = choices("stops", "degrades", "authenticates", "feeds")


class Service(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "services", "estate", "Service", "Services"
    ABOUT = "What people work with by name: the ERP, mail, the internet at a site."

    name = field(models.CharField("name", max_length=200), OPEN, listed=True, searchable=True)
    owner = field(
        models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True,
        hint="Who answers for it.",
    )  # fmt: skip
    hours = field(
        models.CharField("hours of use", max_length=100, blank=True), OPEN, listed=True, form="hours",
        hint="Mon-Fri 06:00-22:00; empty: those of the teams and sites that use it.",
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
    ABOUT = "Without which thing, link, vendor or person a service or a thing does not work."
    TITLE = "ref"
    REF_FROM = ("service", "for_item", "for_pool", "item", "pool", "other", "vendor", "person")
    IS_REF_JOINED = True

    service = field(
        models.ForeignKey(Service, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    for_item = field(
        models.ForeignKey(
            Item, PROTECT, null=True, blank=True, related_name="+", verbose_name="or an item"
        ),
        OPEN, hint="What rests on something: a service, an item or a link.",
    )  # fmt: skip
    for_pool = field(
        models.ForeignKey(
            Pool, PROTECT, null=True, blank=True, related_name="+", verbose_name="or a link"
        ),
        OPEN,
    )  # fmt: skip
    item = field(models.ForeignKey(Item, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    pool = field(models.ForeignKey(Pool, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    other = field(
        models.ForeignKey(
            Service, PROTECT, null=True, blank=True, related_name="+", verbose_name="other service"
        ),
        OPEN, listed=True,
    )  # fmt: skip
    vendor = field(models.ForeignKey("store.Vendor", PROTECT, null=True, blank=True, related_name="+"), OPEN)
    person = field(models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+"), OPEN)
    kind = field(
        models.CharField("kind", max_length=13, default="stops", choices=SUPPORT_KINDS), OPEN, listed=True,
        hint="stops: down without it; degrades: worse without it; authenticates: nobody new signs in; "
        "feeds: its data grow old.",
    )  # fmt: skip
    group = field(
        models.CharField("one of", max_length=64, blank=True), OPEN,
        hint="Things with the same word here stand in for each other: links, servers.",
    )  # fmt: skip
    min_up = field(
        models.CharField("at least up", max_length=8, blank=True), OPEN, form="share",
        hint="How many of the group must be up: 1 or 50%. Empty: all.",
    )  # fmt: skip
    grace_hours = field(
        models.DecimalField("lasts without it", max_digits=7, decimal_places=2, null=True, blank=True),
        OPEN, minimum=0, unit="hours",
        hint="How long those signed in work on, or data are fresh enough.",
    )  # fmt: skip

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=one_of("item", "pool", "other", "vendor", "person"), name="support_by_one_thing"
            ),
            models.CheckConstraint(
                condition=one_of("service", "for_item", "for_pool"), name="support_of_one_thing"
            ),
            models.CheckConstraint(
                condition=models.Q(other=None) | models.Q(service=None)
                | ~models.Q(other=models.F("service")),
                name="support_by_another",
            ),
            models.CheckConstraint(
                condition=models.Q(item=None) | models.Q(for_item=None)
                | ~models.Q(item=models.F("for_item")),
                name="support_by_another_item",
            ),
            models.CheckConstraint(
                condition=models.Q(pool=None) | models.Q(for_pool=None)
                | ~models.Q(pool=models.F("for_pool")),
                name="support_by_another_link",
            ),
        )  # fmt: skip


class ServiceUse(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "uses", "estate", "Who uses a service", "Who uses services"
    ABOUT = "Which team or site works with a service, and when: whom an outage stops."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("service", "team", "site"), True

    service = field(models.ForeignKey(Service, PROTECT, related_name="+"), OPEN, listed=True)
    team = field(models.ForeignKey(Team, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    site = field(models.ForeignKey(Site, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    hours = field(
        models.CharField("hours of use", max_length=100, blank=True), OPEN, listed=True, form="hours",
        hint="Empty: those of the team, else of the site, else of the service.",
    )  # fmt: skip
