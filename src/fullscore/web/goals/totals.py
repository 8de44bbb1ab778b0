"""The figures under the answer, each with its sum: money once and a year, hours, and the months and weeks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.utils.safestring import SafeString

from fullscore.web.goals import markup, sums, weeks
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
    lines: SafeString
    whole: str = ""


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A month in figures, and what falls into it."""

    name: str
    once: str
    running: str
    lines: SafeString


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A week of one person or team in figures, and what makes it up."""

    name: str
    who: str
    needed: str
    free: str
    over: str
    lines: SafeString


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
    return Figure(key, label, money(share, currency), title, markup.lines(lines), together)


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
    is_shared = any(
        (one.get("share") or one)["quantity"] != one["quantity"] for one in content["requirements"]
    )
    return Figure(
        "hours", "Work to set up", weeks.said(total), "The work to set up", markup.lines(lines),
        "with other plans" if is_shared else "",
    )  # fmt: skip


def month_lines(listed: Sequence[Content], content: Content) -> tuple[MonthLine, ...]:
    """Return the months; those that follow one another alike stand together."""
    names, currency = _names(content), content["currency"]
    found = [(date.fromisoformat(f"{one['month']}-01"), _month(one, names, currency)) for one in listed]
    runs = [list(run) for _, run in groupby(found, key=lambda pair: pair[1])]
    return tuple(replace(run[0][1], name=_span(run[0][0], run[-1][0])) for run in runs)


def _month(one: Content, names: dict[str, str], currency: str) -> MonthLine:
    trace = one.get("trace")
    once = _parts(trace, "cost_once", names, lambda value: money(value, currency))
    running = _parts(trace, "cost_running", names, lambda value: money(value, currency))
    lines = (*once, *(Line(line.amount, f"{line.words}, running") for line in running))
    return MonthLine(
        "", money_of(one, "cost_once", currency), money_of(one, "cost_running", currency), markup.lines(lines)
    )


def _span(first: date, last: date) -> str:
    return f"{first:%B %Y}" if first == last else f"{first:%B %Y} to {last:%B %Y}, each"


def week_lines(listed: Sequence[Content]) -> tuple[WeekLine, ...]:
    return tuple(_week(one) for one in listed if one["needed_hours"])


def _week(one: Content) -> WeekLine:
    needed, free = (Decimal(str(one[name])) for name in ("needed_hours", "free_hours"))
    trace = one.get("trace")
    lines = (
        *_parts(trace, "needed_hours", {}, weeks.said),
        *(Line(line.amount, f"free: {line.words}") for line in _parts(trace, "free_hours", {}, weeks.said)),
    )
    over = weeks.said(needed - free) if needed > free else ""
    who = one["person_or_team"]
    return WeekLine(
        _monday(one["week"]), who, weeks.said(needed), weeks.said(free), over, markup.lines(lines)
    )


def _monday(week: str) -> str:
    found = date.fromisoformat(week)
    return f"{found.day} {found:%b}"


def _names(content: Content) -> dict[str, str]:
    return {one["id"]: one["name"] for one in content["requirements"]}


def _parts(
    trace: Content | None, figure: str, names: dict[str, str], said: Callable[[Decimal], str]
) -> Iterator[Line]:
    """Yield what one figure of a trace is the sum of, a line for each part that is not nothing."""
    found = [arg for arg in (trace or {}).get("args", ()) if arg["figure"] == figure]
    for part in found[0]["args"] if found else ():
        if part["value"]:
            yield Line(said(Decimal(str(part["value"]))), sums.words_of(part, names))
