"""One change with everything that belongs to it; and what was worked on, for who looks for a cause."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from fullscore.engine.changes.before import Past
from fullscore.engine.estate.graph import Node, node_of
from fullscore.store import goals
from fullscore.store.models import (
    Agreement,
    Change,
    ChangeCrew,
    ChangeStep,
    ChangeTouch,
    Organisation,
    Person,
    Predecessor,
    RegisterRow,
    Vendor,
)

R = TypeVar("R", bound=RegisterRow)
_WORKED = ("running", "done", "rolled back")
_HEAVY = ("provenance", "extra")


def change(organisation_id: int, ref: str, *, is_locked: bool = False) -> Change | None:
    """Return one change, archived ones too; with its lock held for who will write it."""
    rows = Change.objects.of(organisation_id)
    rows = rows.select_for_update(of=("self",)) if is_locked else rows
    return rows.select_related("owner", "vendor", "organisation").filter(ref=ref.replace("\x00", "")).first()


def templates(organisation_id: int) -> QuerySet[Change]:
    """Return what standard changes are made from, by name."""
    return _live(Change.objects.of(organisation_id)).filter(is_template=True).order_by("name", "ref")


def touches(row: Change) -> tuple[ChangeTouch, ...]:
    found = _live(ChangeTouch.objects.of(row.organisation_id)).filter(change=row)
    return tuple(found.select_related("service", "item", "pool").order_by("ref"))


def crews(row: Change) -> tuple[ChangeCrew, ...]:
    found = _live(ChangeCrew.objects.of(row.organisation_id)).filter(change=row)
    return tuple(found.select_related("person").order_by("ref"))


def steps(row: Change) -> tuple[ChangeStep, ...]:
    return tuple(
        _live(ChangeStep.objects.of(row.organisation_id)).filter(change=row).order_by("position", "ref")
    )


def before(row: Change) -> tuple[Predecessor, ...]:
    """Return what must be over first."""
    found = _live(Predecessor.objects.of(row.organisation_id)).filter(change=row)
    return tuple(found.select_related("after").order_by("after__name", "ref"))


def waiting(row: Change) -> tuple[Change, ...]:
    """Return the changes that wait for this one."""
    found = _live(Predecessor.objects.of(row.organisation_id)).filter(after=row)
    return tuple(one.change for one in found.select_related("change").order_by("change__name", "ref"))


def agreements(row: Change) -> QuerySet[Agreement]:
    """Return who was asked about it, and what they said."""
    found = _live(Agreement.objects.of(row.organisation_id)).filter(change=row)
    return found.select_related("person").order_by("person__name", "ref")


def agreement(key: int, *, is_locked: bool = False) -> Agreement | None:
    """Return one row by its key, with change and organisation.

    Not asked inside one organisation: who holds a link is in none.
    """
    everywhere: QuerySet[Agreement] = QuerySet(Agreement)
    chosen = everywhere.select_for_update(of=("self",)) if is_locked else everywhere
    found = chosen.select_related("person", "change", "change__owner", "organisation")
    return found.filter(pk=key, archived_at=None).first()


def unanswered(before: datetime) -> tuple[tuple[int, int], ...]:
    """Return (organisation, change) of every question whose last day was over by `before`'s day anywhere."""
    everywhere: QuerySet[Agreement] = QuerySet(Agreement)
    found = everywhere.filter(
        answer="asked", archived_at=None, change__archived_at=None, change__state="planned",
        answer_by__lt=before.date(),
    )  # fmt: skip
    return tuple(found.values_list("organisation_id", "change_id").distinct().order_by("change_id"))


def people(organisation_id: int) -> Mapping[str, Person]:
    """Return the people who work here, by ref."""
    rows = Person.objects.of(organisation_id).filter(archived_at=None).exclude(status="left")
    return {row.ref: row for row in rows.defer(*_HEAVY).order_by("ref")}


def person_names(organisation_id: int) -> dict[str, str]:
    """Return what everybody is called who was ever here, by ref."""
    return dict(Person.objects.of(organisation_id).values_list("ref", "name"))


def names(organisation_id: int) -> dict[str, str]:
    """Return the changes by ref, but for templates."""
    rows = _live(Change.objects.of(organisation_id)).filter(is_template=False)
    return dict(rows.values_list("ref", "name"))


def after(organisation_id: int) -> dict[str, tuple[str, ...]]:
    """Return what every change waits for, by ref."""
    rows = _live(Predecessor.objects.of(organisation_id)).order_by("change__ref", "after__ref")
    found: dict[str, tuple[str, ...]] = {}
    for one, other in rows.values_list("change__ref", "after__ref"):
        found[one] = (*found.get(one, ()), other)
    return found


def organisation(organisation_id: int) -> Organisation:
    return Organisation.objects.get(pk=organisation_id)


def worked_on(organisation_id: int, since: datetime, zone: str) -> tuple[Past, ...]:
    """Return the work that ran at any time after `since`, with all it touched.

    What came in by a file says no moments: its date on the organisation's clock stands for them.
    """
    was = Q(begun_at__isnull=False) & (Q(ended_at=None) | Q(ended_at__gte=since))
    dated = Q(begun_at=None, state__in=_WORKED, starts_on__gte=since.date())
    rows = _live(Change.objects.of(organisation_id)).filter(was | dated)
    nodes: dict[int, set[Node]] = {}
    touched = _live(ChangeTouch.objects.of(organisation_id)).filter(change__in=rows)
    for one in touched.select_related("service", "item", "pool"):
        nodes.setdefault(one.change_id, set()).add(node(one))
    times = ("ref", "begun_at", "ended_at", "starts_on", "starts_at", "likely_hours")
    return tuple(
        _past(row, frozenset(nodes.get(row.pk, ())), zone) for row in rows.only(*times).order_by("ref")
    )


def _past(row: Change, nodes: frozenset[Node], zone: str) -> Past:
    if row.begun_at is not None:
        return Past(row.ref, nodes, row.begun_at, row.ended_at)
    assert row.starts_on is not None
    at = time.fromisoformat(row.starts_at or "00:00")
    begin = datetime.combine(row.starts_on, at, ZoneInfo(zone))
    return Past(row.ref, nodes, begin, begin + timedelta(hours=float(row.likely_hours or 0)))


def node(touch: ChangeTouch) -> Node:
    """Return what one line touches."""
    for register, row in (("services", touch.service), ("items", touch.item), ("pools", touch.pool)):
        if row is not None:
            return node_of(register, row.ref)
    raise AssertionError("A touch is of one thing; the table sees to it.")


def _live(rows: QuerySet[R]) -> QuerySet[R]:
    return rows.filter(archived_at=None)


def vendors(organisation_id: int) -> tuple[tuple[str, str], ...]:
    """Return (ref, name) of every vendor, by name."""
    rows = Vendor.objects.of(organisation_id).filter(archived_at=None)
    return tuple(rows.values_list("ref", "name").order_by("name", "ref"))


def people_of_goal(organisation_id: int, ref: str) -> int | None:
    """Return how many people a goal brings or moves; None where it is no goal."""
    found = goals.plan(organisation_id, ref)
    return abs(int(found.summary["people"])) if found is not None else None
