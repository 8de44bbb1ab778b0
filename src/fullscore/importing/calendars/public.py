"""Public holidays of a country or state, as days with names."""

from collections.abc import Iterable
from datetime import date

import holidays


def public_holidays(*, country: str, subdivision: str, years: Iterable[int]) -> tuple[tuple[date, str], ...]:
    """Return (day, name) in order; empty where no calendar is known for the country.

    An unknown subdivision falls back to the country's own days.
    """
    wanted = tuple(years)
    try:
        found = holidays.country_holidays(country, subdiv=subdivision or None, years=wanted, language="en_US")
    except NotImplementedError:
        return _whole_country(country, wanted) if subdivision else ()
    return tuple(sorted(found.items()))


def has_calendar(country: str) -> bool:
    """Return whether public holidays of this country are known."""
    return country in holidays.list_supported_countries()


def _whole_country(country: str, years: tuple[int, ...]) -> tuple[tuple[date, str], ...]:
    return public_holidays(country=country, subdivision="", years=years)
