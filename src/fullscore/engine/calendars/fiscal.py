"""Fiscal years and their quarters: where they begin, and what an organisation calls them."""

from datetime import date

MONTHS, QUARTERS, A_QUARTER = 12, 4, 3
# How a year is called: 2027 (2026/27 where it lies in two), FY27 by the year it ends in, or always by both.
STYLES = ("year", "FY", "span")
_CENTURY = 100


def year_start(day: date, first_month: int) -> date:
    """Return the first day of the fiscal year a day lies in."""
    year = day.year if day.month >= first_month else day.year - 1
    return date(year, first_month, 1)


def years_on(start: date, years: int) -> date:
    """Return the first day of a later fiscal year, or of an earlier one."""
    return start.replace(year=start.year + years)


def quarter_start(day: date, first_month: int) -> date:
    """Return the first day of the fiscal quarter a day lies in."""
    months = (day.month - first_month) % A_QUARTER
    return months_on(day.replace(day=1), -months)


def months_on(first: date, months: int) -> date:
    """Return the first day of a later month; for first days of months."""
    place = first.year * MONTHS + first.month - 1 + months
    return date(place // MONTHS, place % MONTHS + 1, first.day)


def year_label(start: date, style: str = "year") -> str:
    """Return what the fiscal year is called that begins on `start`."""
    last = start.year if start.month == 1 else start.year + 1
    if style == "FY":
        return f"FY{last % _CENTURY:02d}"
    return str(last) if start.month == 1 else f"{start.year}/{last % _CENTURY:02d}"


def quarter_label(start: date, first_month: int, style: str = "year") -> str:
    """Return what the fiscal quarter is called that begins on `start`: Q1 2027."""
    year = year_start(start, first_month)
    number = (start.year - year.year) * QUARTERS + (start.month - year.month) // A_QUARTER + 1
    return f"Q{number} {year_label(year, style)}"
