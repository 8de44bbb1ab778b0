"""Registers of the estate, one module for each family of nouns."""

from fullscore.store.models.estate.events import Event
from fullscore.store.models.estate.items import Item, ItemModel
from fullscore.store.models.estate.people import Person, Site, Team
from fullscore.store.models.estate.pools import Pool, PoolLevel, PoolSeat

__all__ = ["Event", "Item", "ItemModel", "Person", "Pool", "PoolLevel", "PoolSeat", "Site", "Team"]
