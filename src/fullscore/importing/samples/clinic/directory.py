"""Microsoft 365: everybody at the clinics has an account; some who have left still hold a seat."""

from collections.abc import Sequence
from datetime import date

from fullscore.importing.samples import microsoft365
from fullscore.importing.samples.clinic.roster import DOMAIN
from fullscore.importing.samples.microsoft365 import PREMIUM, Tenant
from fullscore.importing.samples.people import Somebody, at_work

FRONTLINE, ANALYTICS = "Microsoft 365 F3", "Power BI Pro"
_AT_A_DESK = frozenset({"Leadership", "Physicians", "Billing", "Human Resources", "IT", "Front Desk"})
_SHARED = ("fax.harlow", "records", "scheduling", "referrals")


def licences(people: Sequence[Somebody], on: date) -> bytes:
    """Return the products bought; what is assigned agrees with the users."""
    bought = [(PREMIUM, 75, 0), (FRONTLINE, 80, 0), (ANALYTICS, 5, 1)]
    return microsoft365.licences(_tenant(people, on), bought)


def users(people: Sequence[Somebody], on: date) -> bytes:
    """Return people's accounts, and a few that belong to nobody."""
    return microsoft365.users(_tenant(people, on), on)


def _tenant(people: Sequence[Somebody], on: date) -> Tenant:
    holders = [*at_work(people, on), *[one for one in people if one.has_left][:2]]
    return Tenant(DOMAIN, "MN", holders, _products, _SHARED)


def _products(one: Somebody) -> list[str]:
    own = [PREMIUM] if one.team in _AT_A_DESK else [FRONTLINE]
    return [*own, ANALYTICS] if one.team == "Leadership" else own
