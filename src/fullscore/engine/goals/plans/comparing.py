"""Two documents of one goal compared: what is to be ordered otherwise than before, and why.

The why comes from the traces: rows that joined or left a sum, and fields that now say something else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from fullscore.engine.goals.plans import causes

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise now; `before` and `after` are values of the documents, None: not there."""

    text: str
    item: str
    before: object
    after: object


def changes(before: Json, after: Json) -> tuple[Change, ...]:
    """Return what differs in the later document, heads first, then order by order."""
    return (*_heads(before["understood"], after["understood"]), *_orders(before, after))


def _heads(before: Json, after: Json) -> Iterator[Change]:
    if before["delta"] == after["delta"]:
        return
    text = f"{after['team_name']}: {after['delta']} people still to come instead of {before['delta']}"
    if before["from"] != after["from"]:
        text += f", because the team counts {after['from']} instead of {before['from']}"
    yield Change(text, after["team"], before["delta"], after["delta"])


def _orders(before: Json, after: Json) -> Iterator[Change]:
    ours, theirs = _by_thing(before), _by_thing(after)
    for key in dict.fromkeys((*ours, *theirs)):
        for was, now in zip_longest(ours.get(key, ()), theirs.get(key, ())):
            yield from _order(was, now)


def _by_thing(document: Json) -> dict[tuple[str, ...], list[Json]]:
    """Return needs by thing and place, earliest first; a need that is covered is an order of nothing."""
    found: dict[tuple[str, ...], list[Json]] = {}
    for one in (*document["requirements"], *document["covered"]):
        found.setdefault((one["register"], one["item"], one["place"] or ""), []).append(one)
    return {key: sorted(needs, key=lambda one: str(one["need_by"])) for key, needs in found.items()}


def _order(was: Json | None, now: Json | None) -> Iterator[Change]:
    if was is None or now is None:
        yield from _alone(was, now)
        return
    if was["quantity"] != now["quantity"]:
        yield _quantity(was, now)
    yield from _days(was, now)
    yield from _price(was, now)


def _alone(was: Json | None, now: Json | None) -> Iterator[Change]:
    """Tell of an order that is new or gone; a need that was covered and is gone is no news."""
    one = was or now
    assert one is not None
    if not one["quantity"]:
        return
    text = f"{one['name']}: {causes.number(one['quantity'])} to order, needed for the first time"
    if now is None:
        text = f"{one['name']}: no longer needed"
    yield Change(text, one["item"], was and was["quantity"], now and now["quantity"])


def _quantity(was: Json, now: Json) -> Change:
    before, after = was["quantity"], now["quantity"]
    text = f"{now['name']}: {causes.number(after)} to order instead of {causes.number(before)}"
    if not after:
        text = f"{now['name']}: nothing to order any more instead of {causes.number(before)}"
    return Change(_because(text, causes.of_quantity(was, now)), now["item"], before, after)


def _days(was: Json, now: Json) -> Iterator[Change]:
    before, after = was.get("order_by"), now.get("order_by")
    if before and after and before != after:
        text = f"{now['name']}: order by {causes.day(after)} instead of {causes.day(before)}"
        yield Change(_because(text, causes.of_days(was, now)), now["item"], before, after)
    late, later = _earliest(was), _earliest(now)
    if later != late and (before == after or late is None or later is None):
        text = f"{now['name']}: ready in time again"
        if later:
            text = f"{now['name']}: ready on {causes.day(later)} at the earliest"
            text += f" instead of {causes.day(late)}" if late else ", which is late"
        yield Change(text, now["item"], late, later)


def _earliest(one: Json) -> str | None:
    late = one.get("late")
    return late["earliest"] if late else None


def _price(was: Json, now: Json) -> Iterator[Change]:
    told = causes.of_price(was, now)
    for name, word in (("cost_once", "once"), ("cost_year", "a year")):
        before, after = was.get(name), now.get(name)
        if told and before is not None and after is not None and before != after:
            text = f"{now['name']}: {after} {word} instead of {before}"
            yield Change(_because(text, told), now["item"], before, after)


def _because(text: str, told: Sequence[str]) -> str:
    return f"{text}, because {' and '.join(told)}" if told else text
