"""Microsoft 365: who at Morrow Metalworks holds what, some who have left included."""

from collections.abc import Sequence
from datetime import date

from fullscore.importing.samples import microsoft365
from fullscore.importing.samples.manufacturer.roster import DOMAIN
from fullscore.importing.samples.microsoft365 import PREMIUM, Tenant
from fullscore.importing.samples.people import Somebody

ANALYTICS, DRAWING = "Power BI Pro", "Visio Plan 2"
# On the shop floor shift leads have an account of their own; leavers' seats nobody has taken back.
SHOP_ACCOUNTS, SEATS_LEFT_BEHIND = 16, 6
_SHARED = ("scanner.dayton", "scanner.lima", "orders", "invoices", "boardroom")


def licences(people: Sequence[Somebody]) -> bytes:
    """Return the products bought; what is assigned agrees with the users."""
    return microsoft365.licences(_tenant(people), [(PREMIUM, 120, 0), (ANALYTICS, 15, 0), (DRAWING, 10, 2)])


def users(people: Sequence[Somebody], on: date) -> bytes:
    """Return people's accounts, and a few that belong to nobody."""
    return microsoft365.users(_tenant(people), on)


def _tenant(people: Sequence[Somebody]) -> Tenant:
    return Tenant(DOMAIN, "OH", _licensed(people), _products, _SHARED)


def _licensed(people: Sequence[Somebody]) -> tuple[Somebody, ...]:
    """Return who holds a Microsoft 365 seat: the offices, shift leads, and some who have left."""
    office = [one for one in people if one.is_office and not one.has_left]
    shop = [one for one in people if not one.is_office and not one.has_left][::7][:SHOP_ACCOUNTS]
    left = [one for one in people if one.has_left and one.is_office][:SEATS_LEFT_BEHIND]
    return (*office, *shop, *left)


def _products(one: Somebody) -> list[str]:
    more = {"Finance": [ANALYTICS], "Planning": [ANALYTICS], "Engineering": [DRAWING]}.get(one.team, [])
    return [PREMIUM, *more] if one.number % 2 else [PREMIUM]
