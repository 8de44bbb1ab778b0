"""Windows and Windows Server. Home and Pro end before Enterprise: without the edition nobody knows.

Long-term editions of one build live years longer, so a text that names one is not read as the common one.
"""

from datetime import date

from fullscore.engine.estate.support_ends.facts import Product, Release, Stands

_PRO = frozenset({"pro", "home", "professional", "core"})
_LARGE = frozenset({"enterprise", "education", "ent", "edu"})
_LONG = frozenset({"ltsc", "ltsb", "iot"})
_LINK = "https://learn.microsoft.com/lifecycle/products/?terms=Windows"
# Release, its build, last day of Home and Pro, last day of Enterprise and Education.
_ELEVEN = (
    ("26h1", "28000", "2028-03-14", "2029-03-13"),
    ("25h2", "26200", "2027-10-12", "2028-10-10"),
    ("24h2", "26100", "2026-10-13", "2027-10-12"),
    ("23h2", "22631", "2025-11-11", "2026-11-10"),
    ("22h2", "22621", "2024-10-08", "2025-10-14"),
    ("21h2", "22000", "2023-10-10", "2024-10-08"),
)
_TEN = (
    ("21h2", "19044", "2023-06-13", ""),
    ("20h2", "19042", "2022-05-10", "2023-05-09"),
    ("1909", "18363", "2021-05-11", "2022-05-10"),
    ("1809", "17763", "2020-11-10", ""),
    ("1803", "17134", "2019-11-12", "2021-05-11"),
    ("1709", "16299", "2019-04-09", "2020-10-13"),
    ("1703", "15063", "2018-10-09", "2019-10-08"),
    ("1607", "14393", "2018-04-10", ""),
)
# Releases that ended on one day for every edition.
_TEN_AT_ONCE = (
    ("22h2", "19045", "2025-10-14"),
    ("21h1", "19043", "2022-12-13"),
    ("2004", "19041", "2021-12-14"),
    ("1903", "18362", "2020-12-08"),
    ("1511", "10586", "2017-10-10"),
)


def _ways(family: str, release: str, build: str) -> tuple[tuple[str, ...], ...]:
    return ((family, release), (f"10.0.{build}",), (family, build))


def _editions(family: str, release: str, build: str, small: str, large: str) -> tuple[Release, ...]:
    """Return a release by edition; where the long-term one shares its build, only Home and Pro are known."""
    key, label, said = f"{family}-{release}", f"{family} {release.upper()}", _ways(family, release, build)
    home, ends = f"{label} (Home, Pro)", date.fromisoformat(small)
    if not large:
        return (Release(f"{key}-w", ends, said, home, edition=_PRO, unless=_LONG),)
    late, business = date.fromisoformat(large), f"{label} (Enterprise, Education)"
    return (
        Release(f"{key}-w", ends, said, home, unless=_LONG | _LARGE),
        Release(f"{key}-e", late, said, business, unless=_LONG | _PRO),
    )


def _at_once(release: str, build: str, day: str) -> Release:
    return Release(
        f"10-{release}", date.fromisoformat(day), _ways("10", release, build), f"10 {release.upper()}",
        unless=_LONG,
    )  # fmt: skip


def _old(key: str, label: str, day: str, *said: tuple[str, ...]) -> Release:
    return Release(key, date.fromisoformat(day), said, label)


WINDOWS = Product(
    "windows", "Windows", ("windows",), _LINK,
    (
        *(each for row in _ELEVEN for each in _editions("11", *row)),
        *(_at_once(*row) for row in _TEN_AT_ONCE),
        *(each for row in _TEN for each in _editions("10", *row)),
        _old("8.1", "8.1", "2023-01-10", ("8.1",), ("6.3.9600",)),
        _old("7-sp1", "7", "2020-01-14", ("7",), ("6.1.7601",)),
        _old("6-sp2", "Vista", "2017-04-11", ("vista",)),
        _old("5-sp3", "XP", "2014-04-08", ("xp",)),
    ),
    never=frozenset({
        "server", "embedded", "phone", "iot", "ltsc", "ltsb", "ce", "subsystem", "defender", "mobile",
        "compact", "posready", "nt", "storage", "datacenter",
    }),
    stands=Stands.AMONG, is_open=False,
)  # fmt: skip
SERVER = Product(
    "windows-server", "Windows Server", ("windows server", "windows server standard"),
    "https://learn.microsoft.com/lifecycle/products/?terms=Windows%20Server",
    (
        _old("2025", "2025", "2034-11-14", ("2025",)),
        _old("2022", "2022", "2031-10-14", ("2022",)),
        _old("2019", "2019", "2029-01-09", ("2019",)),
        _old("2016", "2016", "2027-01-12", ("2016",)),
        _old("2012-r2", "2012 R2", "2023-10-10", ("2012", "r2")),
        _old("2012", "2012", "2023-10-10", ("2012",)),
        _old("2008-r2-sp1", "2008 R2", "2020-01-14", ("2008", "r2")),
        _old("2008-sp2", "2008", "2020-01-14", ("2008",)),
        _old("2003-sp2", "2003", "2015-07-14", ("2003",)),
    ),
    is_open=False,
)  # fmt: skip
PRODUCTS = (WINDOWS, SERVER)
