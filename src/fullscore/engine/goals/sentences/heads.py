"""Heads: who is in a team on a day, and how many a goal makes of them."""

import math
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from fullscore.engine.estate.facts import Estate, PersonFact, SiteFact, TeamFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.trace import Trace, leaf, named
from fullscore.engine.goals.goal import Assumption, refusal
from fullscore.engine.goals.sentences.sizes import Amount, Size

MOST_HEADS = 100_000


@dataclass(frozen=True, slots=True)
class Counted:
    """Heads before and after, and how they came about."""

    head_from: int
    head_to: int
    trace: Trace
    findings: tuple[Finding, ...] = ()
    assumptions: tuple[Assumption, ...] = ()


def members(estate: Estate, team: str, on: date) -> tuple[PersonFact, ...]:
    """Return the people of a team who work here on that day; of no team in particular: everybody."""
    return tuple(one for one in estate.people if (one.team == team or not team) and one.is_active(on))


def size_of(sentence: str, amounts: tuple[Amount, ...], *, is_up: bool, is_down: bool) -> Amount | Finding:
    """Return the one amount with its direction, or the question that is open."""
    if not amounts:
        return refusal("goal-number-missing", sentence)
    said = tuple(sentence[amount.start : amount.end].strip() for amount in amounts)
    if len(amounts) > 1:
        return refusal("goal-names-two-numbers", sentence, numbers=said)
    amount = amounts[0]
    wrong = _not_a_size(sentence, amount, said[0])
    if wrong is not None:
        return wrong
    direction = amount.direction or is_up - is_down
    needs_direction = amount.size in {Size.PERCENT, Size.CHANGE}
    if needs_direction and (direction == 0 or (is_up and is_down)):
        return refusal("goal-direction-missing", sentence, said=said[0])
    return replace(amount, direction=direction)


def _not_a_size(sentence: str, amount: Amount, said: str) -> Finding | None:
    if amount.value <= 0:
        return refusal("headcount-not-positive", sentence, said=said)
    if amount.size in {Size.CHANGE, Size.TARGET} and amount.value.denominator > 1:
        return refusal("headcount-not-whole", sentence, said=said)
    if amount.value > MOST_HEADS:
        return refusal("goal-number-too-large", sentence, said=said, most=MOST_HEADS)
    return None


@dataclass(frozen=True, slots=True)
class Where:
    """Whose heads are counted: a team, within one site where a share or a total is of its people alone."""

    team: TeamFact
    site: SiteFact | None = None
    is_new: bool = False

    @property
    def name(self) -> str:
        return f"{self.team.name} in {self.site.name}" if self.site else self.team.name


def count(sentence: str, amount: Amount, where: Where, estate: Estate, on: date) -> Counted | Finding:
    """Return the heads a goal asks for; a share of a person is a whole one, upwards."""
    if where.is_new:
        return _at_new_site(sentence, amount, where, estate, on)
    base = members(estate, where.team.ref, on)
    there = base if where.site is None else tuple(one for one in base if one.site == where.site.ref)
    if amount.size in {Size.PERCENT, Size.FACTOR} and not there:
        return refusal("goal-team-has-nobody", sentence, team=where.name)
    present = _present(there, where.name, estate)
    target = _target(amount, present, len(there))
    reached = int(target.value) if isinstance(target.value, int) else len(there)
    if reached == len(there):
        return refusal("goal-changes-nothing", sentence, team=where.name, present=len(there))
    everybody = present if where.site is None else _present(base, where.team.name, estate)
    whole = target if where.site is None else _elsewhere(everybody, present, target)
    head_to = len(base) + reached - len(there)
    if head_to <= 0 or reached < 0:
        return refusal(
            "headcount-not-positive", sentence, said=str(reached), team=where.name, present=len(there)
        )
    return Counted(
        len(base), head_to, _changed(everybody, whole), _disagreeing(sentence, amount, where, len(there)),
        _rounded(amount, len(there), reached),
    )  # fmt: skip


def _elsewhere(everybody: Trace, present: Trace, target: Trace) -> Trace:
    """Return a team's heads when those of one of its sites become `target`."""
    step = Trace(_whole(target) - _whole(present), "people", "difference", (target, present))
    return Trace(_whole(everybody) + _whole(step), "people", "sum", (everybody, step))


def _whole(trace: Trace) -> int:
    assert isinstance(trace.value, int)
    return trace.value


def _changed(before: Trace, after: Trace) -> Trace:
    delta = Trace(_whole(after) - _whole(before), "people", "difference", (after, before), figure="delta")
    return Trace(None, op="figures", args=(named(before, "from"), named(after, "to"), delta))


def _at_new_site(sentence: str, amount: Amount, where: Where, estate: Estate, on: date) -> Counted | Finding:
    """Return the heads when a place opens: everybody who works there is new."""
    if amount.size in {Size.PERCENT, Size.FACTOR} or amount.direction < 0:
        return refusal("goal-new-site-needs-people", sentence)
    base = members(estate, where.team.ref, on) if where.team.ref else ()
    before = Trace(0, "people", note="nobody works there yet")
    if where.team.ref:
        before = _present(base, where.team.name, estate)
    said = Trace(int(amount.value), "people", note="as the sentence says")
    after = Trace(len(base) + int(amount.value), "people", "sum", (before, said))
    return Counted(len(base), len(base) + int(amount.value), _changed(before, after))


def _present(base: tuple[PersonFact, ...], name: str, estate: Estate) -> Trace:
    rows = tuple(leaf(person.ref, source_of(person, "team", estate.files)) for person in base)
    return Trace(len(base), "people", "count", rows, note=f"people in {name} today")


def _target(amount: Amount, present: Trace, base: int) -> Trace:
    if amount.size is Size.TARGET:
        return Trace(int(amount.value), "people", note="as the sentence says")
    said = Trace(amount.value, note="as the sentence says")
    if amount.size is Size.CHANGE:
        return _moved(present, base, Trace(int(amount.value), "people", note=said.note), amount.direction)
    if amount.size is Size.FACTOR:
        exact = Trace(base * amount.value, "people", "product", (present, said))
        return Trace(math.ceil(base * amount.value), "people", "ceil", (exact,))
    share = Trace(base * amount.value / 100, "people", "percent", (present, said))
    whole = Trace(
        math.ceil(base * amount.value / 100), "people", "ceil", (share,), note="rounded up to whole people"
    )
    return _moved(present, base, whole, amount.direction)


def _moved(present: Trace, base: int, step: Trace, direction: int) -> Trace:
    by = int(step.value) if isinstance(step.value, int) else 0
    if direction > 0:
        return Trace(base + by, "people", "sum", (present, step))
    return Trace(base - by, "people", "difference", (present, step))


def _rounded(amount: Amount, base: int, head_to: int) -> tuple[Assumption, ...]:
    if amount.size is not Size.PERCENT:
        return ()
    exact = Fraction(base) * amount.value / 100
    if exact.denominator == 1:
        return ()
    percent = f"{float(amount.value):.4g}%"
    text = f"{percent} of {base} people is {float(exact):.4g}, rounded up to {abs(head_to - base)}"
    return (Assumption(text),)


def _disagreeing(sentence: str, amount: Amount, where: Where, base: int) -> tuple[Finding, ...]:
    """Say so when the sentence believes in another present number than the register of people."""
    if amount.stated_from is None or amount.stated_from == base:
        return ()
    said = str(amount.stated_from)
    return (refusal("goal-starts-elsewhere", sentence, team=where.name, said=said, present=base),)
