"""What the best way hangs on: one figure at both ends, and where another way is better."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from fullscore.web.budget.reading import Document, said
from fullscore.web.templatetags.words import money, number

_WHAT = {
    "rate": "times a year", "loss": "cost each time", "hours": "hours down each time",
    "consequences": "what follows each time", "goal_value": "what it earns a year",
    "cost_avoided": "what it saves a year", "costs": "what it costs over all years",
}  # fmt: skip
_MONEY = frozenset({"loss", "consequences", "goal_value", "cost_avoided", "costs"})
MOST = 8


@dataclass(frozen=True, slots=True)
class Swing:
    name: str
    range: str
    low: str
    high: str
    turns: str


def show(found: Document) -> tuple[Swing, ...]:
    """Return what moves the best way's worth most."""
    return tuple(_swings(found))


def _swings(found: Document) -> Iterator[Swing]:
    names = {each["ref"]: each["name"] for each in found["options"]}
    best = found["best"]
    moving = [one for one in found["swings"] if one["turns"] or one["at_low"][best] != one["at_high"][best]]
    for each in moving[:MOST]:
        low, high = (said(each[end][best], found["currency"]) for end in ("at_low", "at_high"))
        if low == high and not each["turns"]:
            continue  # It moves by cents only.
        yield Swing(
            f"{each['name']}: {_WHAT[each['what']]}", _span(each, found), low, high, _turn(each, found, names)
        )


def _span(each: Document, found: Document) -> str:
    show = (lambda value: money(value, found["currency"])) if each["what"] in _MONEY else number
    low, high = (show(Decimal(str(each[end])).quantize(Decimal("0.01"))) for end in ("low", "high"))
    return f"{low} to {high}{', a quarter less and more' if each['is_assumed'] else ''}"


def _turn(each: Document, found: Document, names: dict[str, str]) -> str:
    """Return which way is better at an end where the best one is not; "" where it stays best."""
    for end, word in (("best_at_low", "low"), ("best_at_high", "high")):
        if each[end] != found["best"]:
            return f"At the {word} end “{names[each[end]]}” is better"
    return ""
