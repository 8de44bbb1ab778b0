"""What is done with a plan: kept, accepted, withdrawn, dropped, restored; each can be undone."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect

from fullscore.usecases import goals
from fullscore.usecases.policy import MemberRequest
from fullscore.web.goals import plans, sharing
from fullscore.web.templatetags.words import counted


def keep(request: MemberRequest, org: str) -> HttpResponse:
    """Keep the plan of a sentence; `then` accepts it in the same step, or makes a link to it."""
    by, now, on = request.member, request.now, _asked_day(request)
    kept = goals.keep_plan(by=by, sentence=request.POST.get("q", "").strip(), on=on, now=now).plan
    then, address = request.POST.get("then", ""), plans.address(org, kept.ref)
    if then == "link":
        made = goals.share_plan(by=by, ref=kept.ref, days=sharing.DEFAULT_DAYS, now=now)
        return plans.shown(request, kept.ref, link=request.build_absolute_uri(made.path))
    if then == "accept":
        done = goals.accept_plan(by=by, ref=kept.ref, version=kept.version, on=on, now=now)
        messages.success(request, _accepted(done), extra_tags=f"{address}withdraw/")
        return HttpResponseRedirect(address)
    messages.success(
        request, f"Kept as {kept.ref}. Nothing is ordered by that.", extra_tags=f"{address}drop/"
    )
    return HttpResponseRedirect(address)


def _asked_day(request: MemberRequest) -> date:
    """Return the day the plan on the page was made for; whoever plays with dates keeps that one."""
    try:
        return date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        return request.on


def _accepted(done: goals.KeptWhole) -> str:
    orders = sum(line.state == "to order" for line in done.lines)
    return f"Accepted. {counted(orders, 'order,orders')} to place."


def accept(request: MemberRequest, org: str, ref: str) -> HttpResponse:
    done = goals.accept_plan(
        by=request.member, ref=ref, version=_version(request), on=request.on, now=request.now
    )
    address = plans.address(org, ref)
    messages.success(request, _accepted(done), extra_tags=f"{address}withdraw/")
    return HttpResponseRedirect(address)


def withdraw(request: MemberRequest, org: str, ref: str) -> HttpResponse:
    goals.withdraw_plan(by=request.member, ref=ref, version=_version(request), on=request.on, now=request.now)
    address = plans.address(org, ref)
    words = f"{ref} is withdrawn. Its open orders are gone; what was ordered stays ordered."
    messages.success(request, words, extra_tags=f"{address}accept/")
    return HttpResponseRedirect(address)


def drop(request: MemberRequest, org: str, ref: str) -> HttpResponse:
    goals.drop_plan(by=request.member, ref=ref, version=_version(request), now=request.now)
    undo = f"{plans.address(org, ref)}restore/"
    messages.success(request, f"{ref} is dropped.", extra_tags=undo)
    return HttpResponseRedirect(f"/o/{org}/goals/plans/")


def restore(request: MemberRequest, org: str, ref: str) -> HttpResponse:
    goals.restore_plan(by=request.member, ref=ref, version=_version(request), now=request.now)
    messages.success(request, f"{ref} is back.")
    return HttpResponseRedirect(plans.address(org, ref))


def _version(request: MemberRequest) -> int | None:
    """Return the version the page showed; a press on Undo has seen none."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None  # noqa: PLR2004
