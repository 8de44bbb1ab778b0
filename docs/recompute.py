"""Recompute every figure of a plan, of renewals, of Today, of a pack … from its traces.

Run: python docs/recompute.py plan.json

Uses nothing but the standard library and the document itself. Prints how many figures agree; exits 1
and names each figure that does not.
"""

import json
import math
import statistics
import sys
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

Value = Fraction | date | str | None
Record = dict[str, Any]
DAY = timedelta(days=1)
NEAR = Fraction(1, 10**9)
NO_MORE = Fraction(0)
MINUS = "\N{MINUS SIGN}"


def number(value: object) -> Value:
    """Return a leaf as an exact number, a date, or text."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return None if value is None else Fraction(str(value))


def works(day: date, rules: list[Value]) -> bool:
    weekdays, *closed = rules
    return str(day.isoweekday()) in str(weekdays) and day not in closed


def walk(day: date, count: Fraction, step: timedelta, rules: list[Value]) -> date:
    while count:
        day += step
        count -= works(day, rules)
    return day


def until(day: date, step: timedelta, rules: list[Value]) -> date:
    while not works(day, rules):
        day += step
    return day


def between(start: date, end: date, rules: list[Value]) -> int:
    return sum(works(start + DAY * step, rules) for step in range(1, (end - start).days + 1))


def cents(value: Fraction) -> Fraction:
    whole = math.floor(abs(value) * 100 + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 100)


def counted(hours: Fraction, pairs: list[Any]) -> Value:
    """Return the day on which the hours are used up; pairs are days and their free hours in turn."""
    for day, free in zip(pairs[::2], pairs[1::2], strict=True):
        hours -= free
        if hours <= NEAR:
            return day
    return None


def hours_before(need_by: date, hours: Fraction, pairs: list[Any]) -> Value:
    """Count back: each day lies before the one counted before it."""
    counted_back = [need_by, *pairs[::2]]
    in_order = all(later > day for later, day in pairwise(counted_back))
    return counted(hours, pairs) if in_order else None


def points(pairs: list[Any]) -> list[tuple[date, Fraction]]:
    return list(zip(pairs[::2], pairs[1::2], strict=True))


def slopes(pairs: list[Any]) -> list[Fraction]:
    """Return the slopes a day between all pairs of measurements, smallest first."""
    both = combinations(points(pairs), 2)
    return sorted((more - less) / (later - day).days for (day, less), (later, more) in both)


def led_to(day: date, slope: Fraction, pairs: list[Any]) -> Fraction:
    """Return the middle of what each measurement leads to on a day, along the slope."""
    return statistics.median(value + slope * (day - measured).days for measured, value in points(pairs))


def last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def month_on(day: date, months: int) -> date:
    """Return the same day so many months on, or the last day of a month that has no such day."""
    month = day.year * 12 + day.month - 1 + months
    end = last_of_month(date(month // 12, month % 12 + 1, 1))
    return end.replace(day=min(day.day, end.day))


def noticed(received: date, length: Fraction, unit: Value, rules: list[Value]) -> date:
    """Return the first end that notice received on a day reaches."""
    if unit == "working days":
        return walk(received, length, DAY, rules)
    if unit == "months":
        return month_on(received, int(length))
    return received + DAY * int(length) * (7 if unit == "weeks" else 1)


def notice_until(end: date, length: Fraction, unit: Value, rules: list[Value]) -> date:
    """Try every day from the end backwards: on which is notice still in time?"""
    day = end
    while noticed(day, length, unit, rules) > end:
        day -= DAY
    return day


def term_end(start: date, counts: Value, months: int) -> date:
    """Return the day a term of so many months ends: by its number, or the day before that."""
    if counts != "last day":
        return month_on(start, months)
    end = month_on(start, months)
    return end - DAY if end.day == start.day else end


def first_end(day: date, start: date, counts: Value, months: Fraction, step: Fraction = NO_MORE) -> date:
    """Go from term to term until one ends on the day or later."""
    while (end := term_end(start, counts, int(months))) < day and step:
        months += step
    return end


def last_of_quarter(day: date) -> date:
    return last_of_month(day.replace(day=1, month=(day.month + 2) // 3 * 3))


def dues(  # noqa: PLR0917  the arguments of a trace stand in a row
    price: Fraction, counted_from: date, step: Fraction, first: date, last: date,
    percent: Fraction = NO_MORE, years_from: date = date.min, today: date = date.max,
) -> Fraction:  # fmt: skip
    """Add up what falls due from day to day, dearer by so many percent from each anniversary to come."""
    months = 12 * (first.year - counted_from.year) + first.month - counted_from.month
    paid = NO_MORE
    while (day := month_on(counted_from, months)) <= last:
        birthdays = (month_on(years_from, 12 * age) for age in range(1, day.year - years_from.year + 1))
        rises = sum(today < birthday <= day for birthday in birthdays) if percent else 0
        paid += cents(price * (1 + percent / 100) ** rises)
        months += int(step)
    return paid


# The 95 % point of the standard normal: nine in ten lie within so many deviations of the middle.
Z95 = 1.6448536269514722


def lognormal_mean(low: Fraction, high: Fraction) -> Fraction:
    """Return the mean of a lognormal whose 5 % and 95 % points these are."""
    first, last = math.log(low), math.log(high)
    return Fraction(math.exp((first + last) / 2 + ((last - first) / 2 / Z95) ** 2 / 2))


OPERATIONS: dict[str, Callable[[Any], Any]] = {
    "sum": lambda a: sum(a, Fraction(0)),
    "difference": lambda a: a[0] - sum(a[1:], Fraction(0)),
    "product": math.prod,
    "quotient": lambda a: a[0] / a[1],
    "percent": lambda a: a[0] * a[1] / 100,
    "floor": lambda a: Fraction(math.floor(a[0])),
    "ceil": lambda a: Fraction(math.ceil(a[0])),
    "cents": lambda a: cents(a[0]),
    "max": max,
    "min": min,
    "count": lambda a: Fraction(len(a)),
    "median": lambda a: Fraction(math.ceil(statistics.median(a))),
    "ninth-decile": lambda a: sorted(a)[math.ceil(len(a) * 9 / 10) - 1],
    "workdays-before": lambda a: walk(a[0], a[1], -DAY, a[2:]),
    "workdays-after": lambda a: walk(a[0], a[1], DAY, a[2:]),
    "workdays-between": lambda a: Fraction(between(a[0], a[1], a[2:])),
    "workday-from": lambda a: until(a[0], DAY, a[1:]),
    "workday-until": lambda a: until(a[0], -DAY, a[1:]),
    "later": max,
    "days-between": lambda a: Fraction((a[1] - a[0]).days),
    "theil-sen": lambda a: statistics.median(slopes(a)),
    "slope-of-rank": lambda a: slopes(a[1:])[int(a[0]) - 1],
    "trend-value": lambda a: led_to(a[0], a[1], a[2:]),
    "hours-before": lambda a: hours_before(a[0], a[1], a[2:]),
    "hours-after": lambda a: counted(a[0], a[1:]),
    "days-before": lambda a: a[0] - DAY * int(a[1]),
    "days-after": lambda a: a[0] + DAY * int(a[1]),
    "month-end": lambda a: last_of_month(a[0]),
    "quarter-end": lambda a: last_of_quarter(a[0]),
    "notice-reaches": lambda a: noticed(a[0], a[1], a[2], a[3:]),
    "notice-until": lambda a: notice_until(a[0], a[1], a[2], a[3:]),
    "first-end": lambda a: first_end(*a),
    "dues": lambda a: dues(*a),
    "lognormal-mean": lambda a: lognormal_mean(*a),
    "even-part": lambda a: Fraction(math.floor(a[0] * 100 / a[1]), 100),
}


def same(one: Value, other: Value) -> bool:
    if isinstance(one, Fraction) and isinstance(other, Fraction):
        return abs(one - other) <= NEAR * max(1, abs(one))
    return one == other


def weekdays_as_text(trace: Record) -> Value:
    """Working days are digits in a row, "12345": text, not a number."""
    return trace["value"] if trace["note"] == "working days" else number(trace["value"])


def recompute(trace: Record, where: str, wrong: list[str]) -> Value:
    """Return a trace's value computed from its leaves; note in `wrong` where the shown value differs."""
    if trace["op"] in {None, "see"}:  # "see": the figure is recomputed where it is spelled out
        return weekdays_as_text(trace)
    args = [
        recompute(arg, f"{where}/{arg['figure'] or arg['note'] or arg['op']}", wrong) for arg in trace["args"]
    ]
    if trace["op"] == "figures":
        return None
    found = OPERATIONS[trace["op"]](args)
    if not same(found, number(trace["value"])):
        wrong.append(f"{where}: shown {trace['value']}, computed {found}")
    return found


def shown(record: object, figure: str) -> Value:
    for part in figure.split("."):
        record = record[part] if isinstance(record, dict) else None
    return number(record) if not isinstance(record, str) or "-" in record[1:] else Fraction(record)


def check(record: Record, where: str, wrong: list[str]) -> int:
    """Recompute each figure of a record and hold it against the field that shows it; return how many."""
    trace = record.get("trace")
    if not trace:
        return 0
    recompute(trace, where, wrong)
    wrong += [
        f"{where}: field {part['figure']} does not show its trace's {part['value']}"
        for part in trace["args"]
        if not same(number(part["value"]), shown(record, part["figure"]))
    ]
    return len(trace["args"])


def records_of_plan(plan: Record) -> list[tuple[str, Record]]:
    records = [("understood", plan["understood"]), ("totals", plan["totals"])]
    records += [(one["id"], one) for one in (*plan["requirements"], *plan["covered"])]
    records += [(one["month"], one) for one in plan["totals"]["by_month"]]
    records += [(one["week"], one) for one in plan["workload"]]
    return records


def records_of_estate(found: Record) -> list[tuple[str, Record]]:
    notices = [one for part in ("gaps", "expires", "unassigned", "ownerless") for one in found[part]]
    return [("known", found["known"]), *((one["code"], one) for one in notices)]


def records_of_renewals(found: Record) -> list[tuple[str, Record]]:
    records = [("renewals", found), *((one["contract"], one) for one in found["renewals"])]
    if found["totals"] is None:
        return records
    divisions = [(name, parts) for name, parts in found["totals"].items() if name.startswith("by_")]
    records += [(f"{name} {part['of']}", part) for name, parts in divisions for part in parts]
    return [*records, ("totals", found["totals"])]


def records_of_today(found: Record) -> list[tuple[str, Record]]:
    named = [(f"{one['code']} {one['subject']['ref']}", one) for one in found["findings"]]
    costs = [
        (where, {**one, "trace": {"op": "figures", "args": [one["cost_trace"]]}})
        for where, one in named
        if one["cost_trace"]
    ]
    return [("today", found), ("hours", found["hours"]), *named, *costs]


def records_of_impact(found: Record) -> list[tuple[str, Record]]:
    return [("impact", found), *((one["ref"], one) for one in found["services"])]


def records_of_change(found: Record) -> list[tuple[str, Record]]:
    return [(part, found[part]) for part in ("risk", "kept_free", "disturbs", "waiting_a_week")]


def records_of_traces(found: Record) -> list[tuple[str, Record]]:
    return [(found["schema"], {**found, "trace": {"op": "figures", "args": found["traces"]}})]


def records_of_case(found: Record) -> list[tuple[str, Record]]:
    """Amounts are shown as they are; a share, years and single flows are shown rounded, or in a list."""
    records = []
    for option in found["options"]:
        traces = list(option["figures"].values())
        rounded = {
            each["figure"]: each["value"]
            for each in traces
            if not isinstance(option.get(each["figure"]), str)
        }
        needed = [{**each["trace"], "figure": each["what"]} for each in option["needed"]]
        fields = {**option, **rounded, **{each["what"]: each["needed"] for each in option["needed"]}}
        records.append((option["ref"], {**fields, "trace": {"op": "figures", "args": traces}}))
        records.append((f"{option['ref']} needed", {**fields, "trace": {"op": "figures", "args": needed}}))
    return records


def records_of_forecast(found: Record) -> list[tuple[str, Record]]:
    groups = ((way, group) for way, of in found["by"].items() for group in of)
    return [("forecast", found), *((f"{way} {group['key']}", group) for way, group in groups)]


def parts_seen(trace: Record) -> list[Record]:
    """Return the parts of a sum that stand elsewhere in the document, under the number they name."""
    if trace["op"] == "see":
        return [{**trace, "op": None}]
    return [seen for arg in trace["args"] for seen in parts_seen(arg)]


def as_spoken(spoken: str, value: object) -> object:
    """Return the value where these words say it rounded once, else the number that the words say."""
    exact = number(value)
    if isinstance(exact, date):
        return value if f"{exact.day} {exact:%b}" in spoken else spoken
    digits = "".join(sign for sign in spoken if sign in "0123456789.").strip(".") or "0"
    said = Fraction(digits) * (-1 if MINUS in spoken else 1)
    _, _, behind = digits.partition(".")
    half = Fraction(1, 2 * 10 ** len(behind))
    return value if isinstance(exact, Fraction) and abs(said - exact) <= half else str(said)


def records_of_pack(found: Record) -> list[tuple[str, Record]]:
    """A figure is held against its words; what it is a part of shows the very same figure."""
    records, values = [], {each["id"]: each["trace"]["value"] for each in found["traces"]}
    for each in found["traces"]:
        trace = {**each["trace"], "figure": "spoken"}
        shown_as = {**values, "spoken": as_spoken(each["spoken"], trace["value"])}
        parts = {"op": "figures", "args": [trace]}
        records.append((f"{each['id']} {each['of']}", {**shown_as, "trace": parts}))
        seen = parts_seen(trace)
        if seen:
            records.append((f"{each['id']} parts", {**values, "trace": {"op": "figures", "args": seen}}))
    return records


RECORDS = {
    "fullscore/forecast/1": records_of_forecast,
    "fullscore/board-pack/1": records_of_pack,
    "fullscore/hand-over/1": records_of_pack,
    "fullscore/choice/1": records_of_traces,
    "fullscore/risk/1": records_of_traces,
    "fullscore/business-case/1": records_of_case,
    "fullscore/change/1": records_of_change,
    "fullscore/impact/1": records_of_impact,
    "fullscore/today/1": records_of_today,
    "fullscore/completeness/1": records_of_estate,
    "fullscore/renewals/1": records_of_renewals,
    "fullscore/budget-figure/1": lambda found: [("figure", found)],
    "fullscore/renewal/1": lambda found: [(found["contract"], found)],
}


def main(path: str) -> int:
    document = json.loads(Path(path).read_text(encoding="utf-8"))
    records_of = RECORDS.get(document.get("schema"), records_of_plan)
    wrong, figures = [], 0
    for where, record in records_of(document):
        figures += check(record, where, wrong)
    for line in wrong:
        print(line)
    print(f"{figures} figures recomputed, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
