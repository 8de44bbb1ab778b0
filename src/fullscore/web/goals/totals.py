"""The figures under the answer, each with its sum: money once and a year, hours, and the months and weeks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from fullscore.web.goals import sums, weeks
from fullscore.web.goals.sums import Line
from fullscore.web.templatetags.words import money, number

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Figure:
    """One big figure; `key` names what opens under it, `whole` what it is a part of."""

    key: str
    label: str
    value: str
    title: str
    lines: tuple[Line, ...]
    whole: str = ""


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A month in figures, and what falls into it."""

    name: str
    once: str
    running: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A week of one person or team in figures, and what makes it up."""

    name: str
    who: str
    needed: str
    free: str
    over: str
    lines: tuple[Line, ...]


def money_of(totals: Content, name: str, currency: str) -> str:
    return money(Decimal(totals[name] or 0), currency)


def figures(content: Content) -> tuple[Figure, ...]:
    """Return what it costs once and a year, and the hours of work where they are known."""
    least = "" if content["totals"]["complete"] else ", at least"
    found = [
        _cost(content, "once", f"Once{least}", "What it costs once"),
        _cost(content, "year", f"A year, from then on{least}", "What it costs a year"),
    ]
    if content["totals"].get("hours"):
        found.append(_hours(content))
    return tuple(found)


def _cost(content: Content, key: str, label: str, title: str) -> Figure:
    """Return the asked goal's part of the money, and the whole where other plans share the orders."""
    name, currency, totals = f"cost_{key}", content["currency"], content["totals"]
    whole = Decimal(totals[name] or 0)
    share = Decimal((totals.get("share") or totals)[name] or 0)
    lines = [
        Line(money(Decimal(amount), currency), f"{one['name']}, {_quantity(one)}")
        for one in content["requirements"] if (amount := _part(one, name))
    ]  # fmt: skip
    unknown = "" if totals["complete"] else ", and what is not priced"
    per = "once" if key == "once" else "a year"
    lines.append(Line(f"= {money(share, currency)}", f"{per}{unknown}", is_total=True))
    together = f"of {money(whole, currency)} with other plans" if whole != share else ""
    return Figure(key, label, money(share, currency), title, tuple(lines), together)


def _part(one: Content, name: str) -> str | None:
    amount: str | None = (one.get("share") or one)[name]
    return amount


def _quantity(one: Content) -> str:
    return number((one.get("share") or one)["quantity"])


def _hours(content: Content) -> Figure:
    total = Decimal(str(content["totals"]["hours"]))
    lines = [
        Line(weeks.said(Decimal(str(one["hours"]))), f"{one['name']}, {number(one['quantity'])}")
        for one in content["requirements"] if one.get("hours")
    ]  # fmt: skip
    lines.append(Line(f"= {weeks.said(total)}", "to set everything up", is_total=True))
    return Figure("hours", "Work to set up", weeks.said(total), "The work to set up", tuple(lines))


def month_lines(listed: Sequence[Content], content: Content) -> tuple[MonthLine, ...]:
    names, currency = _names(content), content["currency"]
    return tuple(
        MonthLine(
            f"{date.fromisoformat(one['month'] + '-01'):%B %Y}",
            money_of(one, "cost_once", currency), money_of(one, "cost_running", currency),
            tuple(_parts(one.get("trace"), names, currency)),
        )
        for one in listed
    )  # fmt: skip


def week_lines(listed: Sequence[Content]) -> tuple[WeekLine, ...]:
    return tuple(
        WeekLine(
            _monday(one["week"]), one["person_or_team"], weeks.said(needed), weeks.said(free),
            weeks.said(needed - free) if needed > free else "",
            tuple(_parts(one.get("trace"), {}, None)),
        )
        for one in listed
        for needed, free in [(Decimal(str(one["needed_hours"])), Decimal(str(one["free_hours"])))]
        if needed
    )  # fmt: skip


def _monday(week: str) -> str:
    found = date.fromisoformat(week)
    return f"{found.day} {found:%b}"


def _names(content: Content) -> dict[str, str]:
    return {one["id"]: one["name"] for one in content["requirements"]}


def _parts(trace: Content | None, names: dict[str, str], currency: str | None) -> Iterator[Line]:
    """Yield what a figure is the sum of, one line for each part."""
    for part in (trace or {}).get("args", ()):
        value = part["value"]
        if value is None or isinstance(value, str):
            continue
        said = money(Decimal(str(value)), currency) if currency else number(round(value, 2))
        yield Line(said, sums.words_of(part, names))
