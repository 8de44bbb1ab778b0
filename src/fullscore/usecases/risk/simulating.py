"""What a year may cost: simulated in a worker, or in the process of a command that waits for it."""

from datetime import date, datetime

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.usecases.registers.values import NotThereError
from fullscore.usecases.risk import runs
from fullscore.usecases.risk.documents import risk_document
from fullscore.usecases.risk.posing import Posed, posed
from fullscore.usecases.risk.prints import fingerprint
from fullscore.usecases.risk.values import ALONE, Document, Run, Watch

SIMULATE = "simulate"
KINDS = (SIMULATE,)
# The same years for everybody who asks: figures of two pages agree.
SEED = 20261


def simulate(*, by: Member, on: date, seed: int = SEED, watch: Watch = ALONE) -> Document:
    """Return `fullscore/risk/1`, simulated here and now; keeps nothing."""
    by.require(Right.PLAN_GOALS)
    return worked_out(posed(by.organisation_id, on), seed, watch)


def worked_out(told: Posed, seed: int, watch: Watch) -> Document:
    """Return the document of these risks; who stops it gets the years done so far."""
    # numpy takes a moment to load and the web process has no use for it.
    from fullscore.engine.risk.simulate import simulate as simulated  # noqa: PLC0415

    if not told.risks.scenarios:
        return risk_document(told, None)
    found = simulated(
        told.risks, seed=seed, stop=watch.stop,
        progress=lambda done, most: watch.progress("years", f"{done} of {most}"),
    )  # fmt: skip
    return risk_document(told, found)


def print_of(told: Posed, seed: int = SEED) -> str:
    """Return the fingerprint of all a simulation is worked out from."""
    assumed = [(row.ref, row.name, row.is_assumed, row.said_by) for row in told.rows.scenarios]
    borne = [(row.ref, row.name, row.said_by) for row in told.rows.tolerances]
    return fingerprint(told.risks, assumed, borne, seed, told.rows.organisation.currency)


def ask(*, by: Member, on: date, now: datetime) -> Run:
    """Ask a worker to simulate; what was simulated of the same rows is returned at once."""
    by.require(Right.PLAN_GOALS)
    told = posed(by.organisation_id, on)
    return runs.asked_for(by, SIMULATE, {}, print_of(told), on=on, now=now)


def run(*, by: Member, number: int) -> Run:
    """Return one; raises `NotThereError`."""
    by.require(Right.PLAN_GOALS)
    return runs.shown(runs.found(by.organisation_id, number, KINDS))


def stop(*, by: Member, number: int, now: datetime) -> Run:
    """Let a simulation be; the years done so far are told."""
    by.require(Right.PLAN_GOALS)
    return runs.stop(by.organisation_id, number, KINDS, now)


def answer(*, by: Member, on: date) -> Run:
    """Return the newest answer; raises `NotThereError` where nobody has asked yet."""
    found = latest(by=by, on=on)
    if found is None:
        raise NotThereError(Finding("budget-not-asked-yet", Subject("risk", SIMULATE)))
    return found


def latest(*, by: Member, on: date) -> Run | None:
    """Return the newest answer, and whether rows changed since."""
    by.require(Right.PLAN_GOALS)
    return runs.kept(by.organisation_id, *KINDS, fingerprint=print_of(posed(by.organisation_id, on)))
