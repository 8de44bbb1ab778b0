"""Rows of a mill whose 24 sellers hold a laptop and a CRM seat each; three spare ones came by import."""

from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from fullscore.store.models import (
    Event,
    ImportRun,
    Item,
    ItemModel,
    Organisation,
    Person,
    Pool,
    PoolLevel,
    PoolSeat,
    PurchaseOrder,
    Site,
    Team,
)
from fullscore.store.models.registers import RegisterRow
from tests.conftest import NOW

R = TypeVar("R", bound=RegisterRow)


def row(register: type[R], organisation: Organisation, ref: str, /, **values: object) -> R:
    """Write one row as the doors would; created and changed now."""
    rows: Any = register.objects.of(organisation.pk)
    made: R = rows.create(organisation=organisation, ref=ref, created_at=NOW, changed_at=NOW, **values)
    return made


def fill(organisation: Organisation) -> None:
    """Write the whole mill into one organisation."""
    run = ImportRun.objects.of(organisation.pk).create(
        organisation=organisation, file="assets.csv", sha256="0" * 64, kind="snipeit-assets", state="done",
        started_at=NOW, finished_at=NOW, by_name="host",
    )  # fmt: skip
    dayton = row(Site, organisation, "dayton", name="Dayton")
    sales = row(Team, organisation, "sales", name="Sales", department="Commercial")
    row(Team, organisation, "packing", name="Packing")
    laptop = row(
        ItemModel, organisation, "laptop-14", name='Laptop 14"', category="laptop",
        unit_cost=Decimal(1285), lead_days=17, safety_stock=2, deploy_hours=Decimal("2.5"),
    )  # fmt: skip
    crm = row(
        Pool, organisation, "crm", name="CRM", capacity=Decimal(28), unit_cost=Decimal(66),
        cost_period="month", lot_minimum=5, lot_step=5, lead_days=2,
    )  # fmt: skip
    _link(organisation, dayton)
    # Six and a half hours of every working day are free for setting things up.
    row(
        Person, organisation, "tomas", name="Tomas Reyes", title="IT", site=dayton, sets_up=True,
        hours_week=Decimal("32.5"), ticket_share=0,
    )  # fmt: skip
    for number in range(24):
        one = row(
            Person, organisation, f"seller-{number}", name=f"Seller {number}", title="Sales Rep", team=sales,
            site=dayton, email=f"canary-{number}@mill.example",
        )  # fmt: skip
        row(
            Item, organisation, f"L{number:03}", tag=f"L{number:03}", model=laptop, holder=one, notes="canary"
        )
        row(PoolSeat, organisation, f"crm-{number}", pool=crm, person=one)
    for number in range(3):
        told = {"status": ["snipeit", run.pk, 88 + number, None]}
        row(
            Item,
            organisation,
            f"S{number}",
            tag=f"S{number}",
            model=laptop,
            status="in stock",
            provenance=told,
        )
    row(
        PurchaseOrder, organisation, "118", number="118", model=laptop, quantity=Decimal(2),
        ordered_on=date(2026, 11, 2), due_on=date(2026, 12, 4),
    )  # fmt: skip
    for name, day in (("Black Friday", date(2026, 11, 27)), ("Christmas Eve", date(2026, 12, 24))):
        row(
            Event,
            organisation,
            name.lower().replace(" ", "-"),
            name=name,
            starts_on=day,
            ends_on=day,
            is_closed=True,
        )


def _link(organisation: Organisation, site: Site) -> None:
    link = row(
        Pool, organisation, "link", name="Internet link", kind="link", scope="site", site=site,
        unit="Mbit/s", capacity=Decimal(200), used=Decimal(160), planning_limit=80,
        per_head=Decimal("1.75"), lot_type="levels", lead_days=35, deploy_hours=Decimal(6),
    )  # fmt: skip
    row(PoolLevel, organisation, "link-200", pool=link, capacity=Decimal(200), cost_month=Decimal(410))
    row(
        PoolLevel, organisation, "link-500", pool=link, capacity=Decimal(500), cost_month=Decimal(690),
        cost_once=Decimal(450),
    )  # fmt: skip
