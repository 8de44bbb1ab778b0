"""Microsoft 365: the office has full seats, the sites the small one; crews have none."""

from collections.abc import Sequence
from datetime import date

from fullscore.importing.samples import microsoft365
from fullscore.importing.samples.construction.roster import DOMAIN
from fullscore.importing.samples.microsoft365 import PREMIUM, Tenant
from fullscore.importing.samples.people import Somebody, at_work

FRONTLINE, PLANNING = "Microsoft 365 F3", "Project Plan 3"
_SHARED = ("bids", "invoices", "trailer.juniper", "plotter.office")


def licences(people: Sequence[Somebody], on: date) -> bytes:
    """Return the products bought; what is assigned agrees with the users."""
    bought = [(PREMIUM, 38, 0), (FRONTLINE, 20, 0), (PLANNING, 10, 0)]
    return microsoft365.licences(_tenant(people, on), bought)


def users(people: Sequence[Somebody], on: date) -> bytes:
    """Return people's accounts, and a few that belong to nobody."""
    return microsoft365.users(_tenant(people, on), on)


def _tenant(people: Sequence[Somebody], on: date) -> Tenant:
    here = [one for one in at_work(people, on) if one.is_office or one.team == "Site Supervisors"]
    gone = [one for one in people if one.has_left and one.is_office]
    return Tenant(DOMAIN, "CO", [*here, *gone], _products, _SHARED)


def _products(one: Somebody) -> list[str]:
    own = [PREMIUM] if one.is_office else [FRONTLINE]
    return [*own, PLANNING] if one.team == "Project Managers" else own
