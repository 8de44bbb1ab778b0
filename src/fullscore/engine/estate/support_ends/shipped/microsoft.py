"""Microsoft's servers, Office, and Surface devices with their last firmware."""

from datetime import date

from fullscore.engine.estate.support_ends.facts import Product, Release, Stands

_TERMS = "https://learn.microsoft.com/lifecycle/products/?terms="


def _named(key: str, label: str, day: str) -> Release:
    said = tuple(label.casefold().split())
    return Release(key, date.fromisoformat(day) if day else None, (said,), label)


def _surface(text: str) -> tuple[Release, ...]:
    lines = (line.rsplit(" ", 1) for line in text.split("; "))
    return tuple(_named(label.casefold().replace(" ", "-"), label, day) for label, day in lines)


SQL_SERVER = Product(
    "mssqlserver", "SQL Server", ("sql server",), f"{_TERMS}SQL%20Server",
    (
        _named("17.0", "2025", "2036-01-06"), _named("16.0", "2022", "2033-01-11"),
        _named("15.0", "2019", "2030-01-08"), _named("14.0", "2017", "2027-10-12"),
        _named("13.0-sp3", "2016", "2026-07-14"), _named("12.0-sp3", "2014", "2024-07-09"),
        _named("11.0-sp4", "2012", "2022-07-12"), _named("10.50-sp3", "2008 R2", "2019-07-09"),
        _named("10.0-sp4", "2008", "2019-07-09"), _named("9.0-sp4", "2005", "2016-04-12"),
    ),
    never=frozenset({"studio", "driver", "management"}), is_open=False,
)  # fmt: skip
EXCHANGE = Product(
    "msexchange", "Exchange Server", ("exchange server", "microsoft exchange"),
    f"{_TERMS}Exchange%20Server",
    (
        _named("2019", "2019", "2025-10-14"), _named("2016", "2016", "2025-10-14"),
        _named("2013", "2013", "2023-04-11"), _named("2010", "2010", "2020-10-13"),
    ),
    never=frozenset({"online", "365"}), is_open=False,
)  # fmt: skip
SHAREPOINT = Product(
    "sharepoint", "SharePoint Server", ("sharepoint server", "microsoft sharepoint"),
    f"{_TERMS}SharePoint%20Server",
    (
        _named("2019", "2019", "2026-07-14"), _named("2016", "2016", "2026-07-14"),
        _named("2013", "2013", "2023-04-11"), _named("2010", "2010", "2021-04-13"),
    ),
    never=frozenset({"online", "365"}), is_open=False,
)  # fmt: skip
OFFICE = Product(
    "office", "Office", (
        "microsoft office", "ms office", "office ltsc", "office professional", "office standard",
        "office home",
    ), f"{_TERMS}Office",
    (
        _named("2024", "2024", "2029-10-09"), _named("2021", "2021", "2026-10-13"),
        _named("2019", "2019", "2025-10-14"), _named("2016", "2016", "2025-10-14"),
        _named("2013", "2013", "2023-04-11"), _named("2010", "2010", "2020-10-13"),
        _named("2007", "2007", "2017-10-10"),
    ),
    never=frozenset({"365", "mac", "libre", "veeam", "web", "server"}), is_open=False,
)  # fmt: skip
SURFACE = Product(
    "surface", "Surface", ("surface",),
    "https://learn.microsoft.com/surface/surface-driver-firmware-lifecycle-support",
    _surface(
        "Pro 10 2030-04-09; Pro 9 2028-10-25; Pro 8 2027-10-05; Pro 7+ 2027-01-15; Pro 7 2025-10-30; "
        "Pro 6 2023-06-30; Pro 4 2021-11-13; Pro 3 2021-11-13; Laptop 6 2030-04-09; Laptop 5 2028-10-25; "
        "Laptop 4 2027-04-15; Laptop 3 2024-07-30; Laptop 2 2022-12-27; Laptop Studio 2 2029-10-03; "
        "Laptop Go 3 2029-10-03; Laptop Go 2 2028-06-07; Laptop SE 2028-01-11; Go 4 2029-09-21; "
        "Go 3 2027-10-05; Go 2 2024-12-30; Book 3 2025-04-01; Book 2 2023-06-30; Studio 2+ 2028-10-02; "
        "Studio 2 2024-10-02"
    ),
    never=frozenset({"dock", "keyboard", "cover", "pen", "hub", "mouse", "charger"}),
    stands=Stands.NEXT, is_open=False,
)  # fmt: skip
PRODUCTS = (SQL_SERVER, EXCHANGE, SHAREPOINT, OFFICE, SURFACE)
