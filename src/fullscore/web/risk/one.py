"""One scenario: what a year of it costs, the ranges that were said, where it comes from, what lessens it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from fullscore.engine.findings.finding import Finding
from fullscore.engine.risk.ranges import mean
from fullscore.engine.risk.scenario import Range
from fullscore.usecases import risk as room
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.risk.values import RiskBoard, RiskScenario, value_of
from fullscore.web.risk import controls, lines, page, sums, wording
from fullscore.web.risk.figures import Figure
from fullscore.web.templatetags.words import number
from fullscore.web.vendors.sums import Sum

_TWO = "two points: nine in ten cases lie between them"
_THREE = "least, likely and most"


@dataclass(frozen=True, slots=True)
class Said:
    """One range as it was said, and what it is on average."""

    name: str
    low: str
    likely: str
    high: str
    mean: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cause:
    """What brings it: in which share of its cases."""

    name: str
    address: str
    share: str


def show(request: MemberRequest, *, org: str, ref: str) -> HttpResponse:
    board = room.board(by=request.member, on=request.on, now=request.now)
    found = board.of(ref)
    if found is None:
        raise Http404
    ranges = list(_ranges(found, board.currency))
    context: dict[str, Any] = {
        "board": board, "found": found, "answer": _answer(found, board.currency), "kind": _kind(found),
        "whose": lines.whose(found), "row_address": lines.row_address(org, "scenarios", ref),
        "service": _service(found, org), "figures": list(_figures(found, board)), "ranges": ranges,
        "shape": _shape(found), "controls": controls.controls(board, (found,), is_named=False),
        "see_to": list(page.see_to(board, _about(found, board))),
        "is_likely": any(each.likely for each in ranges),
        "own_often": wording.how_often(mean(found.rate)) if found.rate else "",
        "causes": [_cause(each, org) for each in found.triggers],
        "hour": wording.exact(value_of(found.an_hour), board.currency) if found.an_hour else "",
        "cap": wording.exact(found.cap, board.currency) if found.cap is not None else "",
        "sums": [each for each in _sums(found, board) if each],
    }  # fmt: skip
    return render(request, "risk/one.html", context)


def _answer(found: RiskScenario, currency: str) -> str:
    if found.times_a_year is None and found.rate is None and not found.triggers:
        return f"{found.name}: nobody has said how often"
    if not found.amount:
        return f"{found.name} has no price yet"
    least = "" if found.is_priced else "at least "
    return f"{found.name} costs {least}{wording.exact(found.amount, currency)} a year on average"


def _kind(found: RiskScenario) -> str:
    owner = f"; {found.owner} answers for it" if found.owner else ""
    kind = "" if found.kind.casefold() == found.name.casefold() else found.kind
    said = f"{kind}{owner}".removeprefix("; ")
    return f"{said[:1].upper()}{said[1:]}"


def _service(found: RiskScenario, org: str) -> tuple[str, str] | None:
    if found.service_ref is None:
        return None
    asked = urlencode({"of": f"services:{found.service_ref}"})
    return found.service_name, f"{reverse('impact', args=(org,))}?{asked}"


def _figures(found: RiskScenario, board: RiskBoard) -> Iterator[Figure]:
    kept: dict[str, Any] = next(
        (one for one in page.told_of(board).get("scenarios", ()) if one["ref"] == found.ref), {}
    )
    yield Figure("how often", lines.often(found), "often" if found.times_a_year else "")
    yield Figure("each time", lines.each(found, board.currency), "each" if found.one_costs else "")
    key = f"loss-{found.ref}" if found.expected else ""
    yield Figure("a year, on average", lines.expected(found, board.currency), key)
    if kept:
        yield Figure("of the worst year in ten", wording.percent(float(kept["bad_10"])))


def _ranges(found: RiskScenario, currency: str) -> Iterator[Said]:
    def money(amount: float) -> str:
        return wording.exact(amount, currency)

    def time(hours: float) -> str:
        return f"{number(round(hours, 1))} h"

    if found.rate is not None:
        yield _said("Times a year", found.rate, lambda times: number(float(f"{times:.3g}")), found.events)
    if found.hours is not None:
        note = "" if found.an_hour else "nobody has said what an hour costs"
        yield _said("Hours down", found.hours, time, note)
    if found.loss is not None:
        yield _said(
            "Costs each time", found.loss, money, "beside the hours of those who wait" if found.hours else ""
        )
    if found.second is not None:
        share = wording.percent(found.second_share or 0.0)
        yield _said("What follows", found.second, money, f"in {share} of the cases")


def _said(name: str, span: Range, say: Any, note: str = "") -> Said:  # noqa: ANN401  writes one value of the range
    likely = say(span.likely) if span.likely is not None else ""
    return Said(name, say(span.low), likely, say(span.high), say(mean(span)), note)


def _shape(found: RiskScenario) -> str:
    spans = [
        one for one in (found.rate, found.hours, found.loss, found.second) if one and one.low != one.high
    ]
    shapes = {one.likely is None for one in spans}
    if not shapes:
        return ""
    return "two or three points" if len(shapes) > 1 else _TWO if shapes.pop() else _THREE


def _about(found: RiskScenario, board: RiskBoard) -> tuple[Finding, ...]:
    return tuple(
        each
        for each in board.findings
        if (each.subject.register, each.subject.ref) == ("scenarios", found.ref)
    )


def _cause(trigger: tuple[str, str, float], org: str) -> Cause:
    ref, name, share = trigger
    in_all = f"in {wording.percent(share)} of its cases" if share < 1 else "each time"
    return Cause(name, lines.row_address(org, "causes", ref), in_all)


def _sums(found: RiskScenario, board: RiskBoard) -> tuple[Sum | None, ...]:
    return (
        sums.of_year(found, board.currency), sums.of_times(found), sums.of_each(found, board.currency),
        sums.of_hour(found, board.currency),
    )  # fmt: skip
