"""Why an order is otherwise than before: the rows and fields in which its two traces differ."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

Json = Mapping[str, Any]
_Row = tuple[str, str, str]

_QUANTITY = ("gross", "on_hand", "scheduled_receipts", "safety_stock", "net", "quantity")
_DAYS = (
    "need_by",
    "deploy_from",
    "arrive_by",
    "order_by",
    "order_by_likely",
    "lead_days.safe",
    "lead_days.likely",
)
_PRICE = ("cost_once", "cost_year")
# What a field that says something else is called.
_FIELDS = {
    "unit_cost": "the price", "cost_month": "the price a month", "cost_once": "the price of the change",
    "lead_days": "the typed lead time", "safety_stock": "what is kept back", "safety": "what is kept back",
    "capacity": "the capacity", "used": "what is in use", "planning_limit": "the share that may be used",
    "per_head": "the need of one person", "deploy_hours": "the hours to set one up",
    "lot_minimum": "the smallest order", "lot_step": "the step it is sold in", "due_on": "the day it is due",
    "quantity": "the quantity",
}  # fmt: skip
# Rows that joined or left a sum, by register: one of them, and several.
_JOINED = {
    "items": ("{} came back into stock", "{} came back into stock"),
    "seats": ("{} more seat is held", "{} more seats are held"),
    "orders": ("{} more order is on its way", "{} more orders are on their way"),
}
_LEFT = {
    "items": ("{} is no longer in stock", "{} are no longer in stock"),
    "seats": ("{} seat fewer is held", "{} seats fewer are held"),
    "orders": ("{} order is no longer on its way", "{} orders are no longer on their way"),
}


def of_quantity(was: Json, now: Json) -> Sequence[str]:
    """Return why another quantity is to be ordered."""
    before, after = _rows(was, _QUANTITY), _rows(now, _QUANTITY)
    return (*_moved(before, after), *_said(before, after), *_goals(was, now))


def of_days(was: Json, now: Json) -> Sequence[str]:
    """Return why it is to be ordered on another day."""
    told = []
    if was["need_by"] != now["need_by"]:
        told.append(f"it is needed by {day(now['need_by'])} instead of {day(was['need_by'])}")
    lead, later = was["lead_days"]["safe"], now["lead_days"]["safe"]
    before, after = _rows(was, _DAYS), _rows(now, _DAYS)
    if lead != later:
        told.append(f"the lead time is {number(later)} working days instead of {number(lead)}")
        received = {row[1] for row in after if row[0] == "orders"} - {
            row[1] for row in before if row[0] == "orders"
        }
        if received:
            told[-1] += f" ({len(received)} more {_plural('order', len(received))} received)"
    told += _said(before, after)
    if not told and was["deploy_from"] != now["deploy_from"]:
        told.append(f"setting it up begins on {day(now['deploy_from'])} instead of {day(was['deploy_from'])}")
    return told


def of_price(was: Json, now: Json) -> Sequence[str]:
    """Return which prices are others now."""
    return tuple(_said(_rows(was, _PRICE), _rows(now, _PRICE), only=("unit_cost", "cost_month", "cost_once")))


def _rows(one: Json, figures: Sequence[str]) -> dict[_Row, object]:
    """Return every field of a row that some figures of an order were counted from."""
    trees = [arg for arg in one["trace"]["args"] if arg["figure"] in figures]
    return {key: value for tree in trees for key, value in _leaves(tree)}


def _leaves(trace: Json) -> Iterator[tuple[_Row, object]]:
    row = trace["row"]
    if row is not None:
        yield (row["register"], row["ref"], row["field"]), trace["value"]
    for arg in trace["args"]:
        yield from _leaves(arg)


def _moved(before: Mapping[_Row, object], after: Mapping[_Row, object]) -> Iterator[str]:
    for register in _JOINED:
        ours = {row[1] for row in before if row[0] == register}
        theirs = {row[1] for row in after if row[0] == register}
        for words, count in ((_JOINED, len(theirs - ours)), (_LEFT, len(ours - theirs))):
            if count:
                yield words[register][count > 1].format(count)


def _said(
    before: Mapping[_Row, object], after: Mapping[_Row, object], only: Sequence[str] = tuple(_FIELDS)
) -> Iterator[str]:
    for row, value in after.items():
        field = row[2]
        if row in before and before[row] != value and field in _FIELDS and field in only:
            yield f"{_FIELDS[field]} is {number(value)} instead of {number(before[row])}"


def _goals(was: Json, now: Json) -> Iterator[str]:
    """Tell of other goals that now take their share of the same thing, or no longer do."""
    ours, theirs = _others(was), _others(now)
    for goal in sorted(theirs.keys() - ours.keys()):
        yield f"{goal} now needs {number(theirs[goal])} as well"
    for goal in sorted(ours.keys() - theirs.keys()):
        yield f"{goal} needs none any more"


def _others(one: Json) -> dict[str, object]:
    return {peg["goal"]: peg["quantity"] for peg in one.get("pegged_to", ()) if peg["goal"] != "asked"}


def number(value: object) -> str:
    """Return a figure of a document as people read it."""
    return f"{value:,g}" if isinstance(value, int | float) else str(value)


def day(text: str) -> str:
    """Return a day of a document as people read it: 25 November 2026."""
    found = date.fromisoformat(text)
    return f"{found.day} {found:%B %Y}"


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"
