"""Registers of the estate, one module for each family of nouns."""

from fullscore.store.models.estate.events import Event
from fullscore.store.models.estate.items import Item, ItemModel
from fullscore.store.models.estate.people import Absence, Lane, Person, Site, Team
from fullscore.store.models.estate.pools import Measurement, Pool, PoolLevel, PoolSeat
from fullscore.store.models.estate.services import Service, ServiceUse, Support
from fullscore.store.models.estate.support_ends import SupportEnd

__all__ = [
    "Absence",
    "Event",
    "Item",
    "ItemModel",
    "Lane",
    "Measurement",
    "Person",
    "Pool",
    "PoolLevel",
    "PoolSeat",
    "Service",
    "ServiceUse",
    "Site",
    "Support",
    "SupportEnd",
    "Team",
]
