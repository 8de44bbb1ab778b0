"""How figures, days and moments read on a page; and the icons and built files by name."""

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

from fullscore.usecases.policy import MemberRequest

register = template.Library()

BUILT = Path(__file__).resolve().parent.parent / "static/built"
SYMBOLS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "CAD": "CA$",
    "AUD": "A$",
    "MXN": "MX$",
    "INR": "₹",
}
MINUS = "\N{MINUS SIGN}"
_CENTS_MATTER_BELOW = 100
_A_MINUTE, _AN_HOUR, _A_DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_DAYS_SAID = 100
_DAYS_A_MONTH = 30.44


class NotBuiltError(Exception):
    """The pages' styles and scripts are missing: the package was used without being installed."""


@cache
def _manifest() -> Mapping[str, Mapping[str, str]]:
    try:
        return cast("Mapping[str, Mapping[str, str]]", json.loads((BUILT / "manifest.json").read_text()))
    except OSError as trouble:
        raise NotBuiltError("The pages are not built yet. Run: pip install -e .") from trouble


@cache
def _icons() -> Mapping[str, str]:
    return cast("Mapping[str, str]", json.loads((BUILT / "icons.json").read_text()))


@register.simple_tag
@cache
def built(name: str) -> str:
    """Return the address of a built file by the name of its source: app.js, look.css."""
    return f"/static/built/{_manifest()[f'src/{name}']['file']}"


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """Return one icon of frontend/icons.txt, to be set beside a word."""
    return mark_safe(  # noqa: S308  our own drawings
        '<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round"'
        f' stroke-linejoin="round" aria-hidden="true">{_icons()[name]}</svg>'
    )


@register.filter
def number(value: Decimal | float | None) -> str:
    """Return a quantity with thousands separated and no trailing zeros; nothing is 'not known'."""
    if value is None:
        return "not known"
    exact = Decimal(str(value))
    text = f"{exact:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", MINUS)


@register.filter
def money(value: Decimal | None, currency: str = "USD") -> str:
    """Return an amount as people say it: no cents from 100 up, a real minus, 'not known' for nothing."""
    if value is None:
        return "not known"
    step = Decimal(1) if abs(value) >= _CENTS_MATTER_BELOW or value == int(value) else Decimal("0.01")
    amount = f"{abs(value).quantize(step, ROUND_HALF_UP):,f}"
    return f"{MINUS if value < 0 else ''}{SYMBOLS.get(currency, f'{currency} ')}{amount}"


@register.filter
def full_day(value: date) -> str:
    """Return a date with its year, as registers show it: 1 Mar 2027."""
    return f"{value.day} {value:%b %Y}"


@register.filter
def long_day(value: date) -> str:
    """Return a date as sentences say it: Wednesday 25 November."""
    return f"{value:%A} {value.day} {value:%B}"


@register.simple_tag(takes_context=True)
def moment(context: Context, value: datetime) -> str:
    """Return a moment on the organisation's clock: 22 Nov 2026, 14:05."""
    there = value.astimezone(_now(context).tzinfo)
    return f"{full_day(there.date())}, {there:%H:%M}"


@register.simple_tag(takes_context=True)
def age(context: Context, value: datetime) -> str:
    """Return how old something is: just now, 2 h old, 41 days old."""
    span = _now(context) - value
    return f"{elapsed(span)} old" if span >= _A_MINUTE else "just now"


@register.simple_tag(takes_context=True)
def ago(context: Context, value: datetime) -> str:
    """Return how long ago something was: just now, 2 h ago, 41 days ago."""
    span = _now(context) - value
    return f"{elapsed(span)} ago" if span >= _A_MINUTE else "just now"


def elapsed(span: timedelta) -> str:
    """Return a length of time in its one fitting unit; past 100 days in months."""
    if span < _AN_HOUR:
        return f"{max(0, int(span.total_seconds() // 60))} min"
    if span < _A_DAY:
        return f"{int(span.total_seconds() // 3600)} h"
    if span.days < _DAYS_SAID:
        return f"{span.days} day{'s' if span.days != 1 else ''}"
    return f"{round(span.days / _DAYS_A_MONTH)} months"


def _now(context: Context) -> datetime:
    """Return the present moment on the organisation's clock."""
    request: MemberRequest = context["request"]
    zone = ZoneInfo(request.account.zone)
    return request.now.astimezone(zone)


@register.filter
def counted(count: int, words: str) -> str:
    """Return a count with its noun: `3|counted:"item,items"` gives 3 items, 0 gives No items."""
    one, many = words.split(",")
    return f"{count:,} {one}" if count == 1 else f"{f'{count:,}' if count else 'No'} {many}"


@register.filter
def size(count: int) -> str:
    """Return the size of a file: 14 kB, 3.2 MB."""
    kilo = count / 1000
    return f"{max(1, round(kilo))} kB" if kilo < 1000 else f"{kilo / 1000:.1f} MB"  # noqa: PLR2004


@register.filter
def a_one(noun: str) -> str:
    """Return one of a noun as people say it: an item, a site."""
    return f"{'an' if noun[:1].lower() in 'aeio' else 'a'} {noun.lower()}"


@register.filter
def at(values: Mapping[str, object], key: str) -> object:
    """Return what a mapping holds under a key; None where it holds nothing."""
    return values.get(key) if values else None


@register.filter
def stamp(value: datetime) -> str:
    """Return a moment on the clock it carries, for readers without a place of their own."""
    return f"{full_day(value.date())}, {value:%H:%M}"
