"""Fills the home of the browser tests with everything a page must bear; runs as a process of its own."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import django

from fullscore.engine.registers.access import Member, Role
from tests.e2e.proposals import propose

PEOPLE = range(12)
NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
KEPT = "Hire 3 people in Warehouse by 1 March 2027"
LONG = "Rechnungsprüfungszwischenablagegerät mit außergewöhnlich langem Namen, zweiter Stock links"

# Known items, a new one, a word and a column nobody knows, a day that does not exist.
ASSETS = f"""Asset report,,,,,,
Asset Name,Asset Tag,Serial,Status,Location,Purchase Date,Where it hangs
HM-LT-000,A-0000,5CG0000000,Deployed,Dayton Plant,02/03/2025,left
Reception,A-0001,5CG0000001,Deployed,Lima,02/03/2025,
"{LONG}",A-0700,5CG0000700,In der Werkstatt,Lima,02/03/2025,"{LONG}"
HM-LT-701,A-0701,5CG0000701,Deployed,Lima,31/02/2025,
"""
STRANGE = "Serial,Beamer,Farbton,Zustand\nS1,x,red,\n"
SITES = "name,city,ref\nLima,Lima,lima\n,Lima,\n"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fullscore.conf.settings")
    django.setup()
    # The store is there only once Django stands.
    from fullscore.store.models import Organisation  # noqa: PLC0415

    mill = Organisation.objects.get(ref="harbor-mill")
    by = Member(mill.pk, mill.ref, Role.OWNER, None, "Dana Whitfield")
    _fill(by)
    _sign_contracts(by, NOW + timedelta(hours=3))
    _work_out(by, NOW + timedelta(days=2))
    _plan_changes(by, NOW + timedelta(days=2))
    propose(by, NOW + timedelta(days=2))
    Organisation.objects.create(ref="empty-works", name="Empty Works", created_at=NOW)


def _fill(by: Member) -> None:
    from fullscore.usecases import registers  # noqa: PLC0415

    def add(register: str, **values: object) -> str:
        row = registers.save(by=by, register=register, ref=None, values=values, version=None, now=NOW)
        return row.ref

    add("sites", name="Dayton Plant", city="Dayton", subdivision="OH", country="US", zone="America/New_York")
    add("sites", name="Lima", city="Lima", subdivision="OH")
    add("teams", name="Sales", department="Commercial")
    add("vendors", name="Northline Fibre", email="sales@northline.example", contact="Pat Lane")
    add("vendors", name='Hartwell & Sons <b>"Systems"</b>')
    add(
        "models",
        name="Laptop 14 inch",
        category="laptop",
        unit_cost="1285",
        lead_days="17",
        vendor="northline-fibre",
    )
    add("models", name="Label printer", category="printer", unit_cost="85.5")
    add("pools", name="Microsoft 365", kind="licence", capacity="160", used="143", vendor="northline-fibre")
    add("pools", name="Link Dayton", kind="link", unit="Mbit/s", capacity="200")
    order = {"quantity": "2", "unit_cost": "1285", "ordered_on": "2026-11-09", "due_on": "2026-12-04"}
    add("orders", number="118", vendor="northline-fibre", model="laptop-14-inch", **order)
    for number in PEOPLE:
        place = {"team": "sales", "site": "lima", "title": "Account manager", "starts_on": "2024-01-08"}
        add(
            "people",
            name=f"Lena Ortiz {number}",
            email=f"lena.ortiz.number.{number}@harbor-mill.example",
            **place,
        )
    for number in range(58):
        status = ("in use", "in use", "in stock", "in repair", "on order", "lost")[number % 6]
        holder = f"lena-ortiz-{number % 12}" if number % 3 else None
        if number < len(PEOPLE):
            # Everybody holds one, so that a plan for newcomers can be learned.
            status, holder = "in use", f"lena-ortiz-{number}"
        add("items", name=f"HM-LT-{number:03}", tag=f"A-{number:04}", serial=f"5CG{number:07}", status=status,
            model="laptop-14-inch", site="dayton-plant", holder=holder, cost="1285",
            warranty_ends_on="2027-03-01" if number % 2 else None)  # fmt: skip
    add("items", name=LONG, tag="A-9999", notes="First line\nsecond line", place="Behind the door")
    _sign(add)
    later = NOW + timedelta(hours=3)
    changed = {"status": "in repair", "notes": "Keyboard broken.\nSent away."}
    registers.save(by=by, register="items", ref="a-0001", values=changed, version=1, now=later)
    registers.attach(
        by=by, register="items", ref="a-0001", name="invoice 2024.pdf", content=b"%PDF" * 4000, now=later
    )
    registers.archive(by=by, register="items", ref="a-0002", now=later)
    _accept_a_plan(by, later)
    _bring_files(by, later)


def _sign(add: Callable[..., str]) -> None:
    """A contract with seats to spare, and one whose notice date nobody knows."""
    yearly = {"renewal": "tacit", "renewal_months": "12"}
    hartwell = "hartwell-sons-b-systems-b"
    add("contracts", name="Microsoft 365", vendor="northline-fibre", owner="lena-ortiz-1",
        starts_on="2024-10-01", initial_months="12", notice="30", notice_unit="days", **yearly)  # fmt: skip
    add("charges", contract="microsoft-365", name="Seats", quantity="160", unit_price="22", period="month",
        pool="microsoft-365")  # fmt: skip
    add("services", name="Mail")
    add("covers", contract="microsoft-365", service="mail")
    add("shares", contract="microsoft-365", team="sales", percent="60")
    add("contracts", name="MES support", vendor=hartwell, kind="maintenance", price="31200")


def _bring_files(by: Member, now: datetime) -> None:
    """A list that waits for a yes, one that nobody knows, one that was brought in, and two items in doubt."""
    from fullscore.store.models import ImportPair, Item  # noqa: PLC0415
    from fullscore.usecases import imports  # noqa: PLC0415

    for name, content in (("assets.csv", ASSETS), ("strange.csv", STRANGE)):
        imports.start(by=by, file_name=name, content=content.encode(), now=now)
    imports.bring_in(by=by, file_name="sites.csv", content=SITES.encode(), clock=lambda: now)
    one, other = Item.objects.of(by.organisation_id).order_by("pk")[3:5]
    ImportPair.objects.of(by.organisation_id).create(
        organisation_id=by.organisation_id, register="items", one_id=one.pk, other_id=other.pk, found_at=now,
        why={"code": "import-pair-name", "values": {"one": one.name, "other": other.name}},
    )  # fmt: skip


def _sign_contracts(by: Member, now: datetime) -> None:
    """One to be told by Wednesday, with a price; one nobody has decided about; one without a date."""
    from fullscore.usecases import registers  # noqa: PLC0415

    terms = {"renewal": "tacit", "renewal_months": "12", "notice": "1", "vendor": "northline-fibre"}
    for values in (
        {"name": "Copiers, 4 devices", "ends_on": "2026-12-28", "price": "9840", "intent": "end", **terms},
        {"name": "Fiber 500", "ends_on": "2027-01-05", "price": "7188", "decide_days": "14", **terms},
        {"name": LONG, "price": "900"},
    ):
        given = {"period": "year", **values}
        registers.save(by=by, register="contracts", ref=None, values=given, version=None, now=now)


def _work_out(by: Member, now: datetime) -> None:
    """Today, on the day the pages are served for, as a worker does it in the night before."""
    from django.conf import settings  # noqa: PLC0415

    from fullscore.usecases import today  # noqa: PLC0415

    settings.ON = date(2026, 11, 23)
    assert today.work_out(organisation_id=by.organisation_id, now=now)


def _plan_changes(by: Member, now: datetime) -> None:
    """Two changes of a service that may be away on Saturday nights, one of them on a Friday, and a freeze."""
    from fullscore.usecases import registers  # noqa: PLC0415

    def add(register: str, **values: object) -> str:
        return registers.save(by=by, register=register, ref=None, values=values, version=None, now=now).ref

    add("windows", name="Saturday night", service="mail", weekdays="6", opens_at="22:00", closes_at="04:00")
    add("freezes", name="Stocktaking", starts_on="2026-12-20", ends_on="2027-01-02")
    for name, day, hour in (("Mail server", "2026-12-11", "18:00"), ("Mail archive", "2026-12-05", "22:00")):
        ref = add("changes", name=name, state="planned", likely_hours="1.5", rollback_hours="0.5",
                  starts_on=day, starts_at=hour, due="2026-12-30")  # fmt: skip
        add("touches", change=ref, service="mail", how="down")


def _accept_a_plan(by: Member, now: datetime) -> None:
    """Another team's, so that the question the tests ask has the same answer before and after."""
    from fullscore.usecases import goals, registers  # noqa: PLC0415

    registers.save(by=by, register="teams", ref=None, values={"name": "Warehouse"}, version=None, now=now)
    kept = goals.keep_plan(by=by, sentence=KEPT, on=now.date(), now=now)
    goals.accept_plan(by=by, ref=kept.plan.ref, version=None, on=now.date(), now=now)


if __name__ == "__main__":
    main()
