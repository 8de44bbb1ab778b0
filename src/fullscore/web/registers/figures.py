"""What to see to in the estate, as lines of a page: sentence, day, money, and the way to the rows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from urllib.parse import urlencode

from fullscore.engine.estate.noticing import Notice, Window
from fullscore.engine.findings.sentences_en import say
from fullscore.usecases.estate import Standing
from fullscore.web.registers.sums import NOUNS, Part, parts_of
from fullscore.web.templatetags.words import money, number

TITLES: Mapping[str, str] = MappingProxyType({
    "warranties-ending": "Warranties",
    "replacements-due": "Replacements",
    "licences-ending": "Licences that run out",
    "items-nobodys": "In use, by nobody",
    "items-holder-unknown": "With holders nobody knows",
    "items-not-enrolled": "Bought, but not enrolled",
    "items-not-seen": "Not seen any more",
    "seats-unused": "Seats nobody has",
    "people-without-computer": "People without a computer",
    "items-of-leavers": "Still with people who left",
    "seats-of-leavers": "Seats of people who left",
    "pools-without-owner": "Licences without an owner",
    "models-without-price": "Models without a price",
    "pools-without-expiry": "Licences without an end date",
    "items-without-purchase-date": "Items without a purchase date",
    "items-without-warranty": "Devices without a warranty date",
    "pools-without-use": "Licences without a count of use",
    "pools-without-price": "Licences without a price",
    "items-without-model": "Items without a model",
    "models-without-lead-time": "Models without a lead time",
    "people-without-team": "People without a team",
    "people-without-start": "People without a first day",
})  # fmt: skip
# What the money of a line is, in a word or two.
_MONEY = MappingProxyType({
    "warranties-ending": "bought for", "replacements-due": "bought for", "items-nobodys": "bought for",
    "items-of-leavers": "bought for", "items-holder-unknown": "bought for",
    "items-without-warranty": "bought for", "items-not-enrolled": "bought for",
    "items-not-seen": "bought for",
    "items-without-purchase-date": "bought for", "models-without-price": "about, assumed",
})  # fmt: skip
_A_YEAR = "a year"
_SORTS = MappingProxyType({"warranties-ending": "warranty_ends_on", "licences-ending": "expires_on"})
# Where the first statement of a sentence ends.
_ENDS = re.compile(r"[:;.] ")
_DAYS_SAID = 100


@dataclass(frozen=True, slots=True)
class Span:
    """Rows whose day lies in one stretch of time, with the way to them."""

    words: str
    count: str
    address: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to see to. `by` and `amount` are "" where nobody knows."""

    key: str
    title: str
    sentence: str
    address: str
    button: str
    by: str
    distance: str
    amount: str
    amount_note: str
    is_unpriced: bool
    spans: tuple[Span, ...] = ()
    parts: tuple[Part, ...] = ()


def title_of(figure: str) -> str:
    """Return what a figure's rows are, for the list that shows only them."""
    code, _, window = figure.partition(".")
    title = TITLES.get(code, code)
    return f"{title}, {_window_words(None if window == 'over' else int(window))}" if window else title


def lines(notices: Sequence[Notice], found: Standing) -> tuple[Line, ...]:
    """Return what is to be said, in its order."""
    return tuple(_line(notice, found) for notice in notices)


def _line(notice: Notice, found: Standing) -> Line:
    one, many = NOUNS[notice.register]
    finding = notice.finding
    key, count = _first_shown(notice)
    amount = finding.at_stake
    return Line(
        key=notice.code,
        title=TITLES[notice.code],
        sentence=say(finding),
        address=_address(notice, key),
        button=f"See {f'the {one}' if count == 1 else f'{number(count)} {many}'}",
        by=short_day(notice.nearest, found.on) if notice.nearest else "",
        distance=distance(notice.nearest, found.on) if notice.nearest else "",
        amount=money(amount, found.currency) if amount is not None else "",
        amount_note=_MONEY.get(notice.code, _A_YEAR) if amount is not None else "",
        is_unpriced=amount is None and finding.values["count"] != 0,
        spans=tuple(_span(notice, each) for each in notice.windows),
        parts=parts_of(finding.trace, amount, found.currency) if amount is not None and finding.trace else (),
    )


def _first_shown(notice: Notice) -> tuple[str, int]:
    """Return the figure whose rows a line's button shows, and how many they are.

    Of what ends these are the soonest there are: within 90 days, else a year, else what is over.
    """
    for window in (*notice.windows[2:], *notice.windows[:1]):
        if window.refs:
            return _key(notice, window), len(window.refs)
    return notice.code, len(notice.refs)


def _key(notice: Notice, window: Window) -> str:
    return f"{notice.code}.{window.days or 'over'}"


def _address(notice: Notice, key: str) -> str:
    sort = {"sort": _SORTS[notice.code]} if notice.code in _SORTS else {}
    return f"estate/{notice.register}/?{urlencode({'figure': key} | sort)}"


def _span(notice: Notice, window: Window) -> Span:
    return Span(
        _window_words(window.days), number(len(window.refs)), _address(notice, _key(notice, window)),
        is_late=window.days is None and bool(window.refs),
    )  # fmt: skip


def _window_words(days: int | None) -> str:
    return {None: "over", 365: "in a year"}.get(days, f"in {days} days")


def short_day(day: date, on: date) -> str:
    """Return a date as tables show it: Tue 22 Dec; with its year when that is neither this nor the next."""
    year = f" {day.year}" if day.year > on.year + 1 else ""
    return f"{day:%a} {day.day} {day:%b}{year}"


def distance(day: date, on: date) -> str:
    """Return how far off a day is: today, tomorrow, in 10 days, in 8 months."""
    days = (day - on).days
    if days <= 1:
        return "today" if days == 0 else "tomorrow"
    return f"in {days} days" if days < _DAYS_SAID else f"in {round(days / 30.44)} months"


@dataclass(frozen=True, slots=True)
class Lead:
    """What the page is called after, and the rest of that sentence."""

    title: str
    rest: str


def lead(found: Standing) -> Lead | None:
    """Return the nearest day with something at stake, else the dearest thing to see to; None for neither."""
    dated = [notice for notice in found.expires if notice.finding.act_by is not None]
    others = [*found.ownerless, *found.unassigned]
    if dated:
        return _lead(min(dated, key=lambda one: one.nearest or date.max))
    return _lead(max(others, key=lambda one: one.finding.at_stake or Decimal(-1))) if others else None


def _lead(notice: Notice) -> Lead:
    title, rest = _ENDS.split(say(notice.finding), maxsplit=1)
    return Lead(title, rest[:1].upper() + rest[1:])
