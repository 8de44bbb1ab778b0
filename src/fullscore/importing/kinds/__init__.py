"""Kinds of lists, whoever writes them: what their columns may mean, and what a row becomes."""

from fullscore.importing.kinds import (
    accessories,
    bills,
    budget,
    calendars,
    contracts,
    devices,
    holdings,
    later,
    licences,
    models,
    people,
    seats,
    sites,
    vendors,
)
from fullscore.importing.kinds.kind import Kind

KINDS: tuple[Kind, ...] = (
    people.KIND, licences.KIND, seats.KIND, holdings.KIND, sites.KIND, vendors.KIND, bills.KIND, budget.KIND,
    contracts.KIND, calendars.KIND, devices.KIND, models.KIND,
    accessories.KIND, *later.KINDS,
)  # fmt: skip
