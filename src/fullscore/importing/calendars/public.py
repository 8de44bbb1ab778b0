"""Public holidays of a country or state, as days with names."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import holidays


def public_holidays(*, country: str, subdivision: str, years: Iterable[int]) -> tuple[tuple[date, str], ...]:
    """Return (day, name) in order; empty where no calendar is known for the country.

    An unknown subdivision falls back to the country's own days.
    """
    return _days(country, subdivision, tuple(years))


# A calendar of a country and some years never changes while the program runs.
@lru_cache(maxsize=512)
def _days(country: str, subdivision: str, wanted: tuple[int, ...]) -> tuple[tuple[date, str], ...]:
    try:
        found = holidays.country_holidays(country, subdiv=subdivision or None, years=wanted, language="en_US")
    except NotImplementedError:
        return _days(country, "", wanted) if subdivision else ()
    return tuple(sorted(found.items()))
