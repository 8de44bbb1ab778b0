"""Next year, line by line: what is proposed and why, and the yes of a person to each of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from fullscore.engine.budget.year.proposing import Proposed
from fullscore.engine.budget.year.year import amount_of
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Right
from fullscore.usecases import budget
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError
from fullscore.web.templatetags.words import counted, money

_WHY = {
    "due": "Contracts, plans and replacements say so", "this year": "As this year",
    "nobody": "Nobody has said anything",
}  # fmt: skip
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the proposal; `home` names it in the form, `more` is the difference to this year."""

    home: str
    name: str
    why: str
    this_year: str
    amount: str
    more: str
    confirmed: str
    line: str


def show(request: MemberRequest, *, org: str, year: int) -> HttpResponse:
    return _page(request, year)


def _page(request: MemberRequest, year: int, refusal: str = "", status: int = 200) -> HttpResponse:
    found, proposals = budget.next_year(by=request.member, on=request.on, number=year)
    rows = [_row(each, found.currency) for each in proposals]
    context: dict[str, Any] = {
        "found": found, "rows": rows, "refusal": refusal, "title": _title(proposals, year, found.currency),
        "open": sum(not row.confirmed and bool(row.amount) for row in rows), "before": year - 1,
        "may_edit": request.member.may(Right.EDIT_REGISTERS), "sums": _sums(proposals, found.currency),
    }  # fmt: skip
    return render(request, "budget/proposal.html", context, status=status)


def _title(proposals: tuple[Proposed, ...], year: int, currency: str) -> str:
    total = sum((amount_of(each.confirmed or each.total) or _NOTHING for each in proposals), _NOTHING)
    if not proposals:
        return f"Nothing is known of {year} yet"
    said = sum(each.confirmed is not None for each in proposals)
    words = f"{said} of {counted(len(proposals), 'line,lines')} confirmed"
    return f"{year} is proposed at {money(total, currency)}, {words}"


def _sums(proposals: tuple[Proposed, ...], currency: str) -> tuple[str, ...]:
    columns: Iterator[list[Decimal]] = (
        [amount_of(trace) or _NOTHING for trace in traces]
        for traces in (
            [each.this_year for each in proposals], [each.total for each in proposals],
            [each.confirmed for each in proposals],
        )
    )  # fmt: skip
    return tuple(money(sum(column, _NOTHING), currency) for column in columns)


def _row(one: Proposed, currency: str) -> Row:
    register, ref = one.heading.home
    before, total, said = (amount_of(each) for each in (one.this_year, one.total, one.confirmed))
    return Row(
        f"{register}:{ref}", one.heading.name, _WHY[one.why], _money(before, currency),
        _money(total, currency), _more(before, total, currency), _money(said, currency),
        ref if register == "lines" else "",
    )  # fmt: skip


def _money(amount: Decimal | None, currency: str) -> str:
    return "" if amount is None else money(amount, currency)


def _more(before: Decimal | None, total: Decimal | None, currency: str) -> str:
    if before is None or total is None or before == total:
        return ""
    return f"{'+' if total > before else ''}{money(total - before, currency)}"


def confirm(request: MemberRequest, *, org: str, year: int) -> HttpResponse:
    """Write the plan of every row that was ticked, or say why none was."""
    homes = [budget.home_of(each) for each in request.POST.getlist("row")]
    try:
        done = budget.confirm(by=request.member, homes=homes, number=year, on=request.on, now=request.now)
    except RefusedError as refused:
        return _page(request, year, " ".join(say(each) for each in refused.findings), 422)
    words = f"{counted(len(done.lines), 'line,lines')} confirmed: {money(done.amount, done.currency)}."
    messages.success(request, words)
    return redirect(reverse("budget-proposal", args=[org, year]))


def take_back(request: MemberRequest, *, org: str, year: int) -> HttpResponse:
    try:
        done = budget.unconfirm(
            by=request.member, line=request.POST.get("line", ""), number=year, on=request.on, now=request.now
        )
    except RefusedError as refused:
        return _page(request, year, " ".join(say(each) for each in refused.findings), 422)
    messages.success(request, f"{money(done.amount, done.currency)} of {year} taken back.")
    return redirect(reverse("budget-proposal", args=[org, year]))
