"""And if they start later? The same goal at other dates, and prices that were compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from fullscore.web.goals import days
from fullscore.web.templatetags.words import money, number

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Start:
    """One way to start: what is late then, who waits for how long, which hours are too many."""

    label: str
    address: str
    is_asked: bool
    late: str
    people: str
    waited: str
    hours: str
    given_up: str


def starts(content: Content) -> tuple[Start, ...]:
    """Return the asked start first, then each later one as a question of its own."""
    later = content.get("later") or ()
    if not later:
        return ()
    asked = _asked(content)
    rest = (one for one in later if one["label"] != asked.label)
    return (asked, *(_start(one) for one in rest))


def _start(one: Content) -> Start:
    address = f"?{urlencode({'q': one['sentence']})}" if one.get("sentence") else ""
    return Start(one["label"], address, is_asked=False, **_figures(one))


def _asked(content: Content) -> Start:
    """Return the asked start in the same figures as the others."""
    understood, lates = content["understood"], [one["late"] for one in content["requirements"] if one["late"]]
    over = sum(max(0, one["needed_hours"] - one["free_hours"]) for one in content["workload"])
    figures = {
        "late_orders": len(lates),
        "people_without": max((late["people"] for late in lates), default=0),
        "working_days": max((late["working_days"] for late in lates), default=0),
        "short_hours": over,
        "days_given_up": 0,
    }
    when = days.day(understood["need_by"])
    label = f"{abs(understood['delta'])} on {when.day} {when:%B}"
    return Start(label, "", is_asked=True, **_figures(figures))


def _figures(one: Content) -> dict[str, str]:
    return {
        "late": number(one.get("late_orders") or 0),
        "people": number(one.get("people_without") or 0),
        "waited": number(one.get("working_days") or 0),
        "hours": number(round(Decimal(str(one.get("short_hours") or 0)), 1)),
        "given_up": number(one.get("days_given_up") or 0),
    }


@dataclass(frozen=True, slots=True)
class Priced:
    """One way to buy an item and what it comes to."""

    item: str
    text: str
    cost: str
    is_chosen: bool


def priced(orders: Sequence[Content], currency: str) -> tuple[Priced, ...]:
    """Return every price that was compared, item by item; the name stands on the first line only."""
    return tuple(
        Priced(
            "" if place else one["name"], option["text"], _cost(option, currency), option["is_chosen"]
        )
        for one in orders for place, option in enumerate(one.get("options") or ())
    )  # fmt: skip


def _cost(option: Content, currency: str) -> str:
    return money(Decimal(option["cost"]), currency) if option.get("cost") else "not priced"


@dataclass(frozen=True, slots=True)
class Back:
    """What comes back when people leave: how many of what, from which day, and why."""

    words: str
    quantity: str
    day: str
    why: str
    address: str


def back(returns: Sequence[Content]) -> tuple[Back, ...]:
    return tuple(
        Back(
            one["name"], number(one["quantity"]), days.with_weekday(one["usable_from"]), one["why"],
            f"estate/{one['register']}/{one['item']}/",
        )
        for one in returns
    )  # fmt: skip
