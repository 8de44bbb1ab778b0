"""What each budget brings, in words first: where more money stops paying, then the steps, then the table."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from fullscore.usecases.budget.values import Run
from fullscore.web.budget import runs, steps
from fullscore.web.budget.reading import Document, amount, said
from fullscore.web.budget.steps import Mark, Step
from fullscore.web.goals import markup
from fullscore.web.templatetags.words import money

# Whoever asks for less back than this share of what is given is told not to ask.
_POOR = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class Row:
    spent: str
    value: str
    gain: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Frontier:
    words: str
    wide: SafeString
    narrow: SafeString
    rows: tuple[Row, ...]
    is_open: bool = False


def show(run: Run | None, changes: Run | None) -> Frontier | runs.Shown | None:
    """Return the frontier with the plan and the newest what-if on it, or how far it is."""
    if run is None or (run.is_old and not run.is_open):
        return None
    found: Document | None = run.document
    if found is None:
        return runs.show(run)
    marks, currency = [*_plan(found), *_changed(changes, found)], found["currency"]
    line = _rising([_step(each) for each in found["points"]] + [one.at for one in marks])
    if not line:
        return None
    label = steps.label(line, marks, currency)
    wide = markup.drawn(steps.drawing(line, marks, currency), "wide", label)
    narrow = markup.drawn(steps.drawing(line, marks, currency, is_narrow=True), "narrow", label)
    return Frontier(_words(found, line), wide, narrow, tuple(_rows(line, marks, currency)))


def _step(each: Document) -> Step:
    return Step(amount(each["spend"]), amount(each["value"]))


def _rising(steps: list[Step]) -> list[Step]:
    """Return the steps by what they spend, without those that bring no more than a cheaper one."""
    line: list[Step] = []
    for one in sorted(set(steps), key=lambda step: (step.spent, -step.value)):
        if not line or one.value > line[-1].value:
            line.append(one)
    return line


def _plan(found: Document) -> list[Mark]:
    return [Mark(_step(found["plan"]), "Plan", is_plan=True)] if found.get("plan") else []


def _changed(run: Run | None, frontier: Document) -> list[Mark]:
    """Return the newest what-if as a point, where it is of the same rows and of the same year."""
    found: Document | None = None if run is None or run.is_old else run.document
    if found is None or found["after"] is None or found["year"] != frontier["year"]:
        return []
    size = said(found["amount"], "")
    name = f"+{size.strip()}" if found["is_more"] else f"Cut {size.strip()}"
    return [Mark(Step(amount(found["after"]["spends"][0]), amount(found["after"]["value"])), name)]


def _words(found: Document, line: list[Step]) -> str:
    """Return what the steps say: what the next step up brings, or that nothing more is to be had."""
    currency = found["currency"]
    about = "What a year brings less what it may lose, for the best choice at each total."
    plan = _step(found["plan"]) if found.get("plan") else line[-1]
    above = next((one for one in line if one.spent > plan.spent and one.value > plan.value), None)
    if above is None:
        return f"{about} More money brings nothing more."
    costs, brings = above.spent - plan.spent, above.value - plan.value
    advice = ": do not ask for it." if brings < costs * _POOR else "."
    only = "only " if brings < costs * _POOR else ""
    next_step = f"The next {money(costs, currency)} would bring {only}{money(brings, currency)} a year"
    return f"{about} {next_step}{advice}"


def _rows(line: list[Step], marks: list[Mark], currency: str) -> list[Row]:
    named = {one.at: one.name for one in marks}
    together = sorted({*line, *named}, key=lambda one: (one.spent, one.value))
    rows, before = [], None
    for one in together:
        gain = "" if before is None else money(one.value - before.value, currency)
        rows.append(Row(money(one.spent, currency), money(one.value, currency), gain, named.get(one, "")))
        before = one
    return rows
