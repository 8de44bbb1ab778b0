"""Microsoft 365: a sample company's licences bought, and active users with what they hold."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fullscore.importing.samples.people import Somebody
from fullscore.importing.samples.writing import csv_file

PREMIUM = "Microsoft 365 Business Premium"
HEADER = (
    "Display name", "DirSyncEnabled", "User principal name", "Object Id", "First name", "Last name",
    "When created", "Soft deletion time stamp", "Title", "Department", "City", "CountryOrRegion", "Office",
    "StateOrProvince", "Usage location", "Block credential", "Licenses", "Password never expires",
    "Mobile Phone", "Phone number",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tenant:
    """A company's directory: who has an account, what each holds, and accounts that belong to nobody."""

    domain: str
    state: str
    holders: Sequence[Somebody]
    products: Callable[[Somebody], list[str]]
    shared: Sequence[str]


def licences(tenant: Tenant, bought: Sequence[tuple[str, int, int]]) -> bytes:
    """Return the products bought (name, total, expired); what is assigned agrees with the users."""
    given = [name for one in tenant.holders for name in tenant.products(one)]
    return csv_file(
        ("Product Title", "Total Licenses", "Expired Licenses", "Assigned licenses"),
        [(name, total, expired, given.count(name)) for name, total, expired in bought],
    )


def users(tenant: Tenant, on: date) -> bytes:
    """Return people's accounts, and a few that belong to nobody."""
    return csv_file(HEADER, [*_accounts(tenant), *_shared(tenant, on)])


def _accounts(tenant: Tenant) -> Iterator[tuple[str, ...]]:
    for place, one in enumerate(tenant.holders):
        created = f"{one.hired + timedelta(days=3):%Y-%m-%d} 13:05:{place % 60:02}Z"
        # A directory that nobody tidies: short names, old titles, upper case logins.
        shown = f"{one.first[0]}. {one.last}" if place % 13 == 5 else one.name  # noqa: PLR2004
        login = one.email.upper() if place % 17 == 3 else one.email  # noqa: PLR2004
        yield (
            shown, "True", login, _object_id(one.number), one.first, one.last, created, "", one.title,
            one.team, one.site, "United States", one.site, tenant.state, "US", str(one.has_left),
            "+".join(tenant.products(one)), "False", "", "",
        )  # fmt: skip


def _shared(tenant: Tenant, on: date) -> Iterator[tuple[str, ...]]:
    for place, name in enumerate(tenant.shared):
        created = f"{on - timedelta(days=900 + place)} 09:00:00Z"
        yield (
            name.title(), "False", f"{name}@{tenant.domain}", _object_id(9000 + place), "", "", created,
            "", "", "", "", "", "", "", "US", "False", "Unlicensed", "True", "", "",
        )  # fmt: skip


def _object_id(number: int) -> str:
    return f"5f1c{number:04d}-7a3e-4c19-9d2b-0a6e{number * 7919:08d}"
