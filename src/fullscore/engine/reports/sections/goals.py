"""Goals: what was planned, what to order by when, what it costs, and what comes late."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.reports.blocks import Block, Cell, Fact, Facts, Row, Section, Table, Text, Traced, Word
from fullscore.engine.reports.voice import Voice, counted, few, headed, value_of

_MISSING = (
    'No goal is planned yet. Type one sentence on the goals page: "Sales grows by 12 people in January."'
)
_MOST_ORDERS = 8


@dataclass(frozen=True, slots=True)
class Order:
    """One thing to order; `late_until` is the day it works at the earliest, where that is too late.

    `unit` is what its quantity counts where that is no number of things: 500 Mbit/s of a link.
    """

    name: str
    quantity: Decimal
    order_by: date
    need_by: date
    once: Traced | None = None
    yearly: Traced | None = None
    order_trace: Traced | None = None
    late_until: date | None = None
    unit: str = ""
    is_open: bool = True

    @property
    def words(self) -> str:
        much = f"{self.quantity:,f}"
        return f"{self.name}, {much} {self.unit}" if self.unit else f"{much} x {self.name}"


@dataclass(frozen=True, slots=True)
class Goal:
    """One kept plan; `state` is accepted or draft, `answer` what it came to in words."""

    ref: str
    sentence: str
    state: str
    need_by: date
    answer: str
    once: Traced
    yearly: Traced
    orders: tuple[Order, ...] = ()
    is_complete: bool = True

    @property
    def late(self) -> tuple[Order, ...]:
        return tuple(each for each in self.orders if each.late_until is not None)

    def to_order(self) -> tuple[Order, ...]:
        """Return what still has to be ordered, the nearest day first."""
        return tuple(
            sorted((each for each in self.orders if each.is_open), key=lambda one: (one.order_by, one.name))
        )


def section(found: tuple[Goal, ...], voice: Voice) -> Section:
    if not found:
        return Section("goals", "No goal is planned", missing=_MISSING)
    blocks = tuple(block for each in _ordered(found) for block in _goal(each, voice))
    return Section("goals", standing(found), None, blocks)


def _ordered(found: tuple[Goal, ...]) -> list[Goal]:
    return sorted(found, key=lambda each: (each.state != "accepted", each.need_by, each.ref))


def standing(found: tuple[Goal, ...]) -> str:
    """Return how many plans are accepted and drafted, and whether something comes late."""
    accepted = [each for each in found if each.state == "accepted"]
    drafts, late = len(found) - len(accepted), [each for each in found if each.late]
    parts = (
        [few(len(accepted), "plan") + (" is" if len(accepted) == 1 else " are") + " accepted"]
        if accepted
        else []
    )
    if drafts:
        noun = "" if accepted else " plan" if drafts == 1 else " plans"
        parts.append(f"{counted(drafts)}{noun} {'is' if drafts == 1 else 'are'} drafted")
    end = "; nothing comes late"
    if late:
        end = (
            "; something comes late" if len(found) == 1 else f"; in {counted(len(late))} something comes late"
        )
    return headed(" and ".join(parts)) + end


def next_order(found: tuple[Goal, ...]) -> Order | None:
    """Return what accepted plans ask to be ordered next."""
    orders = [one for each in found if each.state == "accepted" for one in each.to_order()]
    return min(orders, key=lambda one: (one.order_by, one.name), default=None)


def order_fact(each: Order, voice: Voice) -> Fact:
    """Return what to order by when."""
    tone, until = voice.tone(each.order_by), each.late_until
    if until is not None:
        return Fact(f"Order today: {each.words}; it works from {voice.day(until)}.", None, "late")
    return Fact(f"Order {each.words} by {voice.day(each.order_by)}.", None, tone)


def _goal(each: Goal, voice: Voice) -> tuple[Block, ...]:
    once, yearly = (
        voice.money(each.once, f"{each.ref}, once"),
        voice.money(each.yearly, f"{each.ref}, a year"),
    )
    state = "Accepted" if each.state == "accepted" else "Draft"
    facts = [
        Fact("Costs once", once),
        Fact("Costs a year", yearly),
        Fact(f"{state}, needed by", voice.short(each.need_by)),
        *(_late(one, one.late_until, voice) for one in each.late if one.late_until is not None),
    ]
    head = Facts(tuple(facts), each.sentence)
    table = _orders(each, voice)
    return (head, Text(each.answer), table) if table else (head, Text(each.answer))


def _late(one: Order, until: date, voice: Voice) -> Fact:
    return Fact(f"{one.name} works from {voice.day(until)}, needed by {voice.day(one.need_by)}", None, "late")


def _orders(each: Goal, voice: Voice) -> Table | None:
    orders = each.to_order()
    if not orders:
        return None
    rows = tuple(
        Row((
            Cell(_by(one, each, voice), voice.tone(one.order_by)), one.words,
            _once(one, each, voice),
            _yearly(one, each, voice),
        ))
        for one in orders[:_MOST_ORDERS]
    )  # fmt: skip
    rest = len(orders) - _MOST_ORDERS
    note = f"{headed(few(rest, 'more order'))} {'follows' if rest == 1 else 'follow'}." if rest > 0 else None
    return Table(("Order by", "What", "Once>", "A year>"), rows, None, note)


def _by(one: Order, each: Goal, voice: Voice) -> Word:
    if one.order_trace is not None:
        return voice.when(one.order_trace, f"{each.ref}, {one.name}, order by")
    return voice.short(one.order_by)


def _once(one: Order, each: Goal, voice: Voice) -> Word:
    if one.once is None:
        return "" if one.yearly is not None else "not priced"
    return voice.money(one.once, f"{each.ref}, {one.name}, once")


def _yearly(one: Order, each: Goal, voice: Voice) -> Word:
    if one.yearly is None or not value_of(one.yearly):
        return ""
    return voice.money(one.yearly, f"{each.ref}, {one.name}, a year")
