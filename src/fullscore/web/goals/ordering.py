"""The list of what to order, and its three deeds: ordered, not needed, taken back."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Right
from fullscore.usecases import goals
from fullscore.usecases.goals import OrderLine
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.web.goals import days, orders, plans
from fullscore.web.templatetags.words import number

NOT_A_DAY = "{} is not a day. Write it as 2026-11-25. Nothing was ordered."
NOT_A_NUMBER = "{} is not a quantity. Nothing was ordered."
LONGEST_SHOWN = 40


def listed(request: MemberRequest, org: str) -> HttpResponse:
    """Show what all accepted plans still ask to be ordered, earliest first."""
    found = goals.to_order(by=request.member, on=request.on).lines
    context = {
        "title": orders.lead(found, request.on),
        "lines": orders.lines(found, request.account.currency, request.on),
        "may_keep": request.member.may(Right.KEEP_PLANS),
        "is_list": True,
    }
    return render(request, "goals/to_order.html", context)


def order(request: MemberRequest, org: str, ref: str) -> HttpResponse:
    """Keep a purchase order for one requirement; what does not fit is said on the plan's page."""
    try:
        ordered_on = _day(request, "ordered_on") or request.on
        due_on, quantity = _day(request, "due_on"), _quantity(request)
    except ValueError as refused:
        return plans.shown(request, ref, status=422, sentences=(str(refused),))
    return _done(
        request, org, ref,
        lambda: goals.order_requirement(
            by=request.member, ref=ref, requirement=_requirement(request), ordered_on=ordered_on,
            due_on=due_on, quantity=quantity, now=request.now,
        ),
        lambda line: f"{number(line.quantity)} {line.name} ordered.",
    )  # fmt: skip


def set_aside(request: MemberRequest, org: str, ref: str) -> HttpResponse:
    return _done(
        request, org, ref,
        lambda: goals.set_aside(
            by=request.member, ref=ref, requirement=_requirement(request), now=request.now
        ),
        lambda line: f"{line.name} is set aside.",
    )  # fmt: skip


def take_back(request: MemberRequest, org: str, ref: str) -> HttpResponse:
    return _done(
        request, org, ref,
        lambda: goals.cancel_order(
            by=request.member, ref=ref, requirement=_requirement(request), now=request.now
        ),
        lambda line: f"{line.name} is to order again.",
    )  # fmt: skip


def _done(
    request: MemberRequest,
    org: str,
    ref: str,
    act: Callable[[], OrderLine],
    said: Callable[[OrderLine], str],
) -> HttpResponse:
    try:
        line = act()
    except NotThereError:
        raise
    except RefusedError as refusal:
        return plans.shown(request, ref, status=422, sentences=[say(one) for one in refusal.findings])
    messages.success(request, said(line))
    here = f"/o/{org}/goals/to-order/" if request.POST.get("at") == "list" else plans.address(org, ref)
    return HttpResponseRedirect(f"{here}#orders")


def _requirement(request: MemberRequest) -> str:
    return request.POST.get("requirement", "")


def _day(request: MemberRequest, name: str) -> date | None:
    text = request.POST.get(name, "").strip()
    try:
        return days.day(text) if text else None
    except ValueError as error:
        raise ValueError(NOT_A_DAY.format(text[:LONGEST_SHOWN])) from error


def _quantity(request: MemberRequest) -> Decimal | None:
    text = request.POST.get("quantity", "").strip()
    try:
        found = Decimal(text) if text else None
    except InvalidOperation as error:
        raise ValueError(NOT_A_NUMBER.format(text[:LONGEST_SHOWN])) from error
    if found is not None and not found.is_finite():
        raise ValueError(NOT_A_NUMBER.format(text[:LONGEST_SHOWN]))
    return found
