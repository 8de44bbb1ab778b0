"""Rules of a choice in words: what each holds to, of what, so that a finding can say it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.budget.options import options_of, way_of
from fullscore.engine.budget.problem import Pin, Problem, Purpose
from fullscore.engine.findings.finding import Finding, Subject, Value

_HUNDRED = Decimal(100)
_LIMITS = ("budget", "hours", "floor", "ceiling")


@dataclass(frozen=True, slots=True)
class Names:
    """What years and quarters are called ("2027", "Q1 2027"), counted from 0, and the money's letters."""

    years: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    currency: str = ""

    def year(self, place: int) -> str:
        return self.years[place] if place < len(self.years) else f"year {place + 1}"

    def quarter(self, place: int) -> str:
        return self.quarters[place] if place < len(self.quarters) else f"quarter {place + 1}"


@dataclass(frozen=True, slots=True)
class Held:
    """A proposal or a way of one as rules name it; `way` is empty for a proposal done in any way."""

    ref: str
    proposal: str
    way: str = ""

    @property
    def words(self) -> str:
        """Return its name: 'Wi-Fi Lima', or 'Wi-Fi Lima (in two steps)' for one way of it."""
        return f"{self.proposal} ({self.way})" if self.way else self.proposal


def held(problem: Problem) -> Mapping[str, Held]:
    """Return every proposal and every way by its ref."""
    found = {each.ref: Held(each.ref, each.name) for each in problem.proposals}
    for each in problem.proposals:
        found |= {way_of(option): Held(way_of(option), each.name, option.name) for option in options_of(each)}
    return found


def keys_of(problem: Problem) -> tuple[str, ...]:
    """Return every rule that holds in the problem, limits first; those let go are not among them."""
    found = [f"budget:{n}" for n, amount in enumerate(problem.budgets) if amount is not None]
    found += [f"hours:{n}" for n, amount in enumerate(problem.hours) if amount is not None]
    found += [f"floor:{purpose.value}" for purpose in Purpose if purpose in problem.floors]
    found += [f"ceiling:{purpose.value}" for purpose in Purpose if purpose in problem.ceilings]
    found += [f"mandatory:{each.ref}" for each in problem.proposals if each.is_mandatory]
    found += pins_of(problem)
    found += [f"{'needs' if tie.is_needed else 'excludes'}:{tie.ref}" for tie in problem.ties]
    return tuple(key for key in dict.fromkeys(found) if key not in problem.dropped)


def pins_of(problem: Problem) -> list[str]:
    """Return the pins of all ways, one for each row whatever starts it has."""
    options = (option for each in problem.proposals for option in options_of(each))
    return list(dict.fromkeys(f"pin:{way_of(each)}" for each in options if each.pin is not Pin.FREE))


def rule(problem: Problem, key: str, names: Names, needed: Decimal | None = None) -> Finding:
    """Return a rule as a finding: what it holds to and what would repair it.

    `needed` is the least a limit must be for the other rules to be kept beside it, where that is known.
    """
    kind, _, ref = key.partition(":")
    values = _limit(problem, kind, ref, names) if kind in _LIMITS else _between(problem, kind, ref)
    values |= {"needed": needed, "currency": names.currency, "key": key}
    return Finding(f"budget-rule-{_kind(problem, kind, ref)}", subject_of(key), values)


def subject_of(key: str) -> Subject:
    """Return the register and row a rule stands in; a limit's row is known by its key."""
    kind, _, ref = key.partition(":")
    registers = {"pin": "options", "mandatory": "proposals", "needs": "needs", "excludes": "needs"}
    return Subject(registers.get(kind, "limits"), key if kind in _LIMITS else ref)


def label(problem: Problem, key: str, names: Names) -> str:
    """Return a rule's kind and what it is about, for the catalogue to say: 'budget:2027', 'pinned:Wi-Fi'."""
    kind, _, ref = key.partition(":")
    if kind in {"budget", "hours"}:
        return f"{kind}:{names.year(int(ref)) if kind == 'budget' else names.quarter(int(ref))}"
    if kind in _LIMITS:
        return key
    values = _between(problem, kind, ref)
    about = f"{values['name']}\n{values['other']}" if "other" in values else str(values["name"])
    return f"{_kind(problem, kind, ref)}:{about}"


def _kind(problem: Problem, kind: str, way: str) -> str:
    if kind != "pin":
        return kind
    return "pinned" if _pin(problem, way) is Pin.PINNED else "forbidden"


def _pin(problem: Problem, way: str) -> Pin:
    options = (option for each in problem.proposals for option in options_of(each))
    return next(option.pin for option in options if way_of(option) == way)


def _limit(problem: Problem, kind: str, ref: str, names: Names) -> dict[str, Value]:
    if kind == "budget":
        return {"limit": problem.budgets[int(ref)], "when": names.year(int(ref))}
    if kind == "hours":
        return {"limit": problem.hours[int(ref)], "when": names.quarter(int(ref))}
    shares = problem.floors if kind == "floor" else problem.ceilings
    return {"limit": shares[Purpose(ref)] * _HUNDRED, "purpose": ref}


def _between(problem: Problem, kind: str, ref: str) -> dict[str, Value]:
    known = held(problem)
    if kind in {"mandatory", "pin"}:
        return {"name": known[ref].words}
    tie = next(each for each in problem.ties if each.ref == ref)
    return {"name": _words(known, tie.one), "other": _words(known, tie.other)}


def _words(known: Mapping[str, Held], ref: str) -> str:
    return known[ref].words if ref in known else ref
