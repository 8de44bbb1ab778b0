"""What changes ask to be done, for Today: from the calendar as it stands."""

from collections.abc import Iterator
from datetime import date, datetime

from fullscore.engine.calendars.clock import local_day
from fullscore.engine.changes import agreeing, noticing
from fullscore.engine.changes.agreeing import Answer
from fullscore.engine.changes.facts import Calendared, Unanswered
from fullscore.engine.findings.actions import Action, Missing
from fullscore.engine.findings.losses import Loss, Step
from fullscore.engine.findings.trace import Source, leaf
from fullscore.store import changes as store
from fullscore.store.models import Vendor
from fullscore.usecases.changes.living.siding import rate_of
from fullscore.usecases.changes.living.verdicts import said
from fullscore.usecases.changes.posing import Posed, posed
from fullscore.usecases.changes.standing import Standing, lies, stood

# What keeps a change from any date, and the field that would let it have one.
_FIELDS = {
    "change-without-length": ("likely_hours", "how long it takes"),
    "change-without-beginning": ("starts_on", "since when it runs"),
    "change-order-cycle": ("after", "what comes before it"),
    "change-longer-than-plan": ("likely_hours", "how long it takes"),
}


def actions(organisation_id: int, on: date, now: datetime) -> tuple[Action, ...]:
    """Return everything to do about changes; nothing where nobody plans any here."""
    if not store.is_planned(organisation_id):
        return ()
    stands = stood(posed(organisation_id, on, now))
    known = Calendared(
        problem=stands.problem,
        placed=stands.placed,
        unanswered=tuple(_unanswered(stands, on)),
        missed=_missed(stands),
        vendors=dict(_vendors(organisation_id)),
        rate=rate_of(stands.posed.organisation),
    )
    return (*noticing.actions(known, on=on, book=stands.book), *_unplannable(stands.posed, on))


def _unanswered(stands: Standing, on: date) -> Iterator[Unanswered]:
    for one in store.agreements(stands.posed.organisation.pk).select_related("person", "change"):
        standing = agreeing.standing(said([one])[0], on)
        if one.change.state == "planned" and standing is Answer.ASKED:
            yield Unanswered(one.change.ref, one.person.ref, one.person.name)


def _missed(stands: Standing) -> dict[str, date]:
    """Return the changes whose date went by and that nobody began."""
    problem = stands.problem
    return {
        job.ref: local_day(job.set_for, problem.zone)
        for job in problem.jobs
        if job.set_for is not None and not lies(job, problem)
    }


def _vendors(organisation_id: int) -> Iterator[tuple[str, str]]:
    rows = Vendor.objects.of(organisation_id).filter(archived_at=None)
    yield from rows.values_list("ref", "name")


def _unplannable(told: Posed, on: date) -> Iterator[Action]:
    """Yield what keeps changes from any date; once they are wanted, each day costs what is said of a day."""
    for ref, findings in told.left.items():
        row = told.rows[ref]
        for finding in findings:
            if finding.code not in _FIELDS:
                continue
            if row.waiting_cost_day is None:
                yield Action(finding, missing=Missing("changes", ref, *_FIELDS[finding.code]))
                continue
            cost = leaf(row.waiting_cost_day, Source("changes", ref, "waiting_cost_day"), "a day later")
            step = Step(
                max(row.due or on, on), per_day=row.waiting_cost_day, reason="late", trace=cost
            )  # fmt: skip
            yield Action(finding, Loss((step,)), cause=f"changes:{ref}")
