"""Days on the page: from the document's texts to dates and to words."""

from collections.abc import Iterable
from datetime import date

# Past so many days a distance is said in months.
MOST_DAYS, DAYS_A_MONTH = 100, 30.44


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


def of(day: date, on: date) -> str:
    """Return a day as tables show it, its year only when that is not this or the coming one."""
    year = "" if day.year in {on.year, on.year + 1} else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year}"


def distance(left: int) -> str:
    """Return how far a day is: today, in 2 days, 6 days late; past 100 days in months."""
    if left == 0:
        return "today"
    count, words = abs(left), "days"
    if count > MOST_DAYS:
        count, words = round(count / DAYS_A_MONTH), "months"
    words = words.removesuffix("s") if count == 1 else words
    return f"in {count} {words}" if left > 0 else f"{count} {words} late"
