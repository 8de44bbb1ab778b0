"""English of the room Today: orders that wait to be placed, and why waiting costs."""

from collections.abc import Mapping
from types import MappingProxyType

from fullscore.engine.findings.english.words import Sentence, clipped, day, number
from fullscore.engine.findings.finding import Value

Values = Mapping[str, Value]

LONGEST_TITLE, LONGEST_SENTENCE = 60, 110
# Why waiting costs, by the stable word of a step.
REASONS: Mapping[str, str] = MappingProxyType({
    "renews": "renews", "idle": "people idle", "unused": "paid for nothing", "outage": "may stand still",
    "price": "dearer than agreed", "credit": "credit is lost", "came-true": "expected loss",
    "late": "a day later",
})  # fmt: skip


def _thing(values: Values, room: int) -> str:
    """Return what is to be ordered in so many letters: 9 laptops, 10 seats of CRM."""
    quantity, name = number(values["quantity"]), str(values["name"])
    if values["kind"] == "level":
        size = f" at {quantity} {values['unit'] or ''}".rstrip()
        return f"{clipped(name, room - len(size))}{size}"
    said = f"{quantity} {values['unit'] or 'units'} of " if values["kind"] == "pool" else f"{quantity} "
    return f"{said}{clipped(name, room - len(said))}"


def _title(values: Values) -> str:
    if values.get("count"):
        return f"Place {number(values['count'])} orders together"
    whom = f" for {clipped(str(values['team']), 20)}" if values["team"] else ""
    return f"Order {_thing(values, LONGEST_TITLE - len(whom) - 6)}{whom}"


def _late(values: Values) -> str:
    people = values["people"]
    who = (
        "work then stands still"
        if people is None
        else (f"{number(people)} {'person has' if people == 1 else 'people have'} to wait")
    )
    late = values["days_late"]
    if late:
        since = "1 day late" if late == 1 else f"{number(late)} days late"
        return f"{since.capitalize()}: every working day more, {who}."
    return f"After {day(values['order_by'])} it comes too late for {day(values['need_by'])}: {who}."


SENTENCES: dict[str, Sentence] = {"order-place": _late}
TITLES: dict[str, Sentence] = {"order-place": _title}
BUTTONS: dict[str, Sentence] = {
    "order-place": lambda v: f"Place {number(v['count'])} orders" if v.get("count") else "Place the order"
}
