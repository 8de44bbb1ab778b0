"""Microsoft 365: licences bought, and active users with what they hold."""

from collections.abc import Sequence
from datetime import date, timedelta

from fullscore.importing.samples.manufacturer.roster import Somebody
from fullscore.importing.samples.writing import csv_file

PREMIUM, ANALYTICS, DRAWING = "Microsoft 365 Business Premium", "Power BI Pro", "Visio Plan 2"
HEADER = (
    "Display name", "DirSyncEnabled", "User principal name", "Object Id", "First name", "Last name",
    "When created", "Soft deletion time stamp", "Title", "Department", "City", "CountryOrRegion", "Office",
    "StateOrProvince", "Usage location", "Block credential", "Licenses", "Password never expires",
    "Mobile Phone",
    "Phone number",
)  # fmt: skip
# On the shop floor shift leads have an account of their own; leavers' seats nobody has taken back.
SHOP_ACCOUNTS, SEATS_LEFT_BEHIND = 16, 6
BOUGHT = 120
_SHARED = ("scanner.dayton", "scanner.lima", "orders", "invoices", "boardroom")


def licensed(people: Sequence[Somebody]) -> tuple[Somebody, ...]:
    """Return who holds a Microsoft 365 seat: the offices, shift leads, and some who have left."""
    office = [one for one in people if one.is_office and not one.has_left]
    shop = [one for one in people if not one.is_office and not one.has_left][::7][:SHOP_ACCOUNTS]
    left = [one for one in people if one.has_left and one.is_office][:SEATS_LEFT_BEHIND]
    return (*office, *shop, *left)


def licences(people: Sequence[Somebody]) -> bytes:
    """Return the products bought; what is assigned agrees with the users."""
    holders = licensed(people)
    analysts, drawers = (sum(name in _products(one) for one in holders) for name in (ANALYTICS, DRAWING))
    return csv_file(
        ("Product Title", "Total Licenses", "Expired Licenses", "Assigned licenses"),
        [(PREMIUM, BOUGHT, 0, len(holders)), (ANALYTICS, 15, 0, analysts), (DRAWING, 10, 2, drawers)],
    )


def users(people: Sequence[Somebody], on: date) -> bytes:
    """Return people's accounts, and a few that belong to nobody."""
    rows = [_account(place, one) for place, one in enumerate(licensed(people))]
    return csv_file(HEADER, [*rows, *(_shared(name, place, on) for place, name in enumerate(_SHARED))])


def _account(place: int, one: Somebody) -> tuple[str, ...]:
    created = f"{one.hired + timedelta(days=3):%Y-%m-%d} 13:05:{place % 60:02}Z"
    # A directory that nobody tidies: short names, old titles, upper case logins.
    shown = f"{one.first[0]}. {one.last}" if place % 13 == 5 else one.name  # noqa: PLR2004
    login = one.email.upper() if place % 17 == 3 else one.email  # noqa: PLR2004
    return (
        shown, "True", login, _object_id(one.number), one.first, one.last, created, "", one.title,
        one.team, one.site,
        "United States", one.site, "OH", "US", str(one.has_left), "+".join(_products(one)), "False", "", "",
    )  # fmt: skip


def _products(one: Somebody) -> list[str]:
    more = {"Finance": [ANALYTICS], "Planning": [ANALYTICS], "Engineering": [DRAWING]}.get(one.team, [])
    return [PREMIUM, *more] if one.number % 2 else [PREMIUM]


def _shared(name: str, place: int, on: date) -> tuple[str, ...]:
    created = f"{on - timedelta(days=900 + place)} 09:00:00Z"
    login = f"{name}@morrowmetal.example"
    return (name.title(), "False", login, _object_id(9000 + place), "", "", created, "", "", "", "", "",
    "", "",
            "US", "False", "Unlicensed", "True", "", "")  # fmt: skip


def _object_id(number: int) -> str:
    return f"5f1c{number:04d}-7a3e-4c19-9d2b-0a6e{number * 7919:08d}"
