"""The best portfolio with its reasons, its bad years and what is nearly as good; wherever it is asked."""

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial

from fullscore.engine.budget.alternatives import Alternative, alternatives
from fullscore.engine.budget.asking import Best
from fullscore.engine.budget.clashes import Clash, clash
from fullscore.engine.budget.figures import figures
from fullscore.engine.budget.prices import Price, prices
from fullscore.engine.budget.reasons import Reason, reasons
from fullscore.engine.budget.solution import Portfolio, Solution, Status
from fullscore.engine.budget.tails import Compared, Examined, Tail, candidates, examine
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.risk.scenario import Risks
from fullscore.engine.risk.simulation import Simulation
from fullscore.usecases.budget.posing import Posed
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.risk.simulating import SEED
from fullscore.usecases.risk.values import Watch

# Seconds for the portfolio itself, and for each question about it.
LIMIT, EACH = 60.0, 15.0
# Bad years of many portfolios: as many years as a page's first simulation, at most so many.
MOST_YEARS = 400_000
_ASKED = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Bad:
    """Simulated years of what was examined, and of things as they are."""

    tail: Tail
    now: Simulation


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is shown: `solution` is the portfolio, `proven` the best one whatever bad years it has."""

    solution: Solution
    proven: Solution
    alternatives: tuple[Alternative, ...] = ()
    reasons: tuple[Reason, ...] = ()
    prices: tuple[Price, ...] = ()
    clash: Clash | None = None
    bad: Bad | None = None
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0

    @property
    def is_examined(self) -> bool:
        """Say whether the portfolio is the best of those examined, and not the proven one."""
        return self.solution.chosen != self.proven.chosen


def chosen(told: Posed, watch: Watch, limit: float = LIMIT) -> Chosen:
    """Choose, and answer why; raises `RefusedError` for what cannot be meant."""
    begun = time.monotonic()
    proven, best = solved(told, watch, limit), asking(watch)
    if proven.status is Status.IMPOSSIBLE or proven.figures is None:
        return Chosen(proven, proven, clash=_clash(told, proven, best), seconds=time.monotonic() - begun)
    watch.progress("alternatives", "")
    alike = alternatives(told.problem, proven, best=best)
    bad = _bad(told, proven, alike, best, watch)
    solution, findings = _shown(told, proven, bad)
    if solution is not proven:
        alike = alternatives(told.problem, solution, best=best)
    watch.progress("reasons", "")
    return Chosen(
        solution, proven, alike, reasons(told.problem, solution, best=best, names=told.names),
        prices(told.problem, proven, best=best, names=told.names), None, bad, findings,
        time.monotonic() - begun,
    )  # fmt: skip


def solved(told: Posed, watch: Watch, limit: float = LIMIT) -> Solution:
    """Return the best portfolio; raises `RefusedError` for what cannot be meant."""
    # The solver's library takes a third of a second to load.
    from fullscore.engine.budget.solver import best  # noqa: PLC0415

    if told.refusals:
        raise RefusedError(*told.refusals)
    watch.progress("best", "")
    return best(
        told.problem, limit=limit, stop=watch.stop,
        progress=lambda _round, gap: watch.progress("best", f"{gap:.4%}" if gap != float("inf") else ""),
    )  # fmt: skip


def asking(watch: Watch) -> Best:
    """Return what answers each question about a portfolio."""
    from fullscore.engine.budget.solver import best  # noqa: PLC0415  as above

    return partial(best, limit=EACH, stop=watch.stop)


def _clash(told: Posed, found: Solution, best: Best) -> Clash | None:
    """Return what clashes; None where time was up before anything was known."""
    is_known = found.status is Status.IMPOSSIBLE
    return clash(told.problem, best=best, names=told.names) if is_known else None


def _bad(told: Posed, proven: Solution, alike: Sequence[Alternative], best: Best, watch: Watch) -> Bad | None:
    if not told.risks.risks.scenarios or watch.stop():
        return None
    watch.progress("years", "")
    portfolios: Sequence[Portfolio] = (proven.chosen, *(each.chosen for each in alike))
    if told.bad_year is not None:
        portfolios = candidates(told.problem, portfolios, best=best)
    with_now = _WithNow(simulating(watch))
    tail = examine(
        told.problem, portfolios, told.risks.risks, compared=with_now, seed=SEED, limit=told.bad_year
    )
    assert with_now.now is not None
    return Bad(tail, with_now.now)


def simulating(watch: Watch) -> Compared:
    """Return what simulates years under several sets of controls."""
    # numpy takes a moment to load and the web process has no use for it.
    from fullscore.engine.risk.simulate import compared  # noqa: PLC0415

    return partial(
        compared, most_years=MOST_YEARS, stop=watch.stop,
        progress=lambda done, most: watch.progress("years", f"{done} of {most}"),
    )  # fmt: skip


class _WithNow:
    """Simulates things as they are beside what is asked, with the same dice."""

    def __init__(self, compared: Compared) -> None:
        self.compared = compared
        self.now: Simulation | None = None

    def __call__(self, risks: Risks, sets: Sequence[Collection[str]], *, seed: int) -> Sequence[Simulation]:
        *found, self.now = self.compared(risks, (*sets, _ASKED), seed=seed)
        return found


def _shown(told: Posed, proven: Solution, bad: Bad | None) -> tuple[Solution, tuple[Finding, ...]]:
    """Return the best of those examined that keeps the bad year the owners set, if they set one."""
    if bad is None or told.bad_year is None:
        return proven, ()
    best = bad.tail.best
    if best is None:
        values = {"count": bad.tail.count, "years": told.bad_year.years}
        return proven, (Finding("budget-bad-year-unmet", Subject("limits", "bad year"), values),)
    if best.chosen == proven.chosen:
        return proven, ()
    return _as_found(told, proven, best), ()


def _as_found(told: Posed, proven: Solution, best: Examined) -> Solution:

    found = figures(told.problem, best.chosen)
    size = abs(found.value) + found.loss
    gap = max(0.0, proven.bound - found.value) / size if size else 0.0
    return replace(proven, status=Status.FOUND, chosen=best.chosen, figures=found, gap=gap)
