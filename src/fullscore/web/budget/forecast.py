"""The page of the years to come: what they cost and for what, what nobody knows, what even cohorts change."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fullscore.engine.budget.forecast import saying
from fullscore.engine.budget.forecast.facts import Unknown
from fullscore.engine.budget.forecast.forecast import WAYS, YEARS, amount_of
from fullscore.usecases import budget
from fullscore.usecases.budget import Forecast
from fullscore.usecases.policy import MemberRequest
from fullscore.web.budget import forecast_chart, forecast_table
from fullscore.web.templatetags.words import money

WORDS = {
    "purpose": "purpose", "kind": "kind of cause", "vendor": "vendor", "service": "service", "team": "team",
    "treatment": "opex and capex",
}  # fmt: skip
_USUAL = 5
_ROOMS = {"contracts": "vendors", "models": "estate", "pools": "estate"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; what it says wrongly is taken as usual."""

    years: int
    is_even: bool
    way: str

    def address(self, **other: object) -> str:
        """Return the address that asks the same but for what is named."""
        said = {"years": self.years, "even": 1 if self.is_even else "", "by": self.way, **other}
        return "?" + urlencode({name: value for name, value in said.items() if value})


@dataclass(frozen=True, slots=True)
class Press:
    label: str
    address: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class Lack:
    """What is not known, and where somebody would say it; "" where no single row lacks it."""

    sentence: str
    address: str = ""
    verb: str = ""


def _lack(one: Unknown) -> Lack:
    room = _ROOMS.get(one.register, "")
    if not room or not one.ref or one.why in {"currency", "way"}:
        return Lack(saying.unknown(one))
    if one.why == "age":
        return Lack(saying.unknown(one), f"{room}/{one.register}/{one.ref}/edit/", "Say how long one lasts")
    verb = "Say the day" if one.why == "day" else "Say the price"
    return Lack(saying.unknown(one), f"{room}/{one.register}/{one.ref}/edit/", verb)


def read(request: HttpRequest) -> Asked:
    """Return what the address asks for."""
    years, way = request.GET.get("years", ""), request.GET.get("by", "")
    known = {str(each): each for each in YEARS}
    return Asked(known.get(years, _USUAL), bool(request.GET.get("even")), way if way in WAYS else "purpose")


def show(request: MemberRequest, *, org: str) -> HttpResponse:
    asked, found = _found(request)
    if found.found.is_empty:
        return render(request, "budget/forecast_empty.html", {"found": found})
    table = forecast_table.table(found, asked.way)
    causes = forecast_table.causes(found)
    page: dict[str, Any] = {
        "found": found, "asked": asked, "title": saying.title(found.found, found.currency),
        "lead": _lead(found), "newest": found.newest, "table": table, "causes": causes.years,
        "chart": forecast_chart.show(found), "sums": (*table.sums, *causes.sums),
        "unknown": [_lack(one) for one in found.found.unknown],
        "assumptions": budget.forecast_assumptions(found), **_switches(asked, found),
    }  # fmt: skip
    return render(request, "budget/forecast.html", page)


def _found(request: MemberRequest) -> tuple[Asked, Forecast]:
    asked = read(request)
    found = budget.forecast(by=request.member, on=request.on, years=asked.years, is_smoothed=asked.is_even)
    return asked, found


def _switches(asked: Asked, found: Forecast) -> dict[str, Any]:
    lengths = [
        Press("1 year" if each == 1 else f"{each} years", asked.address(years=each), each == asked.years)
        for each in YEARS
    ]
    ways = [Press(words, asked.address(by=way), way == asked.way) for way, words in WORDS.items()]
    even = Press("Even cohorts", asked.address(even="" if asked.is_even else 1), asked.is_even)
    return {
        "lengths": lengths, "ways": ways, "even": even, "effect": budget.effect_sentence(found),
        "moved": found.found.effect.moved, "written": asked.address(),
    }  # fmt: skip


def _lead(found: Forecast) -> str:
    """Return the dearest year, what is left of the year in hand, and that something is not known."""
    whole = found.found
    years = whole.years
    dearest = max(whole.whole, key=lambda place: amount_of(years[place]))
    said = f"{_name(found, dearest)} is the dearest with {_said(found, dearest)}."
    if len(whole.whole) == 1:
        said = f"That is {_name(found, dearest)}."
    if whole.rest is not None:
        said += f" Before that, {_said(found, 0)} is still to be paid in {_name(found, 0)}."
    count = len(whole.unknown)
    if count:
        said += f" {count} {'cause has' if count == 1 else 'causes have'} no price and are in no sum."
    return said.replace("has no price and are", "has no price and is")


def _name(found: Forecast, place: int) -> str:
    return forecast_table.year_name(found, place)


def _said(found: Forecast, place: int) -> str:
    return money(amount_of(found.found.years[place]), found.currency)


def csv(request: MemberRequest, *, org: str) -> HttpResponse:
    """Return every cause by month as a sheet."""
    asked, found = _found(request)
    answer = HttpResponse(budget.forecast_csv(found), content_type="text/csv; charset=utf-8")
    name = f"forecast-{asked.years}-years-{request.on.isoformat()}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
