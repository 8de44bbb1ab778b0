"""Rows of the room today: who works an organisation out, what was found last, and what is behind."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery

from fullscore.store import bulk
from fullscore.store.models import (
    REGISTERS,
    HistoryEntry,
    HostRun,
    ImportRun,
    KeptFinding,
    KeptRequirement,
    Organisation,
    TodayRun,
)

# An entry this young may have an older one on its way: ids are given out before commits.
SETTLES_IN = timedelta(minutes=1)
# What cuts one finding out from all others of an organisation.
SAME = ("organisation", "code", "register", "ref")
_KEPT_ON = ("id", "organisation", "code", "register", "ref", "first_found_at")
WRITTEN = tuple(each.name for each in KeptFinding._meta.concrete_fields if each.name not in _KEPT_ON)


# A finding without its document, as lines are read.
LINE = (
    "id", "version", "code", "register", "ref", "state", "group", "rank", "act_by", "cost", "hours",
    "snoozed_until", "assigned_to_id", "assigned_name", "reason", "by_name", "acted_at", "first_found_at",
    "gone_at", "gone_why",
)  # fmt: skip
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Newest:
    """What an organisation was last changed by: its newest history entry and its newest file that is done."""

    history: int = 0
    at: datetime | None = None
    file_at: datetime | None = None

    def is_settled(self, now: datetime) -> bool:
        """Return whether nothing that came before the newest change can still be on its way."""
        moments = [moment for moment in (self.at, self.file_at) if moment]
        return all(now - moment >= SETTLES_IN for moment in moments)

    def is_after(self, run: TodayRun | None, on: date, now: datetime) -> bool:
        """Return whether what was worked out is of another day, or of before the newest change."""
        if run is None or run.computed_at is None or run.on != on or run.history != self.history:
            return True
        if self.file_at is not None and self.file_at >= run.computed_at:
            return True
        return not run.is_settled and now - run.computed_at >= SETTLES_IN


@dataclass(frozen=True, slots=True)
class Standing:
    """One organisation: its zone, its newest change, and what its findings were worked out from."""

    organisation_id: int
    zone: str
    newest: Newest
    run: TodayRun | None

    def is_stale(self, on: date, now: datetime) -> bool:
        """Return whether it is to be worked out anew."""
        return self.newest.is_after(self.run, on, now)

    def is_taken(self, now: datetime) -> bool:
        """Return whether somebody is at it, or has failed at it just now."""
        until = self.run.claimed_until if self.run else None
        return until is not None and until > now


def standings() -> tuple[Standing, ...]:
    """Return every organisation in two queries, each newest change found by its index.

    The host's sweep; the one question about findings not asked inside one organisation.
    """
    return _standings(Organisation.objects.all(), TodayRun.objects.all())


def standing_of(organisation_id: int) -> Standing:
    """Return how one organisation stands; it is there."""
    found = standing_if_there(organisation_id)
    assert found is not None
    return found


def standing_if_there(organisation_id: int) -> Standing | None:
    """Return how one organisation stands; None where it has gone since somebody named it."""
    found = _standings(
        Organisation.objects.filter(pk=organisation_id),
        TodayRun.objects.filter(organisation_id=organisation_id),
    )
    return found[0] if found else None


def _standings(organisations: QuerySet[Organisation], runs: QuerySet[TodayRun]) -> tuple[Standing, ...]:
    newest: QuerySet[HistoryEntry] = (
        QuerySet(HistoryEntry).filter(organisation=OuterRef("pk")).order_by("-pk")
    )
    files: QuerySet[ImportRun] = QuerySet(ImportRun).filter(
        organisation=OuterRef("pk"), finished_at__isnull=False
    )
    told = organisations.order_by("pk").values_list(
        "pk", "zone",
        Subquery(newest.values("pk")[:1]),
        Subquery(newest.values("at")[:1]),
        Subquery(files.order_by("-finished_at").values("finished_at")[:1]),
    )  # fmt: skip
    known = {run.organisation_id: run for run in runs.defer("summary")}
    return tuple(
        Standing(pk, zone, Newest(entry or 0, at, file_at), known.get(pk))
        for pk, zone, entry, at, file_at in told
    )


def newest_of(organisation_id: int) -> Newest:
    """Return what one organisation was last changed by."""
    entries = HistoryEntry.objects.of(organisation_id).order_by("-pk").values_list("pk", "at")
    files = ImportRun.objects.of(organisation_id).filter(finished_at__isnull=False).order_by("-finished_at")
    entry, at = entries.first() or (0, None)
    return Newest(entry, at, files.values_list("finished_at", flat=True).first())


def run_of(organisation_id: int) -> TodayRun | None:
    """Return what is known of the last working out."""
    return TodayRun.objects.filter(organisation_id=organisation_id).first()


def claim(organisation_id: int, by: str, now: datetime, until: datetime) -> bool:
    """Take an organisation that nobody has, or whose claim has run out; False when somebody has it."""
    TodayRun.objects.bulk_create([TodayRun(organisation_id=organisation_id)], ignore_conflicts=True)
    free = Q(claimed_until=None) | Q(claimed_until__lte=now) | Q(claimed_by="")
    mine = TodayRun.objects.filter(free, organisation_id=organisation_id)
    return mine.update(claimed_by=by, claimed_until=until) == 1


def finish(organisation_id: int, by: str, changes: Mapping[str, object]) -> bool:
    """Write what was worked out and let go; False when the claim was lost to somebody else meanwhile."""
    mine = TodayRun.objects.filter(organisation_id=organisation_id, claimed_by=by)
    return mine.update(claimed_by="", claimed_until=None, error="", **changes) == 1


def fail(organisation_id: int, by: str, error: str, until: datetime) -> None:
    """Keep why it failed; the sweep leaves it alone until then, a person need not."""
    mine = TodayRun.objects.filter(organisation_id=organisation_id, claimed_by=by)
    mine.update(claimed_by="", claimed_until=until, error=error)


def findings(organisation_id: int) -> QuerySet[KeptFinding]:
    """Return the findings of one organisation, in order, their documents left unread."""
    rows = KeptFinding.objects.of(organisation_id).defer("document")
    return rows.order_by(F("rank").asc(nulls_last=True), "pk")


def shown(organisation_id: int, since: datetime) -> Iterable[Row]:
    """Return what was found last, and what somebody dealt with since a moment, in order: no documents."""
    dealt = Q(state__in=("done", "declined"), acted_at__gte=since)
    rows = KeptFinding.objects.of(organisation_id).filter(Q(rank__isnull=False) | dealt)
    return rows.order_by(F("rank").asc(nulls_last=True), "pk").values_list(*LINE)


def open_lines(organisation_id: int) -> Iterable[tuple[int | None, Decimal, date | None]]:
    """Return group, hours and last safe day of every open finding, in order."""
    rows = KeptFinding.objects.of(organisation_id).filter(state="open", rank__isnull=False)
    return rows.order_by("rank").values_list("group", "hours", "act_by")


def locked_findings(organisation_id: int) -> dict[tuple[str, str, str], KeptFinding]:
    """Return all findings by key, locked; documents are read of those that were found last time."""
    return _by_key(KeptFinding.objects.of(organisation_id).select_for_update())


def known_findings(organisation_id: int) -> dict[tuple[str, str, str], KeptFinding]:
    """Return the same for whoever only looks."""
    return _by_key(KeptFinding.objects.of(organisation_id))


def _by_key(rows: QuerySet[KeptFinding]) -> dict[tuple[str, str, str], KeptFinding]:
    found, gone = rows.exclude(rank=None), rows.filter(rank=None).defer("document")
    return {(row.code, row.register, row.ref): row for row in (*found, *gone)}


def dealt_with(organisation_id: int) -> frozenset[tuple[str, str, str]]:
    """Return the keys of findings somebody has put off, done or declined."""
    rows = KeptFinding.objects.of(organisation_id).exclude(state="open")
    return frozenset(rows.values_list("code", "register", "ref"))


def locked(organisation_id: int, finding: int) -> KeptFinding | None:
    """Return one finding with its lock held until the transaction ends."""
    return KeptFinding.objects.of(organisation_id).select_for_update().filter(pk=finding).first()


def write(rows: Sequence[KeptFinding]) -> None:
    """Insert or overwrite findings, each once by its key."""
    bulk.upsert(rows, same=SAME, names=WRITTEN)


def documents(organisation_id: int, ids: Iterable[int]) -> dict[int, dict[str, object]]:
    """Return the documents of some findings."""
    rows = KeptFinding.objects.of(organisation_id).filter(pk__in=list(ids))
    return dict(rows.values_list("pk", "document"))


def came_true(organisation_id: int, since: datetime) -> dict[str, tuple[int, int]]:
    """Return by code how many findings that are gone since came true, and of how many that can be said."""
    rows = KeptFinding.objects.of(organisation_id).filter(gone_at__gte=since, came_true__isnull=False)
    came = Count("pk", filter=Q(came_true=True))
    told = rows.order_by().values_list("code").annotate(came=came, of=Count("pk"))
    return {code: (came, of) for code, came, of in told}


def to_order(organisation_id: int) -> QuerySet[KeptRequirement]:
    """Return the open orders of accepted plans, earliest first, plans without their documents."""
    rows = KeptRequirement.objects.of(organisation_id).filter(state="to order", plan__state="accepted")
    heavy = ("plan__document", "plan__goal", "plan__summary")
    return rows.select_related("plan").defer(*heavy).order_by("order_by", "pk")


def where_orders_stand(organisation_id: int) -> dict[str, str]:
    """Return the state of every order of accepted plans by plan and requirement, as findings name them."""
    rows = KeptRequirement.objects.of(organisation_id).order_by("pk")
    told = rows.values_list("plan__number", "requirement", "state")
    return {f"g-{number}/{requirement}": state for number, requirement, state in told}


def live_refs(organisation_id: int, wanted: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Return, of the refs asked for by register, those whose row is there and not put away."""
    found = {}
    for model in REGISTERS:
        refs = list(wanted.get(model.REGISTER, ()))
        if refs:
            rows = model.objects.of(organisation_id).filter(archived_at=None, ref__in=refs)
            found[model.REGISTER] = frozenset(rows.values_list("ref", flat=True))
    return found


def worker_seen_at() -> datetime | None:
    """Return when any worker last swept."""
    return _last("worker")


def backup_at() -> datetime | None:
    """Return when the last backup was written and verified."""
    return _last("backup")


def _last(kind: str) -> datetime | None:
    rows = HostRun.objects.filter(kind=kind, state="done")
    moment: datetime | None = rows.aggregate(last=Max("finished_at"))["last"]
    return moment


def nights(since: date) -> dict[str, tuple[str, str]]:
    """Return state and note of each night's backup from a day on, by its day as text."""
    rows = HostRun.objects.filter(kind="backup", key__gte=since.isoformat())
    return {key: (state, note) for key, state, note in rows.values_list("key", "state", "note")}


def ages(organisation_id: int) -> dict[str, datetime]:
    """Return when each source's newest file was read to its end; typed-in files go by what they list."""
    runs = ImportRun.objects.of(organisation_id).filter(state="done", finished_at__isnull=False).order_by()
    told = runs.values_list("source", "kind").annotate(Max("finished_at"))
    found: dict[str, datetime] = {}
    for source, kind, moment in told:
        name = source or kind
        if name:
            found[name] = max(moment, found.get(name, moment))
    return dict(sorted(found.items()))
