"""Every table, importable from one place; `REGISTERS` lists those that people see as registers."""

from fullscore.store.models.accounts import ApiToken, Membership, SignInFailure, SignInLink, User
from fullscore.store.models.estate import (
    Absence,
    Event,
    Item,
    ItemModel,
    Lane,
    Measurement,
    Person,
    Pool,
    PoolLevel,
    PoolSeat,
    Service,
    Site,
    Support,
    Team,
)
from fullscore.store.models.goals import KeptPlan, KeptRequirement, Kit, PlanLink
from fullscore.store.models.host import HostRun
from fullscore.store.models.imports import ImportHeader, ImportPair, ImportReason, ImportRun
from fullscore.store.models.registers import Attachment, Blob, HistoryEntry, RegisterRow, Sighting
from fullscore.store.models.tenancy import Organisation
from fullscore.store.models.today import (
    ActionLink,
    Decision,
    DecisionLink,
    Digest,
    DigestMail,
    Feed,
    KeptFinding,
    TodayRun,
)
from fullscore.store.models.vendors import (
    Contract,
    ContractCharge,
    ContractCover,
    ContractShare,
    Offer,
    PurchaseOrder,
    Vendor,
)

# In the order of navigation; a row may refer only to what people can see beside it.
REGISTERS: tuple[type[RegisterRow], ...] = (
    Person, Team, Site, Absence, Lane, Item, ItemModel, Pool, PoolSeat, PoolLevel, Measurement, Service,
    Support, Event, Vendor, Contract, ContractCharge, ContractShare, ContractCover, Offer, PurchaseOrder, Kit,
    Decision,
)  # fmt: skip

__all__ = [
    "REGISTERS",
    "Absence",
    "ActionLink",
    "ApiToken",
    "Attachment",
    "Blob",
    "Contract",
    "ContractCharge",
    "ContractCover",
    "ContractShare",
    "Decision",
    "DecisionLink",
    "Digest",
    "DigestMail",
    "Event",
    "Feed",
    "HistoryEntry",
    "HostRun",
    "ImportHeader",
    "ImportPair",
    "ImportReason",
    "ImportRun",
    "Item",
    "ItemModel",
    "KeptFinding",
    "KeptPlan",
    "KeptRequirement",
    "Kit",
    "Lane",
    "Measurement",
    "Membership",
    "Offer",
    "Organisation",
    "Person",
    "PlanLink",
    "Pool",
    "PoolLevel",
    "PoolSeat",
    "PurchaseOrder",
    "RegisterRow",
    "Service",
    "Sighting",
    "SignInFailure",
    "SignInLink",
    "Site",
    "Support",
    "Team",
    "TodayRun",
    "User",
    "Vendor",
]
