"""Days on the page: from the document's texts to dates and to words."""

from collections.abc import Iterable
from datetime import date


def day(text: str) -> date:
    """Return the date a document writes as 2026-11-25."""
    return date.fromisoformat(text)


def short(text: str) -> str:
    """Return a day as drawings show it: 25 Nov."""
    found = day(text)
    return f"{found.day} {found:%b}"


def with_weekday(text: str) -> str:
    """Return a day as tables show it: Wed 25 Nov."""
    return f"{day(text):%a} {short(text)}"


def in_words(text: str) -> str:
    """Return a day as sentences say it: Wednesday 25 November."""
    found = day(text)
    return f"{found:%A} {found.day} {found:%B}"


def together(days: Iterable[date]) -> str:
    """Return days of some months in one breath: 26, 27 November, 24 December."""
    months: dict[tuple[int, int], list[date]] = {}
    for one in sorted(days):
        months.setdefault((one.year, one.month), []).append(one)
    return ", ".join(f"{', '.join(str(one.day) for one in some)} {some[0]:%B}" for some in months.values())
