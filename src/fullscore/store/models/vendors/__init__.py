"""Registers of the vendors' room, one module for each family of nouns."""

from fullscore.store.models.vendors.buying import Offer, PurchaseOrder, Vendor
from fullscore.store.models.vendors.charges import ContractCharge, ContractCover, ContractShare
from fullscore.store.models.vendors.contracts import Contract

__all__ = [
    "Contract",
    "ContractCharge",
    "ContractCover",
    "ContractShare",
    "Offer",
    "PurchaseOrder",
    "Vendor",
]
