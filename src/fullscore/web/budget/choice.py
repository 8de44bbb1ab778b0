"""The choice as the page shows it: title, where money goes, what is nearly as good, how limits are kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from fullscore.usecases.budget.values import Board
from fullscore.web.budget import bars
from fullscore.web.budget.bars import PURPOSES, Year
from fullscore.web.budget.reading import (
    Document,
    account,
    amount,
    capitalised,
    counted,
    differences,
    is_chosen,
    is_nothing,
    percent,
    said,
)
from fullscore.web.goals import markup
from fullscore.web.templatetags.words import money, number
from fullscore.web.vendors.sums import Sum

# A limit that is used up to this share is close enough to be worth a line of its own.
_CLOSE = Decimal("0.8")


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of the sentence under the title; with a key it opens to its sum."""

    words: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    words: str
    spends: str
    lost: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A limit, and how much of it the choice takes."""

    words: str
    taken: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    year: str
    wide: SafeString | str
    narrow: SafeString | str
    shares: tuple[tuple[str, str], ...]
    alternatives: tuple[Alike, ...]
    limits: tuple[Kept, ...]
    bad_years: tuple[Kept, ...]
    examined: str
    sums: tuple[Sum, ...]


def gain(found: Document) -> Decimal:
    """Return what a year brings beside doing nothing at all: goals, costs avoided, losses prevented."""
    prevented = amount(found["loss_now"]) - amount(found["loss"])
    return amount(found["goal_value"]) + amount(found["cost_avoided"]) + prevented


def title(board: Board, found: Document | None) -> str:
    """Return the answer: $118,000 in 2027 brings $142,000 a year."""
    if found is None:
        some = counted(len(board.proposals), "proposal", "proposals")
        return f"{capitalised(some)}, not weighed yet"
    if not is_chosen(found):
        return (
            "Your limits cannot hold together"
            if found["clash"]
            else "No choice was found in the time there was"
        )
    year, spends = found["years"][0], amount(found["spends"][0])
    brought = money(gain(found), found["currency"])
    if not any(each["is_in"] for each in found["proposals"]):
        return f"In {year} the best is to leave all as it is"
    if is_nothing(spends):
        return f"Without a cost in {year} you gain {brought} a year"
    return f"{money(spends, found['currency'])} in {year} brings {brought} a year"


def lead(board: Board, found: Document | None) -> tuple[Words, ...]:
    """Return the sentence under the title."""
    if found is None:
        return (Words("Say how much money and how many hours there are, then have it worked out."),)
    if not is_chosen(found):
        return (
            Words("Nothing is chosen until one of them gives way." if found["clash"] else "Try it again."),
        )
    into = sum(each["is_in"] for each in found["proposals"])
    some = f"{capitalised(counted(into, 'proposal', 'proposals'))} of {len(found['proposals'])} "
    first = (Words(f"{some}{'is' if into == 1 else 'are'} in. "), Words("What they bring", "gain"))
    parts = (Words(" is goals, costs avoided and losses prevented. "), Words(_proof(found)))
    return (*first, *parts, Words(_security(found)))


def _proof(found: Document) -> str:
    if found["tail"] and found["tail"]["shown"]:
        count = found["tail"]["count"]
        return f"It is the best of {number(count)} examined that keep a bad year within what you set. "
    if found["status"] == "proven":
        return "No better choice exists under your limits. "
    if found["bound"] is None:
        return "Time was up: a better choice may exist. "
    better = max(Decimal(0), amount(found["bound"]) - amount(found["value"]))
    return f"Time was up: another could bring up to {money(better, found['currency'])} more. "


def _security(found: Document) -> str:
    secure = found["by_purpose"].get("secure")
    floor = next((each for each in found["floors"] if each["purpose"] == "secure"), None)
    if secure is None or is_nothing(found["total"]):
        return ""
    ends = f"; your floor is {percent(floor['share'])}." if floor else "."
    return f"Security is {percent(secure['share'])} of it{ends}"


def show(found: Document) -> Choice:
    """Return everything of a choice that could be made."""
    currency = found["currency"]
    years = _years(found)
    label = bars.label(years, currency)
    is_drawn = any(year.total for year in years)
    wide = markup.drawn(bars.drawing(years, currency), "wide", label) if is_drawn else ""
    narrow = markup.drawn(bars.drawing(years, currency, is_narrow=True), "narrow", label) if is_drawn else ""
    shares = tuple((one, percent(found["by_purpose"].get(one, {}).get("share"))) for one in PURPOSES)
    return Choice(
        found["years"][0], wide, narrow, shares, tuple(_alike(found)), tuple(_limits(found)),
        tuple(_bad_years(found)), _examined(found), (_gain(found),),
    )  # fmt: skip


def _years(found: Document) -> list[Year]:
    """Return what each year takes by purpose; years in which nothing is spent any more are left out."""
    years = []
    for place, name in enumerate(found["years"]):
        spent = dict.fromkeys(PURPOSES, Decimal(0))
        for each in found["proposals"]:
            if place < len(each["spends"]):
                spent[each["purpose"]] += amount(each["spends"][place])
        years.append(Year(name, spent))
    while len(years) > 1 and not years[-1].total:
        years.pop()
    return years


def _gain(found: Document) -> Sum:
    prevented = amount(found["loss_now"]) - amount(found["loss"])
    now, then = (said(found[name], found["currency"]) for name in ("loss_now", "loss"))
    prevention = f"less expected loss: {now} now, {then} with it"
    parts = [
        (found["goal_value"], "what goals are worth that hang on it"),
        (found["cost_avoided"], "costs avoided"),
        (prevented, prevention),
    ]  # fmt: skip
    return account(
        "gain", "What it brings a year", parts, (gain(found), "a year, when all is done"), found["currency"]
    )


def _alike(found: Document) -> Iterator[Alike]:
    for each in found["alternatives"]:
        words = capitalised(differences(each["lines"]))
        yield Alike(words, said(each["spends"][0], found["currency"]), said(each["lost"], found["currency"]))


def _limits(found: Document) -> Iterator[Kept]:
    currency = found["currency"]
    for name, most, taken in zip(found["years"], found["budgets"], found["spends"], strict=False):
        if most is not None:
            yield Kept(f"Money of {name}", f"{said(taken, currency)} of {said(most, currency)}")
    yield from _hours(found)
    for words, kind in (("at least", "floors"), ("at most", "ceilings")):
        for each in found[kind]:
            purpose = f"{each['purpose'].capitalize()}, {words} {percent(each['share'])} of what is spent"
            yield Kept(purpose, percent(each["taken"]))


def _hours(found: Document) -> Iterator[Kept]:
    """Return the quarters whose hours are nearly used up; where none is, the fullest one."""
    rows = [
        (Decimal(str(taken)), Decimal(str(most)), name)
        for name, most, taken in zip(found["quarters"], found["most_hours"], found["hours"], strict=False)
        if most is not None
    ]  # fmt: skip
    close = [row for row in rows if row[0] >= row[1] * _CLOSE]
    for taken, most, name in close or sorted(rows, key=lambda row: row[1] - row[0])[:1]:
        yield Kept(f"Hours of IT, {name}", f"{number(round(taken, 1))} of {number(most)} h")


def _bad_years(found: Document) -> Iterator[Kept]:
    tail, currency = found["tail"], found["currency"]
    if not tail:
        return
    for now, then in zip(tail["now"]["points"], tail["best"]["points"], strict=True):
        words = f"A bad year, 1 in {number(now['one_in'])}"
        yield Kept(words, f"{said(now['value'], currency)} now, {said(then['value'], currency)} with it")


def _examined(found: Document) -> str:
    tail = found["tail"]
    if not tail:
        return ""
    return f"{number(tail['years'])} simulated years, seed {tail['seed']}, the same luck for both."
