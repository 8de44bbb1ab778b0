"""The answer to "what do we lose if you cut 20,000", or "10,000 more": a sentence, then what it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from fullscore.engine.budget.options import NOTHING
from fullscore.usecases.budget.values import Run
from fullscore.web.budget import clashes, runs
from fullscore.web.budget.clashes import Clash
from fullscore.web.budget.reading import (
    Document,
    account,
    amount,
    capitalised,
    column,
    counted,
    differences,
    is_nothing,
    listed,
    percent,
    said,
)
from fullscore.web.templatetags.words import money, number
from fullscore.web.vendors.sums import Sum

_NOTES = {
    "begins later": "begins {quarters} later", "begins sooner": "begins {quarters} sooner",
    "is done in another way": "as “{way}”", "falls out": "{stays}", "comes in": "{comes}",
}  # fmt: skip
_MOST_ALIKE = 2
_MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class Fall:
    """One proposal that changes, with what that frees and what it takes along."""

    name: str
    address: str
    note: str
    saved: str
    lost: str


@dataclass(frozen=True, slots=True)
class Effect:
    """Something the change touches, before and after; `key` opens its sum."""

    label: str
    words: str
    tone: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The answer; its first words stand bold around the one figure that opens."""

    before: str
    figure: str = ""
    after: str = ""
    rest: str = ""
    is_more: bool = False
    lines: tuple[Fall, ...] = ()
    saved: str = ""
    lost: str = ""
    alike: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    kept: tuple[Kept, ...] = ()
    clash: Clash | None = None
    sums: tuple[Sum, ...] = ()


def question(run: Run | None, currency: str) -> str:
    """Return a question as the box shows it again."""
    if run is None:
        return ""
    asked = money(amount(run.asked.get("amount")), currency)
    is_more = run.asked.get("is_more")
    return f"What do we get for {asked} more?" if is_more else f"What do we lose if you cut {asked}?"


def show(run: Run | None, org: str, floors: Sequence[Document] = ()) -> WhatIf | runs.Shown | None:
    """Return the answer, or how far it is; None for nothing asked of what is written now."""
    if run is None or (run.is_old and not run.is_open):
        return None
    if run.document is None:
        return runs.show(run)
    return _answered({**run.document, "floors": floors}, org)


def _answered(found: Document, org: str) -> WhatIf:
    currency, clash = found["currency"], clashes.show(found["clash"], org)
    if clash is not None or found["after"] is None:
        budget = said(found["budget"], currency)
        return WhatIf(
            f"{budget} in {found['year']} is too little.", rest="Something has to give.", clash=clash
        )
    gains = found["gained"] if found["is_more"] else None
    whole = amount(found["lost"] if gains is None else gains)
    lines, saved, lost = _lines(found, org)
    before, figure, after = _bold(found, whole)
    return WhatIf(
        before, figure, after, _rest(found), bool(found["is_more"]), lines, saved, lost,
        tuple(_alike(found)), tuple(_effects(found)), tuple(_kept(found)), None, _sums(found, whole),
    )  # fmt: skip


def _bold(found: Document, whole: Decimal) -> tuple[str, str, str]:
    currency = found["currency"]
    if is_nothing(whole):
        return "Nothing.", "", ""
    if found["is_more"]:
        return "About ", f"{money(whole, currency)} a year", " more."
    before, after = (found[name]["by_purpose"].get("secure", {}) for name in ("before", "after"))
    is_safe = not is_nothing(before.get("amount")) and before.get("amount") == after.get("amount")
    return "About ", f"{money(whole, currency)} a year", ", and no security." if is_safe else "."


def _rest(found: Document) -> str:
    return " ".join(
        part for part in (_what(found), _proof(found), _on_goals(found), _on_bad_years(found)) if part
    )


def _what(found: Document) -> str:
    by_how: dict[str, list[str]] = {}
    for each in found["lines"]:
        by_how.setdefault(each["how"], []).append(each["name"])
    if found["is_more"]:
        comes = by_how.get("comes in", [])
        return (
            f"It pays for {listed(comes)}."
            if comes
            else "More money buys nothing better."
            if not by_how
            else ""
        )
    verbs = {
        "falls out": "takes out {}", "is done in another way": "does {} in another way",
        "begins later": "begins {} later", "begins sooner": "begins {} sooner", "comes in": "takes in {}",
    }  # fmt: skip
    told = [verbs[how].format(_named(names)) for how, names in by_how.items()]
    return f"The cheapest cut {listed(told)}." if told else "That money is not spent anyway."


def _named(names: list[str]) -> str:
    """Return a few proposals by name, more by their number."""
    return listed(names) if len(names) <= _MOST_NAMED else counted(len(names), "proposal", "proposals")


def _proof(found: Document) -> str:
    if found["status"] == "proven":
        return ""
    return "Time was up before it was proven: a better answer may exist."


def _on_goals(found: Document) -> str:
    changed = [each["name"] for each in found["goals"] if each["is_changed"]]
    if changed:
        return f"{capitalised(listed(changed))} {'suffers' if len(changed) == 1 else 'suffer'}."
    if not found["goals"] or found["is_more"]:
        return ""
    names = [each["name"] for each in found["goals"]]
    return f"“{names[0]}” stays whole." if len(names) == 1 else "All goals stay whole."


def _on_bad_years(found: Document) -> str:
    if not found["tail"]:
        return ""
    (first, then), currency = _points(found)[0][1:], found["currency"]
    worse = amount(then) - amount(first)
    if abs(worse) < abs(amount(first)) / 1000:
        return "A bad year stays as bad as it is."
    return f"A bad year gets {money(abs(worse), currency)} {'worse' if worse > 0 else 'better'}."


def _points(found: Document) -> list[tuple[int, str, str]]:
    """Return one year in how many, and what it costs before and after."""
    before, after = found["tail"]["before"]["points"], found["tail"]["after"]["points"]
    return [(one["one_in"], one["value"], other["value"]) for one, other in zip(before, after, strict=True)]


def _lines(found: Document, org: str) -> tuple[tuple[Fall, ...], str, str]:
    rows, sign = found["lines"], -1 if found["is_more"] else 1
    totals = [sum((amount(each[name]) for each in rows), Decimal(0)) for name in ("saved", "lost")]
    saved, lost = (
        column((sign * amount(each[name]) for each in rows), sign * total, found["currency"])
        for name, total in zip(("saved", "lost"), totals, strict=True)
    )
    falls = tuple(
        Fall(each["name"], reverse("budget-case", args=(org, each["ref"])), _note(each, found), *pair)
        for each, *pair in zip(rows, saved[0], lost[0], strict=True)
    )
    return falls, saved[1], lost[1]


def _note(each: Document, found: Document) -> str:
    quarters = counted(abs(each["quarters"]), "quarter", "quarters")
    name = each["after"]["name"]
    stays = f"then “{name}”" if name != NOTHING else ""
    comes = f"“{each['after']['name']}”" if found["is_more"] else "comes in instead"
    note = _NOTES[each["how"]].format(quarters=quarters, way=each["after"]["name"], comes=comes, stays=stays)
    if not is_nothing(each["meanwhile"]):
        note += f", and misses {said(each['meanwhile'], found['currency'])} until then"
    return note


def _alike(found: Document) -> Iterator[str]:
    currency, base = found["currency"], amount(found["before"]["spends"][0])
    if found["is_more"]:
        return
    for each in found["alternatives"][:_MOST_ALIKE]:
        saves, loses = base - amount(each["spends"][0]), amount(found["lost"]) + amount(each["lost"])
        what = differences(each["lines"], keep="keep")
        yield f"Almost as good: {what}. Saves {money(saves, currency)}, loses {money(loses, currency)}."


def _effects(found: Document) -> Iterator[Effect]:
    before, after, currency = found["before"], found["after"], found["currency"]
    for goal in found["goals"]:
        if goal["is_changed"]:
            yield Effect(goal["name"], _span(goal["value_before"], goal["value_after"], currency))
        else:
            yield Effect(goal["name"], "unchanged", "fine")
    yield Effect("Expected loss a year", _span(before["loss"], after["loss"], currency), key="loss")
    for years, first, then in _points(found) if found["tail"] else ():
        yield Effect(f"A bad year, 1 in {years}", _span(first, then, currency), key=f"bad-{years}")
    shares = [percent(each["by_purpose"].get("secure", {}).get("share")) for each in (before, after)]
    floor = _floor(found)
    yield Effect(f"Security share{f', floor {floor}' if floor else ''}", _words(*shares))
    hours = sum(after["hours"]) - sum(before["hours"])
    worked = number(Decimal(str(round(abs(hours), 1))))
    yield Effect("Hours of IT", f"{worked} h {'more' if hours > 0 else 'fewer'}" if hours else "unchanged")


def _floor(found: Document) -> str:
    share = next((each["share"] for each in found["floors"] if each["purpose"] == "secure"), None)
    return "" if share is None else percent(share)


def _span(first: object, then: object, currency: str) -> str:
    return _words(said(first, currency), said(then, currency))


def _words(first: str, then: str) -> str:
    return f"{first}, unchanged" if first == then else f"{first} to {then}"


def _kept(found: Document) -> Iterator[Kept]:
    for each in found.get("kept", ()):
        words = capitalised(each["sentence"].removeprefix(f"{each['name']} stays: "))
        yield Kept(f"{each['name']}, {said(each['spend'], found['currency'])}", words)


def _sums(found: Document, whole: Decimal) -> tuple[Sum, ...]:
    currency, sign = found["currency"], -1 if found["is_more"] else 1
    parts = [(sign * amount(each["lost"]), each["name"]) for each in found["lines"]]
    title = "What it brings" if found["is_more"] else "What the cut loses"
    before, after = amount(found["before"]["loss"]), amount(found["after"]["loss"])
    opened = [
        account("cut", title, parts, (whole, "a year"), currency),
        account(
            "loss", "Expected loss a year",
            [(before, "with the choice as it is"), (after - before, "more with this change")],
            (after, "a year"), currency,
        ),
    ]  # fmt: skip
    opened += [
        account(
            f"bad-{years}", f"A bad year, 1 in {years}",
            [(first, "with the choice as it is"), (amount(then) - amount(first), "more with this change")],
            (then, _simulated(found["tail"])), currency,
        )
        for years, first, then in (_points(found) if found["tail"] else ())
    ]  # fmt: skip
    return tuple(opened)


def _simulated(tail: Document) -> str:
    return f"{number(tail['years'])} simulated years, seed {tail['seed']}"
