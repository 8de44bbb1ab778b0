"""Why a proposal is in or out of the best portfolio."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from fullscore.engine.budget.asking import Best, chosen_of, doing, with_option
from fullscore.engine.budget.breaking import broken
from fullscore.engine.budget.figures import figures
from fullscore.engine.budget.lines import How, lines, worth
from fullscore.engine.budget.options import nothing_of, options_of, taken, way_of
from fullscore.engine.budget.problem import Option, Pin, Problem, Proposal
from fullscore.engine.budget.saying import Names, label
from fullscore.engine.budget.solution import Solution, Status
from fullscore.engine.findings.finding import Basis, Finding, Subject, Value

TRIED = 5
_ANY = Names()
_CENT = Decimal("0.01")
_GONE = frozenset({How.OUT, How.OTHER, How.LATER})


class Because(StrEnum):
    """What decides of a proposal."""

    WORTH = "worth"  # in: a year is worse without it
    NEEDED = "needed"  # in: other rules would be broken without it
    MANDATORY = "mandatory"  # in: a law or a contract asks for it
    PINNED = "pinned"  # in, or out: somebody decided so
    FREE = "free"  # in, though a year is no worse without it
    FORBIDDEN = "forbidden"  # out: somebody forbade every way
    WORTHLESS = "worthless"  # out: a year is no better with it
    RULE = "rule"  # out: no portfolio that keeps all rules has it
    BETTER = "better"  # out: what it would push out brings more
    LIMIT = "limit"  # out: rules leave no room for it beside the others
    ALIKE = "alike"  # out, though a year would be as good with it


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one proposal is in or out. `option` is what is taken, or of one that is out the best way to do it.

    In: `lost` is what a year is worse without it. Out: `keys` are the rules it breaks beside the others;
    where the best portfolio with it was worked out, `pushes` names what goes for it and `worse` what a year
    loses by that.
    """

    proposal: str
    name: str
    option: Option
    is_in: bool
    because: Because
    finding: Finding
    lost: float | None = None
    keys: tuple[str, ...] = ()
    pushes: tuple[str, ...] = ()
    worse: float | None = None


def reasons(
    problem: Problem, solution: Solution, *, best: Best, names: Names = _ANY, tried: int = TRIED
) -> tuple[Reason, ...]:
    """Return a reason for every proposal, in their order.

    For the `tried` that are out and would bring most the best portfolio with each is worked out; of others
    the rules that stop them are named. Raises `NothingChosenError` for a solution without a portfolio.
    """
    case = _Case(problem, solution, best, names)
    outs = [each for each in problem.proposals if not case.is_in(each)]
    outs.sort(key=lambda each: (-case.gain(each), each.ref))
    deep = {each.ref for each in outs[:tried]}
    return tuple(
        case.why_in(each) if case.is_in(each) else case.why_out(each, is_deep=each.ref in deep)
        for each in problem.proposals
    )


class _Case:
    """A chosen portfolio, and what is asked of it."""

    def __init__(self, problem: Problem, solution: Solution, best: Best, names: Names) -> None:
        self.figures = chosen_of(solution)
        self.problem, self.solution, self.best, self.names = problem, solution, best, names
        self.taken = taken(problem, solution.chosen)
        # Nobody knows of less than this whether it is more or less than nothing.
        self.same = max(1e-9, solution.gap) * (abs(self.figures.value) + self.figures.loss)
        self.gains = {each.ref: self._gain(each) for each in problem.proposals}

    def is_in(self, proposal: Proposal) -> bool:
        return not self.taken[proposal.ref].is_nothing

    def gain(self, proposal: Proposal) -> float:
        """Return what a year would gain if the proposal were simply added in its best way."""
        return self.gains[proposal.ref][0]

    def _gain(self, proposal: Proposal) -> tuple[float, Option]:
        """Return the most any way adds, and that way; forbidden ones only where there is no other."""
        ways = [option for option in options_of(proposal) if not option.is_nothing]
        open_ways = [option for option in ways if not self._is_forbidden(option)] or ways
        found = [(self._added(proposal, option), option) for option in open_ways]
        return max(found, key=lambda each: each[0], default=(0.0, nothing_of(proposal)))

    def _added(self, proposal: Proposal, option: Option) -> float:
        with_it = with_option(self.solution.chosen, proposal.ref, option)
        return figures(self.problem, with_it).value - self.figures.value

    def _is_forbidden(self, option: Option) -> bool:
        return option.pin is Pin.FORBIDDEN and f"pin:{way_of(option)}" not in self.problem.dropped

    def _is_pinned(self, option: Option) -> bool:
        return option.pin is Pin.PINNED and f"pin:{way_of(option)}" not in self.problem.dropped

    def _broken(self, proposal: Proposal, option: Option) -> tuple[str, ...]:
        beside = with_option(self.solution.chosen, proposal.ref, option)
        return tuple(dict.fromkeys(each.key for each in broken(self.problem, beside)))

    def why_in(self, proposal: Proposal) -> Reason:
        option, lost = self.taken[proposal.ref], worth(self.problem, self.solution.chosen, proposal.ref)
        keys = self._broken(proposal, nothing_of(proposal))
        because = Because.WORTH if lost > self.same else _held_by(keys)
        finding = self._finding(f"budget-in-{because.value}", proposal, {"lost": lost}, keys)
        return Reason(proposal.ref, proposal.name, option, True, because, finding, lost, keys)

    def why_out(self, proposal: Proposal, *, is_deep: bool) -> Reason:
        gain, option = self.gains[proposal.ref]
        asked = Reason(proposal.ref, proposal.name, option, False, Because.LIMIT, _NONE)
        if option.is_nothing or self._is_forbidden(option):
            keys = tuple(f"pin:{way_of(each)}" for each in options_of(proposal) if self._is_forbidden(each))
            return self._said(replace(asked, because=Because.FORBIDDEN, keys=tuple(dict.fromkeys(keys))))
        if self._is_pinned(nothing := nothing_of(proposal)):
            return self._said(replace(asked, because=Because.PINNED, keys=(f"pin:{way_of(nothing)}",)))
        if gain <= self.same:
            return self._said(replace(asked, because=Because.WORTHLESS))
        asked = replace(asked, keys=self._broken(proposal, option))
        if not asked.keys:
            return self._said(replace(asked, because=Because.ALIKE))
        return self._tried(asked) if is_deep else self._said(asked)

    def _tried(self, asked: Reason) -> Reason:
        """Work out the best portfolio with the proposal, and what goes for it."""
        forced = self.best(doing(self.problem, asked.proposal))
        if forced.status is Status.IMPOSSIBLE:
            return self._said(replace(asked, because=Because.RULE))
        if forced.figures is None:
            return self._said(asked)
        changed = lines(self.problem, self.solution.chosen, forced.chosen)
        pushes = tuple(each.name for each in changed if each.how in _GONE)
        worse = self.figures.value - forced.figures.value
        option = taken(self.problem, forced.chosen)[asked.proposal]
        because = Because.ALIKE if worse <= self.same else Because.BETTER if pushes else Because.LIMIT
        return self._said(
            replace(asked, option=option, because=because, pushes=pushes, worse=max(0.0, worse))
        )  # fmt: skip

    def _said(self, reason: Reason) -> Reason:
        proposal = next(each for each in self.problem.proposals if each.ref == reason.proposal)
        amounts = {"gain": self.gain(proposal), "worse": reason.worse}
        code = f"budget-out-{reason.because.value}"
        finding = self._finding(code, proposal, amounts, reason.keys, reason.pushes)
        return replace(reason, finding=finding)

    def _finding(
        self, code: str, proposal: Proposal, amounts: Mapping[str, float | None], keys: tuple[str, ...],
        others: tuple[str, ...] = (),
    ) -> Finding:  # fmt: skip
        rules = tuple(label(self.problem, key, self.names) for key in keys)
        values: dict[str, Value] = {"name": proposal.name, "rules": rules, "others": others}
        values["currency"] = self.names.currency
        values |= {name: None if each is None else _money(each) for name, each in amounts.items()}
        return Finding(code, Subject("proposals", proposal.ref), values, basis=Basis.EXPECTED)


_NONE = Finding("budget-out-limit", Subject("proposals", ""))


def _held_by(keys: tuple[str, ...]) -> Because:
    """Return what keeps a proposal in that is worth nothing: the law before a pin, a pin before needs."""
    kinds = {key.partition(":")[0] for key in keys}
    if "mandatory" in kinds:
        return Because.MANDATORY
    if "pin" in kinds:
        return Because.PINNED
    return Because.NEEDED if kinds else Because.FREE


def _money(amount: float) -> Decimal:
    return Decimal(repr(amount)).quantize(_CENT)
