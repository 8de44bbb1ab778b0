"""What of a problem cannot be meant: told before anything is chosen, each with what to do."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from fullscore.engine.budget.options import options_of, pinned
from fullscore.engine.budget.problem import Pin, Problem, Purpose
from fullscore.engine.budget.saying import Names, held
from fullscore.engine.findings.finding import Finding, Subject, Value

_ANY = Names()
_WHOLE, _HUNDRED = Decimal(1), Decimal(100)


def findings_of(problem: Problem, names: Names = _ANY) -> tuple[Finding, ...]:
    """Return what is wrong or contradicts itself, limits first; nothing when all of it can be meant."""
    return (*_limits(problem, names), *_shares(problem), *_pins(problem), *_ties(problem))


def _limits(problem: Problem, names: Names) -> Iterator[Finding]:
    for year, amount in enumerate(problem.budgets):
        if amount is not None and amount < 0:
            values: dict[str, Value] = {
                "when": names.year(year),
                "amount": amount,
                "currency": names.currency,
            }
            yield _found("budget-negative", "limits", f"budget:{year}", **values)
    for quarter, hours in enumerate(problem.hours):
        if hours is not None and hours < 0:
            when = names.quarter(quarter)
            yield _found("budget-hours-negative", "limits", f"hours:{quarter}", when=when, amount=hours)


def _shares(problem: Problem) -> Iterator[Finding]:
    for kind, shares in (("floor", problem.floors), ("ceiling", problem.ceilings)):
        for purpose, share in shares.items():
            if not 0 <= share <= 1:
                values = {"what": kind, "purpose": purpose.value, "share": share * _HUNDRED}
                yield _found("budget-share-outside", "limits", f"{kind}:{purpose.value}", **values)
    for purpose, floor in problem.floors.items():
        ceiling = problem.ceilings.get(purpose)
        if ceiling is not None and floor > ceiling:
            values = {"purpose": purpose.value, "floor": floor * _HUNDRED, "ceiling": ceiling * _HUNDRED}
            yield _found("budget-floor-over-ceiling", "limits", f"floor:{purpose.value}", **values)
    yield from _sums(problem)


def _sums(problem: Problem) -> Iterator[Finding]:
    floors = sum(problem.floors.values(), Decimal(0))
    if floors > _WHOLE:
        purposes = tuple(purpose.value for purpose in problem.floors)
        yield _found("budget-floors-over-whole", "limits", "floors", share=floors * _HUNDRED, names=purposes)
    ceilings = sum(problem.ceilings.values(), Decimal(0))
    if len(problem.ceilings) == len(Purpose) and ceilings < _WHOLE:
        yield _found("budget-ceilings-under-whole", "limits", "ceilings", share=ceilings * _HUNDRED)


def _pins(problem: Problem) -> Iterator[Finding]:
    for each in problem.proposals:
        options = options_of(each)
        known = held(problem)
        ways = tuple(known[way].way for way in sorted(pinned(options)))
        if len(ways) > 1:
            yield _found("budget-pinned-twice", "proposals", each.ref, name=each.name, ways=ways)
        doing = [option for option in options if not option.is_nothing]
        if each.is_mandatory and all(option.pin is Pin.FORBIDDEN for option in doing):
            code = "budget-mandatory-forbidden" if doing else "budget-mandatory-without-option"
            yield _found(code, "proposals", each.ref, name=each.name)


def _ties(problem: Problem) -> Iterator[Finding]:
    known = held(problem)
    for tie in problem.ties:
        for ref in (tie.one, tie.other):
            if ref not in known:
                yield _found("budget-tie-unknown", "needs", tie.ref, name=ref)
        if not tie.is_needed and tie.one == tie.other:
            yield _found("budget-excludes-itself", "needs", tie.ref, name=known[tie.one].words)
    for cycle in _cycles(problem):
        words = tuple(known[ref].words for ref in cycle)
        yield _found("budget-needs-cycle", "needs", "+".join(cycle), names=words)
    yield from _mandatory_apart(problem)


def _mandatory_apart(problem: Problem) -> Iterator[Finding]:
    """Name exclusions between what must be done, also where it must because something else needs it."""
    known = held(problem)
    must = _must(problem)
    for tie in problem.ties:
        apart = not tie.is_needed and tie.one != tie.other and {tie.one, tie.other} <= must.keys()
        if apart:
            values: dict[str, Value] = {"name": known[tie.one].words, "other": known[tie.other].words}
            values["because"] = tuple(
                known[must[ref]].words for ref in (tie.one, tie.other) if must[ref] != ref
            )
            yield _found("budget-mandatory-exclusive", "needs", tie.ref, **values)


def _must(problem: Problem) -> Mapping[str, str]:
    """Return what must be done, and the mandatory proposal each is done for."""
    known, must = held(problem), {each.ref: each.ref for each in problem.proposals if each.is_mandatory}
    needs = [tie for tie in problem.ties if tie.is_needed and tie.other in known]
    waiting = list(must)
    while waiting:
        ref = waiting.pop()
        for tie in needs:
            if tie.one == ref and tie.other not in must:
                must[tie.other] = must[ref]
                waiting.append(tie.other)
    return must


def _cycles(problem: Problem) -> Iterator[tuple[str, ...]]:
    """Yield each ring of needs once: harmless for a choice (all or none), but hardly what was meant."""
    known = held(problem)
    after: dict[str, list[str]] = {}
    for tie in problem.ties:
        if tie.is_needed and tie.one in known and tie.other in known:
            after.setdefault(tie.one, []).append(tie.other)
    seen = set[str]()
    for ref in after:
        ring = None if ref in seen else _ring(after, ref)
        if ring:
            seen.update(ring)
            yield ring


def _ring(after: Mapping[str, list[str]], first: str) -> tuple[str, ...] | None:
    """Return a shortest way from a ref back to itself."""
    waiting, before = [first], dict[str, str]()
    for ref in waiting:
        for then in after.get(ref, ()):
            if then == first:
                return _back(before, first, ref)
            if then not in before:
                before[then] = ref
                waiting.append(then)
    return None


def _back(before: Mapping[str, str], first: str, last: str) -> tuple[str, ...]:
    ring = [last]
    while ring[-1] != first:
        ring.append(before[ring[-1]])
    return tuple(reversed(ring))


def _found(code: str, register: str, ref: str, **values: Value) -> Finding:
    return Finding(code, Subject(register, ref), values)
