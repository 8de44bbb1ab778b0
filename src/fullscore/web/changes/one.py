"""One change in full: what it does to whom, who must agree, its steps, and what is to be done next."""

from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from fullscore.engine.changes.sides import amount
from fullscore.engine.changes.states import Act, Stage
from fullscore.engine.changes.words import length
from fullscore.engine.findings.trace import Trace
from fullscore.usecases.changes import living
from fullscore.usecases.changes.living import Side, Whole
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import RefusedError
from fullscore.web.changes import one_saying as saying
from fullscore.web.templatetags.words import money, number
from fullscore.web.vendors import sums

_TEXTS = (
    ("test", "How it is tested"),
    ("rollback", "How it is taken back"),
    ("notice", "What people are told"),
)


def show(request: MemberRequest, *, org: str, ref: str) -> HttpResponse:
    return page(request, ref=ref)


def page(
    request: MemberRequest, *, ref: str, refusal: RefusedError | None = None, status: int = 200
) -> HttpResponse:
    """Show the change; with a refusal, why nothing was changed."""
    found, on = living.whole(by=request.member, ref=ref, on=request.on), request.on
    context: dict[str, Any] = {
        "found": found,
        "answer": saying.answer(found, on),
        "refusal": refusal,
        "acts": {one.name.lower(): True for one in found.acts},
        "is_template": bool(found.values.get("is_template")),
        "asked": [(one, saying.ANSWERS[one.answer], saying.asked_line(one, on)) for one in found.asking],
        "touches": [(one, saying.STATES[one.how]) for one in found.touches],
        "reached": [
            (one, saying.STATES[one.state], _address(request, one.node))
            for one in found.reached
            # What is touched stands above, and says itself that it is down.
            if len(one.chain) > 1
        ],
        "texts": [(label, found.text(name)) for name, label in _TEXTS if found.text(name)],
        "days": list(_days(found, on)),
        "real": list(_real(found, on)),
        "risk_tone": saying.RISKS.get(found.risk, ""),
        "sides": comparison(found),
        "sums": [one for one in _sums(found) if one],
        "free": _length(found.hours),
        "lengths": saying.lengths(found),
        "row_address": reverse("register-row", args=(request.member.organisation, "changes", "changes", ref)),
        "next": _next(found),
        "picture": _picture(request, found),
        "on": on,
        "site": request.build_absolute_uri("/").rstrip("/"),
    }
    return render(request, "changes/one.html", context, status=status)


def _picture(request: MemberRequest, found: Whole) -> str:
    """Return where the same is drawn: what fails with all that is down; "" for nothing that is."""
    down = [("of", one.node) for one in found.touches if one.how == "down"]
    if not down:
        return ""
    when = [("begin", f"{found.set_for:%Y-%m-%dT%H:%M}")] if found.set_for else []
    lasts = [("hours", f"{amount(found.hours).normalize():f}")] if found.hours else []
    address = reverse("impact", args=(request.member.organisation,))
    return f"{address}?{urlencode([*down, *when, *lasts])}"


def _next(found: Whole) -> str:
    """Return the one act the page's filled button does: ask, date, begin, finish, or "" for none.

    An agreed template does nothing itself: changes like it are made.
    """
    if Act.FINISH in found.acts:
        return "finish"
    if found.stage is Stage.SCHEDULED and Act.BEGIN in found.acts:
        return "begin"
    if found.stage is Stage.AGREED and found.acts:
        return "like" if found.values.get("is_template") else "date"
    waits = any(one.answer in {"", "objected"} and one.is_needed for one in found.asking)
    if Act.ASK in found.acts and (found.stage is Stage.DRAFT or waits):
        return "ask"
    return "again" if Act.AGAIN in found.acts else ""


def _address(request: MemberRequest, node: str) -> str:
    register, _, ref = node.partition(":")
    if register not in {"services", "items", "pools", "people"}:
        return ""
    return reverse("register-row", args=(request.member.organisation, "estate", register, ref))


def _days(found: Whole, on: date) -> Any:  # noqa: ANN401  pairs of words
    if found.set_for is not None and found.stage not in {Stage.DONE, Stage.ROLLED_BACK}:
        yield "Set for", f"{saying.day(found.set_for.date(), on)}, {found.set_for:%H:%M}"
    for name, label in (("earliest", "Not before"), ("due", "Wanted by"), ("latest", "Not after")):
        value = found.values.get(name)
        if isinstance(value, date):
            yield label, saying.day(value, on)
    for name, label in (("notice_days", "Told before"), ("soak_days", "Watched after")):
        value = found.values.get(name)
        if value is not None:
            yield label, f"{number(Decimal(str(value)))} working day{'' if value == 1 else 's'}"


def _real(found: Whole, on: date) -> Any:  # noqa: ANN401  pairs of words
    if found.begun_at:
        yield "Begun", saying.moment(found.begun_at, found, on)
    if found.ended_at:
        yield (
            ("Taken back" if found.stage is Stage.ROLLED_BACK else "Over"),
            saying.moment(found.ended_at, found, on),
        )
    if saying.lasted(found):
        yield "It took", saying.lasted(found)


def comparison(found: Whole) -> list[tuple[str, str, str, str, str]]:
    """Return the rows of the comparison: label, both figures, and the keys of their sums."""
    doing, waiting = found.sides.doing, found.sides.waiting
    return [
        ("People", _people(doing), _people(waiting), "", ""),
        (
            "Hours of their work", _figure(doing.people_hours), _figure(waiting.people_hours),
            _key("doing-hours", doing.people_hours), _key("waiting-hours", waiting.people_hours),
        ),
        (
            "Money", _money(doing, found), _money(waiting, found), _key("doing-money", doing.money),
            _key("waiting-money", waiting.money),
        ),
    ]  # fmt: skip


def _key(name: str, trace: Trace | None) -> str:
    return name if trace is not None else ""


def _people(side: Side) -> str:
    return "" if side.people is None else number(Decimal(side.people))


def _figure(trace: Trace | None) -> str:
    return "" if trace is None else number(amount(trace).quantize(Decimal("0.1")))


def _money(side: Side, found: Whole) -> str:
    return "" if side.money is None else money(amount(side.money), found.currency)


def _length(trace: Trace | None) -> str:
    return "" if trace is None else length(amount(trace))


def _sums(found: Whole) -> list[sums.Sum | None]:
    doing, waiting = found.sides.doing, found.sides.waiting
    return [
        sums.of_count("free", "Kept free in the calendar", found.hours),
        sums.of_count("risk", "Its risk class", found.risk_trace),
        sums.of_count("doing-hours", "Hours of work it disturbs", doing.people_hours),
        sums.of_count("waiting-hours", "Hours of work a week of waiting costs", waiting.people_hours),
        sums.of_money("doing-money", "What it disturbs, in money", doing.money, found.currency, "once"),
        sums.of_money("waiting-money", "A week without it", waiting.money, found.currency, "a week"),
    ]
