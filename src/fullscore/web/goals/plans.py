"""Kept plans: their list, and one of them with its state, its orders, its links and what has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Right
from fullscore.usecases import goals
from fullscore.usecases.goals import Kept, KeptWhole, OrderLine
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import RefusedError
from fullscore.web.goals import days, files, orders, page
from fullscore.web.templatetags.words import MINUS, money

CHIPS = {"accepted": "plan", "withdrawn": "unknown"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept plan in a list."""

    ref: str
    sentence: str
    state: str
    chip: str
    about: str
    next_order: str
    is_late: bool
    once: str
    year: str


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that is otherwise than when the plan was kept."""

    text: str
    before: str
    after: str


def address(org: str, ref: str) -> str:
    return f"/o/{org}/goals/plans/{ref}/"


def entries(plans: Sequence[Kept], lines: Sequence[OrderLine], currency: str, on: date) -> tuple[Entry, ...]:
    """Return plans as a list shows them, with the next day to order of those accepted."""
    due: dict[str, date] = {}
    for line in lines:
        due[line.plan] = min(due.get(line.plan, line.order_by), line.order_by)
    return tuple(_entry(one, due.get(one.ref), currency, on) for one in plans)


def _entry(one: Kept, due: date | None, currency: str, on: date) -> Entry:
    state = "dropped" if one.dropped_at else one.state
    least = "" if one.is_complete else "at least "
    sign = "+" if one.people >= 0 else ""
    about = f"{one.team} {sign}{one.people}, needed {days.of(one.need_by, on)}".replace("-", MINUS)
    return Entry(
        one.ref, one.sentence, state, CHIPS.get(state, "unknown" if one.dropped_at else ""), about,
        days.of(due, on) if due else "", bool(due and due < on),
        f"{least}{money(one.cost_once, currency)}", f"{least}{money(one.cost_year, currency)}",
    )  # fmt: skip


def listed(request: MemberRequest, org: str) -> HttpResponse:
    """Show every kept plan; dropped ones when they are asked for."""
    is_whole = "dropped" in request.GET
    found = goals.kept_plans(by=request.member, with_dropped=is_whole)
    waiting = goals.to_order(by=request.member, on=request.on)
    shown = entries(found, waiting.lines, request.account.currency, request.on)
    return render(request, "goals/plans.html", {"plans": shown, "is_whole": is_whole})


def one(request: MemberRequest, org: str, ref: str) -> HttpResponse:
    return shown(request, ref)


def shown(
    request: MemberRequest, ref: str, *, status: int = 200, sentences: Sequence[str] = (), link: str = ""
) -> HttpResponse:
    """Return the page of one kept plan; with the sentences of a refusal, or a link just made."""
    whole = goals.kept_plan(by=request.member, ref=ref)
    made = page.shown(whole.shown, f"/o/{request.member.organisation}/")
    context = {
        "kept": whole.plan,
        "entry": entries((whole.plan,), (), made.currency, request.on)[0],
        "plan": made,
        "lines": orders.lines(whole.lines, made.currency, request.on),
        "links": whole.links,
        "changes": _changes(request, whole),
        "may_keep": request.member.may(Right.KEEP_PLANS),
        "sentences": sentences,
        "link": link,
        "longest": goals.LONGEST_DAYS,
    }
    return render(request, "goals/kept.html", context, status=status)


def _changes(request: MemberRequest, whole: KeptWhole) -> dict[str, object] | None:
    """Return what today's plan says otherwise; a goal that is over says so instead."""
    if whole.plan.dropped_at:
        return None
    try:
        again = goals.replan(by=request.member, ref=whole.plan.ref, on=request.on)
    except RefusedError as refusal:
        return {"refused": " ".join(say(finding) for finding in refusal.findings)}
    compared = again.content["compared"]
    if not isinstance(compared, dict):
        return None
    told = tuple(
        Changed(one["text"], _value(one["before"]), _value(one["after"])) for one in compared["changes"]
    )
    return {"since": days.in_words(compared["since"]), "told": told, "lead": again.content["answer"]}


def _value(value: object) -> str:
    return "" if value is None else str(value)


def workbook(request: MemberRequest, org: str, ref: str) -> HttpResponse:
    return files.workbook(goals.kept_plan_xlsx(by=request.member, ref=ref), f"plan-{ref}")
