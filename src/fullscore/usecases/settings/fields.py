"""Each setting: what it is called, what may be written there, and what to say when it may not."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo, available_timezones

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.usecases.registers.values import RefusedError

DATE_ORDERS = {"mdy": "11/23/2026", "dmy": "23/11/2026", "ymd": "2026/11/23"}
LONGEST_NAME = 200
LARGEST_AMOUNT = 10**10
LONGEST_SILENCE = 60
HIGHEST_DISCOUNT = 100


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one organisation as they stand; `version` grows with every save."""

    ref: str
    name: str
    zone: str
    country: str
    subdivision: str
    fiscal_start_month: int
    working_weekdays: str
    opens_at: time
    closes_at: time
    currency: str
    date_order: str
    version: int
    # After so many working days without an answer a change counts as agreed.
    silence_days: int = 3
    # What a day costs on which somebody cannot work, and whose figure that is.
    person_day_cost: Decimal | None = None
    person_day_cost_by: str = ""
    person_day_cost_on: date | None = None
    # By how much money is worth less a year later, in percent: of business cases.
    discount_percent: Decimal = Decimal(8)


def without_money(settings: Settings) -> Settings:
    """Return the settings as those see them who may read no money."""
    return replace(settings, person_day_cost=None, person_day_cost_by="", person_day_cost_on=None)


class _UnfitError(ValueError):
    """What was written does not fit; the message says what would."""


def parsed(changes: Mapping[str, str]) -> dict[str, object]:
    """Return the changes as values; raises `RefusedError` with one finding for each that does not fit."""
    values: dict[str, object] = {}
    findings = []
    for field, text in changes.items():
        try:
            values[field] = _reader(field)(_clean(text))
        except _UnfitError as error:
            what = {"field": field.replace("_", " "), "value": text[:60], "hint": str(error)}
            findings.append(Finding("setting-not-understood", Subject("settings", field), what))
    if findings:
        raise RefusedError(*findings)
    return values


def _reader(field: str) -> Callable[[str], object]:
    try:
        return READERS[field]
    except KeyError as error:
        raise _UnfitError(f"There is no such setting. There are: {', '.join(READERS)}.") from error


def _clean(text: str) -> str:
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in text):
        raise _UnfitError("It holds characters nobody can see; type it anew.")
    return text.strip()


def _name(text: str) -> str:
    if not 1 <= len(text) <= LONGEST_NAME:
        raise _UnfitError(f"Write 1 to {LONGEST_NAME} characters.")
    return text


def _zone(text: str) -> str:
    if text not in available_timezones():
        raise _UnfitError("Write it as America/New_York.")
    ZoneInfo(text)
    return text


def _letters(count: int, example: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if len(text) != count or not (text.isascii() and text.isalpha()):
            raise _UnfitError(f"Write {count} letters, as {example}.")
        return text.upper()

    return read


def _subdivision(text: str) -> str:
    if len(text) > 8 or not ((text.isascii() and text.replace("-", "").isalnum()) or not text):  # noqa: PLR2004
        raise _UnfitError("Write its short form, as OH, or leave it empty.")
    return text.upper()


def _month(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:3]) <= 12):  # noqa: PLR2004
        raise _UnfitError("Write the number of a month, 1 to 12.")
    return int(text)


def _silence(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:3]) <= LONGEST_SILENCE):
        raise _UnfitError(f"Write working days, 1 to {LONGEST_SILENCE}.")
    return int(text)


def _weekdays(text: str) -> str:
    days = sorted(set(text.replace(",", "").replace(" ", "")))
    if not days or not set(days) <= set("1234567"):
        raise _UnfitError("Write the numbers of the days, Monday is 1: 12345.")
    return "".join(days)


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError as error:
        raise _UnfitError("Write it as 08:00.") from error


def _date_order(text: str) -> str:
    if text not in DATE_ORDERS:
        raise _UnfitError("Write mdy, dmy or ymd.")
    return text


def _amount(text: str) -> Decimal | None:
    """Return an amount of cents, None for an empty field; thousands may be separated as people write them."""
    if not text:
        return None
    try:
        amount = Decimal(text.replace(",", "")) if text.isascii() and "_" not in text else Decimal(-1)
    except InvalidOperation as error:
        raise _UnfitError("Write it as 350 or 350.50, or leave it empty.") from error
    if not (amount.is_finite() and 0 <= amount < LARGEST_AMOUNT and amount == round(amount, 2)):
        raise _UnfitError("Write it as 350 or 350.50, or leave it empty.")
    return amount.quantize(Decimal("0.01"))


def _percent(text: str) -> Decimal:
    try:
        percent = Decimal(text)
    except InvalidOperation as error:
        raise _UnfitError("Write it as 8 or 7.5.") from error
    if not percent.is_finite() or not 0 <= percent <= HIGHEST_DISCOUNT:
        raise _UnfitError(f"Write a percentage from 0 to {HIGHEST_DISCOUNT}.")
    return percent.quantize(Decimal("0.01"))


def _whose(text: str) -> str:
    if len(text) > LONGEST_NAME:
        raise _UnfitError(f"Write at most {LONGEST_NAME} characters.")
    return text


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise _UnfitError("Write it as 2026-11-23, or leave it empty.") from error


READERS: Mapping[str, Callable[[str], object]] = {
    "name": _name,
    "zone": _zone,
    "country": _letters(2, "US"),
    "subdivision": _subdivision,
    "fiscal_start_month": _month,
    "working_weekdays": _weekdays,
    "opens_at": _time,
    "closes_at": _time,
    "currency": _letters(3, "USD"),
    "date_order": _date_order,
    "silence_days": _silence,
    "discount_percent": _percent,
    "person_day_cost": _amount,
    "person_day_cost_by": _whose,
    "person_day_cost_on": _day,
}
