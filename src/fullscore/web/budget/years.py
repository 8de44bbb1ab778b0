"""The page of a fiscal year: what it comes to, month by month and line by line, and what stands out."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from fullscore.engine.budget.year.year import WAYS, amount_of
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Right
from fullscore.usecases import budget
from fullscore.usecases.budget.yearly import BudgetYear
from fullscore.usecases.policy import MemberRequest
from fullscore.web.budget import year_chart, year_rows
from fullscore.web.templatetags.words import money

WORDS = {
    "purpose": "purpose", "treatment": "opex and capex", "category": "category", "team": "team",
    "service": "service", "vendor": "vendor",
}  # fmt: skip


def current(request: MemberRequest, *, org: str) -> HttpResponse:
    """Lead to the fiscal year in hand."""
    found = budget.year_of(by=request.member, on=request.on)
    return redirect(reverse("budget-year", args=[org, found.number]) + _on(request))


def _on(request: MemberRequest) -> str:
    return f"?on={request.GET['on']}" if "on" in request.GET else ""


def show(request: MemberRequest, *, org: str, year: int) -> HttpResponse:
    found = budget.year_of(by=request.member, on=request.on, number=year)
    way = request.GET.get("by", "purpose")
    context: dict[str, Any] = {
        "found": found, "title": title(found), "lead": lead(found), "first": found.first,
        "may_edit": request.member.may(Right.EDIT_REGISTERS), "way": way, "ways": WORDS.items(),
        "before": year - 1, "after": year + 1, "said": [say(each) for each in found.findings],
    }  # fmt: skip
    if not found.is_empty:
        context |= {
            "figures": year_rows.figures(found), "total": year_rows.total(found),
            "groups": year_rows.groups(found, way if way in WAYS else ""), "months": year_rows.months(found),
            "chart": year_chart.show(found), "unmatched": tuple(year_rows.unmatched(found)),
        }  # fmt: skip
    return render(request, "budget/year.html", context)


def title(found: BudgetYear) -> str:
    """Return what the year comes to, and how that stands to its plan."""
    expected, planned = (amount_of(found.year.totals.get(name)) for name in ("forecast", "planned"))
    if expected is None:
        return f"Nothing is known of {found.number} yet"
    said = f"{found.number} {_verb(found)} {money(expected, found.currency)}"
    if planned is None:
        return said
    over = expected - planned
    words = f"{money(abs(over), found.currency)} {'over' if over > 0 else 'under'} its plan"
    return f"{said}, {words if over else 'as planned'}"


def _verb(found: BudgetYear) -> str:
    return "is expected to cost" if found.year.now < found.year.first + 12 else "cost"


def lead(found: BudgetYear) -> str:
    """Return how much of it is billed already, and what that was planned to be."""
    if found.is_empty:
        return "Bring in a budget sheet, a list of bills or contracts, and the year fills by itself."
    billed = found.year.billed
    first = max(billed[0], found.year.first) if billed else 0
    last = min(billed[1], found.year.first + 11) if billed else -1
    if first > last:
        return "No month of it is billed yet; what stands here is what contracts, plans and lines say."
    actual = sum((each for each in _so_far(found, last)), Decimal(0))
    said = f"Billed until {_named(last)}: {money(actual, found.currency)}."
    return f"{said} The rest is as contracts and plans ask."


def _so_far(found: BudgetYear, last: int) -> list[Decimal]:
    cells = (found.year.by_month[month].get("actual") for month in found.year.months if month <= last)
    return [amount_of(cell) or Decimal(0) for cell in cells]


def _named(month: int) -> str:
    return f"{date(month // 12, month % 12 + 1, 1):%B}"


def csv(request: MemberRequest, *, org: str, year: int) -> HttpResponse:
    """Return every row by month and measure as a sheet."""
    content = budget.year_csv(budget.year_of(by=request.member, on=request.on, number=year))
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="budget-{year}.csv"'
    return answer
