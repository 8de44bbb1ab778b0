"""What the organisation is bound to, read whole: a few whole-table queries, archived rows left out."""

from datetime import datetime
from decimal import Decimal, InvalidOperation

from django.db.models import Max

from fullscore.engine.estate.facts import TeamFact
from fullscore.engine.estate.services import ServiceFact, SupportFact
from fullscore.engine.vendors.facts import (
    Bound,
    ChargeFact,
    ContractFact,
    CoverFact,
    PriceChange,
    ShareFact,
    VendorFact,
)
from fullscore.store.holdings import read_held
from fullscore.store.models import (
    Contract,
    ContractCharge,
    ContractCover,
    ContractShare,
    HistoryEntry,
    ImportRun,
    Pool,
    PoolSeat,
    Service,
    Support,
    Team,
    Vendor,
)
from fullscore.store.models.registers import RegisterRow
from fullscore.store.reading import PLANNED, facts

# Each in the order of its value's fields; provenance comes last.
_CONTRACT = (
    "ref", "name", "vendor__ref", "kind", "owner__ref", "intent", "starts_on", "ends_on", "initial_months",
    "renewal", "renewal_months", "counting", "notice", "notice_unit", "notice_to", "notice_form",
    "notice_said", "notice_given_on", "decide_days", "price", "period", "currency", "increase_percent",
    "increase_cap", "increase_index", "payment_method", "invoice_to",
)  # fmt: skip
_CHARGE = (
    "ref", "contract__ref", "name", "kind", "quantity", "unit_price", "period", "pool__ref", "starts_on",
    "ends_on",
)  # fmt: skip
_READ: tuple[type[RegisterRow], ...] = (
    Contract,
    ContractCharge,
    ContractShare,
    ContractCover,
    Pool,
    PoolSeat,
)
_SERVICE = ("ref", "name", "owner__ref", "outage_cost_hour", "outage_cost_by", "outage_cost_on")


def read_bound(organisation_id: int) -> Bound:
    """Read every contract with its lines, shares and what it pays for, and the estate beside it.

    Calendar, hours and needs are the caller's: they come from other rooms.
    """
    return Bound(
        held=read_held(organisation_id),
        vendors=facts(VendorFact, Vendor, organisation_id, ("ref", "name")),
        contracts=facts(ContractFact, Contract, organisation_id, _CONTRACT),
        charges=facts(ChargeFact, ContractCharge, organisation_id, _CHARGE),
        shares=facts(
            ShareFact, ContractShare, organisation_id, ("ref", "contract__ref", "team__ref", "percent")
        ),
        covers=facts(
            CoverFact, ContractCover, organisation_id, ("ref", "contract__ref", "service__ref", "item__ref")
        ),
        services=facts(ServiceFact, Service, organisation_id, _SERVICE),
        supports=facts(
            SupportFact, Support, organisation_id,
            ("ref", "service__ref", "item__ref", "pool__ref", "other__ref"),
        ),
        teams=facts(TeamFact, Team, organisation_id, PLANNED[Team]),
        price_changes=_price_changes(organisation_id),
    )  # fmt: skip


def _price_changes(organisation_id: int) -> tuple[PriceChange, ...]:
    """Return every price of a contract that was written over, oldest first."""
    entries = HistoryEntry.objects.of(organisation_id).filter(
        register=Contract.REGISTER, changes__has_key="price"
    )
    told = entries.order_by("pk").values_list("ref", "at", "changes")
    found = (_price_change(ref, at, changes["price"]) for ref, at, changes in told)
    return tuple(change for change in found if change is not None)


def _price_change(ref: str, at: datetime, change: list[object]) -> PriceChange | None:
    """Return one change of price; a first price, or one taken away, is none."""
    try:
        before, after = (Decimal(str(value)) for value in change)
    except InvalidOperation:
        return None
    return PriceChange(ref, at.date(), before, after)


def read_contract_ages(organisation_id: int) -> dict[str, datetime]:
    """Return when contracts and what renewals read beside them were last changed or brought in."""
    runs = ImportRun.objects.of(organisation_id).filter(state="done").exclude(register="")
    brought_in = dict(runs.values_list("register").annotate(Max("finished_at")).order_by("register"))
    found = {}
    for model in _READ:
        newest = model.objects.of(organisation_id).aggregate(newest=Max("changed_at"))["newest"]
        if newest:
            found[model.REGISTER] = max(newest, brought_in.get(model.REGISTER) or newest)
    return found
