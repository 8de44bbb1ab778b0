"""What to see to in the estate, as lines of a page: sentence, day, money, and the way to the rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from urllib.parse import urlencode

from fullscore.engine.estate.noticing import Notice, Window
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.trace import Source, Trace
from fullscore.usecases.estate import Standing
from fullscore.web.templatetags.words import full_day, money, number

TITLES: Mapping[str, str] = MappingProxyType({
    "warranties-ending": "Warranties",
    "replacements-due": "Replacements",
    "licences-ending": "Licences that run out",
    "items-nobodys": "In use, by nobody",
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
    "items-of-leavers": "bought for", "items-without-warranty": "bought for",
    "items-without-purchase-date": "bought for", "models-without-price": "about, assumed",
})  # fmt: skip
_A_YEAR = "a year"
_NOUNS = MappingProxyType({
    "items": ("item", "items"), "pools": ("licence", "licences"), "people": ("person", "people"),
    "seats": ("seat", "seats"), "models": ("model", "models"),
})  # fmt: skip
_FIELDS = MappingProxyType({
    "team": "with a team", "model": "with a model", "purchased_on": "with an age",
    "unit_cost": "with a price",
    "lead_days": "with a lead time", "capacity": "with a capacity", "used": "with a count of use",
    "expires_on": "with an end date",
})  # fmt: skip
# Where the first statement of a sentence ends.
_ENDS = re.compile(r"[:;.] ")
_MOST_PARTS = 8
_DAYS_SAID = 100


@dataclass(frozen=True, slots=True)
class Span:
    """Rows whose day lies in one stretch of time, with the way to them."""

    words: str
    count: str
    address: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a sum."""

    amount: str
    words: str
    source: str = ""
    is_total: bool = False


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
    one, many = _NOUNS[notice.register]
    finding = notice.finding
    count = len(notice.refs)
    amount = finding.at_stake
    return Line(
        key=notice.code,
        title=TITLES[notice.code],
        sentence=say(finding),
        address=_address(notice, notice.code),
        button=f"See {f'the {one}' if count == 1 else f'{number(count)} {many}'}",
        by=full_day(notice.nearest) if notice.nearest else "",
        distance=distance(notice.nearest, found.on) if notice.nearest else "",
        amount=money(amount, found.currency) if amount is not None else "",
        amount_note=_MONEY.get(notice.code, _A_YEAR) if amount is not None else "",
        spans=tuple(_span(notice, each) for each in notice.windows),
        parts=_parts(finding.trace, amount, found.currency) if amount is not None and finding.trace else (),
    )


def _address(notice: Notice, key: str) -> str:
    return f"estate/{notice.register}/?{urlencode({'figure': key})}"


def _span(notice: Notice, window: Window) -> Span:
    key = f"{notice.code}.{window.days or 'over'}"
    return Span(
        _window_words(window.days), number(len(window.refs)), _address(notice, key),
        is_late=window.days is None and bool(window.refs),
    )  # fmt: skip


def _window_words(days: int | None) -> str:
    return {None: "over", 365: "a year"}.get(days, f"{days} days")


def distance(day: date, on: date) -> str:
    """Return how far off a day is: today, tomorrow, in 10 days, in 8 months."""
    days = (day - on).days
    if days <= 1:
        return "today" if days == 0 else "tomorrow"
    return f"in {days} days" if days < _DAYS_SAID else f"in {round(days / 30.44)} months"


def _parts(trace: Trace, amount: Decimal, currency: str) -> tuple[Part, ...]:
    """Return the sum behind an amount: its largest parts, the rest together, the total."""
    adding = trace.args[0].args[0]
    by_size = sorted(adding.args, key=lambda part: -_value(part))
    shown = [_part(part, currency) for part in by_size[:_MOST_PARTS]]
    rest = by_size[_MOST_PARTS:]
    if rest:
        together = money(sum((_value(part) for part in rest), Decimal(0)), currency)
        shown.append(Part(together, f"{number(len(rest))} more"))
    return (*shown, Part(f"= {money(amount, currency)}", adding.note or "", is_total=True))


def _part(part: Trace, currency: str) -> Part:
    factors = [f"{_figure(each, currency)}" for each in part.args]
    row = next(_rows(part), None)
    about = part.note or (row.ref if row else "")
    words = f"{about}: {' × '.join(factors)}" if factors else about  # noqa: RUF001  the sign people read
    where = f"{row.file}, line {row.line}" if row and row.file and row.line else ""
    return Part(money(_value(part), currency), words, where)


def _figure(trace: Trace, currency: str) -> str:
    is_price = trace.note == "price of one" or trace.op == "quotient"
    value = _value(trace)
    said = money(value.quantize(Decimal("0.01")), currency) if is_price else number(value)
    words = {"payments a year": "a year" if value == 1 else "months", "price of one": ""}
    return f"{said} {words.get(trace.note or '', trace.note if trace.op != 'count' else 'items')}".strip()


def _rows(trace: Trace) -> Iterator[Source]:
    if trace.row:
        yield trace.row
    for arg in trace.args:
        yield from _rows(arg)


def _value(trace: Trace) -> Decimal:
    return Decimal(str(trace.value))


@dataclass(frozen=True, slots=True)
class Share:
    """How much of what plans read is known, and its parts."""

    percent: str
    known: str
    needed: str
    parts: tuple[Part, ...]


def share(found: Standing) -> Share | None:
    """Return the share that is known as its line shows it, None where nothing is asked yet."""
    percent = found.known.percent
    if percent is None:
        return None
    needs = found.known.needs
    known, needed = sum(need.known for need in needs), sum(need.needed for need in needs)
    parts = tuple(
        Part(number(need.known), f"of {number(need.needed)} {_NOUNS[need.register][1]} {_FIELDS[need.field]}")
        for need in needs
    )
    total = Part(f"= {number(known)}", f"of {number(needed)} values known", is_total=True)
    return Share(str(percent.value), number(known), number(needed), (*parts, total))


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


@dataclass(frozen=True, slots=True)
class Step:
    """A list to bring in next, and what it adds."""

    what: str
    adds: str
    where: str


_STEPS = MappingProxyType({
    "devices": Step(
        "A list of devices", "who holds what, when warranties end, what stands in stock",
        "Intune, Snipe-IT, Jamf, GLPI, a sheet",
    ),
    "people": Step(
        "A list of people", "what leavers still have, who has no computer, goals for teams",
        "BambooHR, Entra, Google, ADP",
    ),
    "licences": Step(
        "A list of licences", "what runs out when, what is bought and unused", "Microsoft 365, Snipe-IT",
    ),
    "licence seats": Step(
        "Users with their licences", "seats of people who left, and what they cost a year",
        "Microsoft 365, Google",
    ),
    "models": Step(
        "A list of models with prices", "what forecasts and plans cost", "Snipe-IT, a price list",
    ),
})  # fmt: skip


def steps(found: Standing) -> tuple[Step, ...]:
    """Return what to bring in next."""
    return tuple(_STEPS[step.kind] for step in found.next_steps)


def first_steps() -> tuple[Step, ...]:
    """Return what each first list gives, for a place with nothing in it."""
    return tuple(step for kind, step in _STEPS.items() if kind != "models")
