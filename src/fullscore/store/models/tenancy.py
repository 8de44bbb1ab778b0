"""Who the data belongs to, and managers that refuse a query without an organisation."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


class UnscopedQueryError(Exception):
    """A query was begun without saying whose rows it may touch."""


class ScopedManager(models.Manager[M]):
    """Hands out rows of one organisation only; any other way in raises `UnscopedQueryError`."""

    def of(self, organisation_id: int) -> models.QuerySet[M]:
        """Return the rows of one organisation."""
        return super().get_queryset().filter(organisation_id=organisation_id)

    def create(self, **values: Any) -> M:  # noqa: ANN401  Django's signature
        """Keep one new row; it must name its organisation."""
        return self.of(_named_organisation(values)).create(**values)

    def bulk_create(self, objs: Iterable[M], *args: Any, **options: Any) -> list[M]:  # noqa: ANN401
        """Keep many new rows; each names its organisation, as its column asks."""
        return super().get_queryset().bulk_create(objs, *args, **options)

    def get_queryset(self) -> models.QuerySet[M]:
        raise UnscopedQueryError(f"{self.model.__name__}: say .of(organisation_id) first.")


def _named_organisation(values: dict[str, Any]) -> int:
    given = values.get("organisation_id") or getattr(values.get("organisation"), "pk", None)
    if given is None:
        raise UnscopedQueryError("A new row must name its organisation.")
    return int(given)


class Organisation(models.Model):
    """One business whose IT is conducted, with the settings its calendar and money follow."""

    ref = models.SlugField("short name", max_length=64, unique=True)
    name = models.CharField("name", max_length=200, unique=True)
    currency = models.CharField("currency", max_length=3, default="USD")
    country = models.CharField("country", max_length=2, default="US")
    subdivision = models.CharField("state or province", max_length=8, blank=True, default="")
    zone = models.CharField("time zone", max_length=64, default="America/New_York")
    fiscal_start_month = models.PositiveSmallIntegerField("fiscal year starts in month", default=1)
    working_weekdays = models.CharField("working days", max_length=7, default="12345")
    opens_at = models.TimeField("day starts", default="08:00")
    closes_at = models.TimeField("day ends", default="17:00")
    date_order = models.CharField("order of dates", max_length=3, default="mdy")
    # Which source is believed first, by register: {register: [source, ...]}; empty: as shipped.
    trust = models.JSONField("order of trust", default=dict, blank=True)
    # What a day costs on which somebody cannot work, and whose figure that is.
    person_day_cost = models.DecimalField(
        "a day of one person costs", max_digits=12, decimal_places=2, null=True, blank=True
    )
    person_day_cost_by = models.CharField("whose figure that is", max_length=200, blank=True, default="")
    person_day_cost_on = models.DateField("said on", null=True, blank=True)
    # Owners of what a change touches are asked; no answer within so many working days counts as agreed.
    silence_days = models.PositiveSmallIntegerField("silence counts as agreed after", default=3)
    # What money is worth a year later: of the business case of a proposal.
    discount_percent = models.DecimalField(
        "money a year later is worth less by", max_digits=5, decimal_places=2, default=8
    )
    is_demo = models.BooleanField("sample company", default=False)
    created_at = models.DateTimeField("created")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(fiscal_start_month__range=(1, 12)), name="organisation_fiscal_month"
            ),
        )

    def __str__(self) -> str:
        return self.name


class OwnedRow(models.Model):
    """A row that belongs to exactly one organisation; every query starts from the organisation."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")

    objects = ScopedManager()

    class Meta:
        abstract = True
