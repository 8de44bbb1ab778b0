"""The table of a plan: one row for each need, its note, its amounts, and this goal's part of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from fullscore.web.goals import days, markup, sums
from fullscore.web.goals.understood import named
from fullscore.web.templatetags.words import money, number

Content = dict[str, Any]
FIGURES = ("gross", "on_hand", "scheduled_receipts", "safety_stock")
# A team of hundreds has a laptop each: whoever opens a sum reads the first of them.
MOST_ORIGINS = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One need as the table shows it; an amount is empty where there is none, `not_priced` where unknown.

    `part` tells this goal's share where others have one too.
    """

    ref: str
    name: str
    note: str
    figures: tuple[str, ...]
    quantity: str
    part: str
    order_by: str
    is_late: bool
    is_enough: bool
    once: str
    year: str
    not_priced: bool
    sum: SafeString
    origins: int
    behind: SafeString
    more: int


@dataclass(frozen=True, slots=True)
class Around:
    """What rows need to know of the plan around them."""

    currency: str
    places: Mapping[str, str]
    closed: Sequence[tuple[Any, str]]
    root: str


def rows(needs: Sequence[Content], around: Around) -> tuple[Row, ...]:
    # Where things go to one place only, naming it in every row says nothing.
    several = len({one["place"] for one in needs if one["kind"] == "stock"}) > 1
    return tuple(_row(one, around, is_placed=several) for one in needs)


def _row(one: Content, around: Around, *, is_placed: bool) -> Row:
    is_order = "order_by" in one
    is_late = bool(is_order and one["late"])
    amounts = [_amount(one.get(name), around.currency) for name in ("cost_once", "cost_year")]
    # A plan given out by a link comes without traces: its rows do not open.
    is_open = one.get("trace") is not None
    origins = sums.origins(one["trace"]) if is_open else ()
    return Row(
        ref=one["id"], name=one["name"], note=_note(one, around.places, is_placed=is_placed),
        figures=tuple(number(one[name]) for name in FIGURES),
        quantity=number(one["quantity"]), part=_part(one), order_by=_when(one),
        is_late=is_late, is_enough=not is_order, once=amounts[0], year=amounts[1],
        not_priced=is_order and not one["cost_known"],
        sum=markup.lines(sums.lines(one, around.closed, around.currency) if is_open else ()),
        origins=len(origins), behind=markup.behind(origins[:MOST_ORIGINS], around.root),
        more=len(origins[MOST_ORIGINS:]),
    )  # fmt: skip


def _amount(text: str | None, currency: str) -> str:
    return money(Decimal(text), currency) if text else ""


def _when(one: Content) -> str:
    if "order_by" not in one:
        return "enough"
    if not one["late"]:
        return days.with_weekday(one["order_by"])
    waited = one["late"]["working_days"]
    if not waited:
        return "Today"
    return f"Today, {waited} {'day' if waited == 1 else 'days'} late"


def _part(one: Content) -> str:
    """Return this goal's share in words, or nothing where all of it is this goal's."""
    share = one.get("share")
    if not share or share["quantity"] == one["quantity"]:
        return ""
    return f"{number(share['quantity'])} for this goal"


def _note(one: Content, places: Mapping[str, str], *, is_placed: bool) -> str:
    parts = [one["unit"]] if one["kind"] == "level" and one["unit"] else []
    place = named(one["place"], places) if one["place"] and (is_placed or one["kind"] != "stock") else None
    if place and place not in one["name"]:
        parts.append(place)
    parts += _sold(one["lot"])
    if one.get("for_months"):
        parts.append(f"for {_months(one['for_months'])}")
    return "; ".join(parts)


def _sold(lot: Content) -> list[str]:
    if lot["type"] == "levels":
        return [f"sold as {' or '.join(number(size) for size in lot['levels'])}"]
    if lot.get("step", 1) > 1:
        return [f"sold in steps of {number(lot['step'])}"]
    return []


def _months(count: float) -> str:
    return f"{number(count)} {'month' if count == 1 else 'months'}"
