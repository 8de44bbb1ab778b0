"""The case for one proposal: its ways side by side, when each has paid for itself, and what it hangs on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString

from fullscore.usecases import budget
from fullscore.usecases.budget.values import Board
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError
from fullscore.web.budget import bad_years, paths, runs, swings, ways
from fullscore.web.budget.paths import Way
from fullscore.web.budget.reading import Document, amount, capitalised, is_chosen, reason, said
from fullscore.web.goals import markup
from fullscore.web.templatetags.words import full_day, number

_LONGEST_NUMBER = 9
_NEEDED = {
    "goal_value": "It earns", "cost_avoided": "It saves", "loss_avoided": "It prevents losses of",
    "costs": "It costs over all years",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chart:
    title: str
    words: str
    wide: SafeString
    narrow: SafeString


@dataclass(frozen=True, slots=True)
class Threshold:
    words: str
    figure: str


@dataclass(frozen=True, slots=True)
class Reason:
    bold: str
    rest: str


def show(request: MemberRequest, *, org: str, ref: str) -> HttpResponse:
    return page(request, ref=ref)


def page(
    request: MemberRequest, *, ref: str, refusal: RefusedError | None = None, status: int = 200
) -> HttpResponse:
    """Show the case; with a refusal, why nothing was changed."""
    found: Document = budget.case(by=request.member, ref=ref, on=request.on)
    board = budget.board(by=request.member, on=request.on, now=request.now)
    here, row = board.of(ref), _row(board, ref)
    filled, prices = ways.rows(found), _prices(board)
    chosen = row["option"]["way"] if row else ""
    best = ways.best(found)
    context: dict[str, Any] = {
        "found": here, "answer": ways.answer(found), "lead": _lead(board, ref, found), "newest": board.newest,
        "refusal": refusal, "run": _run(request), "reason": _reason(row),
        "rows": filled, "columns": ways.columns(found, here, chosen, prices, filled),
        "about": _about(found), "charts": list(_charts(found)), "swings": swings.show(found),
        "swings_about": f"What “{best['name']}” is worth over all years at both ends, all else as it is.",
        "must": list(_must(found)), "thresholds": list(_thresholds(found)), "texts": list(_texts(found)),
        "sums": tuple(ways.sums(found)), "bad": bad_years.show(found),
        "row_address": reverse("register-row", args=(board.organisation, "budget", "proposals", ref)),
    }  # fmt: skip
    return render(request, "budget/case.html", context, status=status)


def _row(board: Board, ref: str) -> Document | None:
    found: Document | None = board.document
    if found is None or not is_chosen(found):
        return None
    return next((each for each in found["proposals"] if each["ref"] == ref), None)


def _prices(board: Board) -> dict[str, str]:
    found: Document | None = board.document
    return {each["option"]: each["sentence"] for each in found["prices"]} if found else {}


def _run(request: MemberRequest) -> runs.Shown | None:
    """Return the simulation that was asked for from this page, while it goes on."""
    number_of = request.GET.get("run", "")
    if not number_of.isdecimal() or len(number_of) > _LONGEST_NUMBER:
        return None
    return runs.show(budget.run(by=request.member, number=int(number_of)))


def _lead(board: Board, ref: str, found: Document) -> str:
    here = board.of(ref)
    asked = f"Asked for by {here.sponsor}. " if here and here.sponsor else ""
    owner = f"Owner {here.owner}. " if here and here.owner else ""
    discount = number(amount(found["discount_percent"]))
    return (
        f"{capitalised(found['purpose'])}. {asked}{owner}Money of later years counts {discount}% less a year."
    )


def _reason(row: Document | None) -> Reason | None:
    if row is None:
        return None
    if row["is_in"]:
        return Reason(f"It is in the best use of the money, as “{row['option']['name']}”.", reason(row))
    return Reason("It is not in the best use of the money.", reason(row))


def _about(found: Document) -> str:
    return f"{found['years'][0]} to {found['years'][-1]}, beside “{ways.nothing(found)['name']}”"


def _charts(found: Document) -> Iterator[Chart]:
    currency = found["currency"]
    drawn = [
        Way(each["name"], [amount(one) for one in each["flows"]], is_best=each["ref"] == found["best"])
        for each in found["options"] if not each["is_nothing"]
    ]  # fmt: skip
    if drawn and any(any(one.flows) for one in drawn):
        label = paths.label(drawn, found["years"], currency)
        wide = paths.drawing(drawn, found["years"], currency)
        narrow = paths.drawing(drawn, found["years"], currency, is_narrow=True)
        yield Chart(
            "When it has paid for itself",
            f"Money of all years so far beside “{ways.nothing(found)['name']}”; above the line it has paid.",
            markup.drawn(wide, "wide", label), markup.drawn(narrow, "narrow", label),
        )  # fmt: skip


def _must(found: Document) -> Iterator[dict[str, str]]:
    for each in sorted(found["options"], key=lambda one: one["ref"] != found["best"]):
        for words in each["must_be_true"]:
            yield {"words": words, "way": each["name"]}


def _thresholds(found: Document) -> Iterator[Threshold]:
    """Return from where on another way is better than the best one, figure by figure."""
    names = {each["ref"]: each["name"] for each in found["options"]}
    for each in ways.best(found)["needed"]:
        needed, now = (said(each[name], found["currency"]) for name in ("needed", "said"))
        bound = "at least" if each["is_least"] else "at most"
        words = f"{_NEEDED[each['what']]} {bound} {needed}, else “{names[each['rival']]}” is better"
        yield Threshold(words, f"now {now}")


def _texts(found: Document) -> Iterator[tuple[str, str, str]]:
    """Return how each way goes, whose figures those of it are, and since when."""
    for each in found["options"]:
        since = f", {full_day(date.fromisoformat(each['value_on']))}" if each["value_on"] else ""
        whose = f"figures of {each['value_by']}{since}" if each["value_by"] else ""
        if each["about"] or whose:
            yield each["name"], each["about"], whose
