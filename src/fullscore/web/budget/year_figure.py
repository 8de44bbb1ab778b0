"""One figure of a fiscal year opened to its sum, level by level, down to the row and file it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import render

from fullscore.engine.budget.year.year import amount_of
from fullscore.engine.findings.trace import Trace
from fullscore.usecases import budget
from fullscore.usecases.budget.yearly import BudgetYear
from fullscore.usecases.policy import MemberRequest
from fullscore.web.budget.year_rows import NAMES
from fullscore.web.templatetags.words import full_day, money, number
from fullscore.web.vendors.sums import place_of

_DEEPEST = 6
_LONGEST = 2
# Arguments of these are no money: counts, days and percents.
_AMOUNTS = frozenset({"sum", "difference", "max", "min", "cents"})
_SAID = {
    "sum": "added up", "difference": "less what follows", "max": "the larger of", "min": "the smaller of",
    "cents": "rounded to cents", "product": "multiplied", "percent": "percent of", "quotient": "divided",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One figure of a sum with what it is, where it stands, and its own parts."""

    amount: str
    words: str
    place: str
    parts: tuple["Part", ...]


def show(request: MemberRequest, *, org: str, year: int) -> HttpResponse:
    asked = request.GET
    home = budget.home_of(asked["row"]) if asked.get("row") else None
    found, trace = budget.figure(
        by=request.member, on=request.on, number=year, home=home, measure=asked.get("measure", ""),
        month=_month(asked.get("month", "")),
    )  # fmt: skip
    about = _about(found, home, asked.get("measure", ""), _month(asked.get("month", "")))
    context = {
        "found": found, "trace": part_of(trace, found.currency), "about": about,
        "title": money(amount_of(trace), found.currency),
    }  # fmt: skip
    return render(request, "budget/figure.html", context)


def _month(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else -1 if text else None


def _about(found: BudgetYear, home: tuple[str, str] | None, measure: str, month: int | None) -> str:
    row = next((each for each in found.year.rows if each.heading.home == home), None)
    of = f" for {row.heading.name}" if row else " in all"
    when = str(found.number) if month is None else _named(found, month)
    return f"{NAMES[measure]}{of}, {when}"


def _named(found: BudgetYear, month: int) -> str:
    at = found.year.first + month
    return f"{date(at // 12, at % 12 + 1, 1):%B %Y}"


def part_of(trace: Trace, currency: str, *, depth: int = 0, is_money: bool = True) -> Part:
    """Return a figure with its parts, as deep as anybody reads."""
    parts = tuple(_parts(trace, currency, depth)) if depth < _DEEPEST else ()
    words = trace.note or _SAID.get(trace.op or "", "")
    return Part(
        _value(trace, currency, is_money=is_money), words, place_of(trace) if not parts else "", parts
    )


def _parts(trace: Trace, currency: str, depth: int) -> Iterator[Part]:
    is_money = trace.op in _AMOUNTS
    for place, arg in enumerate(trace.args):
        said = is_money or (place == 0 and trace.op in {"percent", "quotient"})
        yield part_of(arg, currency, depth=depth + 1, is_money=said or "price" in (arg.note or ""))


def _value(trace: Trace, currency: str, *, is_money: bool) -> str:
    value = trace.value
    if isinstance(value, date):
        return full_day(value)
    if isinstance(value, Decimal):
        return money(value, currency) if is_money else number(value)
    return str(value)
