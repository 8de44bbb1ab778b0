"""Contracts of a small business on Monday 23 November 2026, for tests of Today."""

from datetime import date, timedelta
from decimal import Decimal

from fullscore.store.models import Contract, HistoryEntry, Organisation, Person, Team, Vendor
from tests.conftest import NOW, TODAY

LONG_AGO = NOW - timedelta(days=3)


def stamps(organisation: Organisation) -> dict[str, object]:
    return {"organisation": organisation, "created_at": LONG_AGO, "changed_at": LONG_AGO}


def fill(organisation: Organisation) -> None:
    """One IT person with 16 free hours, a lease whose notice day is Friday, one far off, one unclear."""
    team = Team.objects.create(ref="it", name="IT", **stamps(organisation))
    ada = Person.objects.create(
        ref="ada", name="Ada", team=team, sets_up=True, hours_week=Decimal(40), ticket_share=60,
        **stamps(organisation),
    )  # fmt: skip
    copiers = Vendor.objects.create(ref="copiers", name="Copiers Inc.", **stamps(organisation))
    lease(organisation, "copier", vendor=copiers, owner=ada)
    lease(organisation, "franking", ends_on=date(2027, 9, 30), vendor=copiers, owner=ada, price=Decimal(600))
    lease(organisation, "alarm", ends_on=None, starts_on=None, renewal="", notice=None, owner=ada)
    changed(organisation)


def lease(organisation: Organisation, ref: str, **given: object) -> Contract:
    """A lease that goes on by itself for a year at 2,400; notice of one month to the end of term."""
    values: dict[str, object] = {
        "name": f"{ref.title()} lease", "kind": "lease", "starts_on": date(2024, 1, 1),
        "ends_on": date(2026, 12, 31), "renewal": "tacit", "renewal_months": 12, "notice": 1,
        "notice_unit": "months", "notice_to": "term", "notice_form": "letter", "price": Decimal(2400),
        "period": "year", "intent": "end",
    }  # fmt: skip
    return Contract.objects.create(ref=ref, **{**values, **stamps(organisation), **given})


def changed(organisation: Organisation, at: object = LONG_AGO) -> HistoryEntry:
    """Note in history that something was written, as every door does."""
    return HistoryEntry.objects.create(
        organisation=organisation, register="contracts", row_id=1, ref="copier", action="changed", at=at,
        by_name="Ada", changes={},
    )  # fmt: skip


DUE = TODAY + timedelta(days=4)
