"""Rows of the host's periodic work: expected once, claimed by one worker, finished once."""

from datetime import date, datetime, timedelta

from django.db.models import F, Q

from fullscore.store.models import HostRun

TRIES = 5


def expect(kind: str, key: str, due_at: datetime) -> None:
    """Note that a piece of work is due; several workers may say so, one row comes of it."""
    HostRun.objects.bulk_create([HostRun(kind=kind, key=key, due_at=due_at)], ignore_conflicts=True)


def waiting(kind: str, now: datetime) -> tuple[str, ...]:
    """Return the keys nobody works on, oldest first; a claim that has run out counts as nobody."""
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    found = HostRun.objects.filter(free, kind=kind, state="waiting", due_at__lte=now)
    return tuple(found.order_by("due_at").values_list("key", flat=True))


def claim(kind: str, key: str, by: str, now: datetime, lease: timedelta) -> bool:
    """Take one piece of work; False when somebody else has it or it is done."""
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    taken = HostRun.objects.filter(free, kind=kind, key=key, state="waiting").update(
        claimed_by=by, claimed_until=now + lease, attempts=F("attempts") + 1
    )
    return taken == 1


def renew(kind: str, key: str, by: str, now: datetime, lease: timedelta) -> bool:
    """Hold on to a claim; False when it was lost to another worker."""
    mine = HostRun.objects.filter(kind=kind, key=key, claimed_by=by, state="waiting")
    return mine.update(claimed_until=now + lease) == 1


def finish(kind: str, key: str, now: datetime, note: str) -> None:
    """Close a piece of work as done."""
    HostRun.objects.filter(kind=kind, key=key).update(
        state="done", note=note, finished_at=now, claimed_until=None
    )


def let_go(kind: str, key: str, now: datetime, note: str) -> None:
    """Give work back after a failure; after `TRIES` attempts it stays failed and `doctor` says so."""
    mine = HostRun.objects.filter(kind=kind, key=key)
    mine.filter(attempts__gte=TRIES).update(state="failed", finished_at=now)
    mine.update(note=note, claimed_until=None)


def beat(name: str, now: datetime) -> None:
    """Note that a worker is alive."""
    HostRun.objects.update_or_create(
        kind="worker", key=name[:64], defaults={"state": "done", "due_at": now, "finished_at": now}
    )


def latest(kind: str) -> HostRun | None:
    """Return the piece of work that was closed last."""
    return HostRun.objects.filter(kind=kind).exclude(finished_at=None).order_by("-finished_at").first()


def open_runs(kind: str) -> tuple[HostRun, ...]:
    """Return what waits or has failed."""
    return tuple(HostRun.objects.filter(kind=kind).exclude(state="done").order_by("due_at"))


def forget(kind: str, before: datetime) -> None:
    """Drop rows nobody will ask for."""
    HostRun.objects.filter(kind=kind, finished_at__lt=before).delete()


def note_day(kind: str, day: date, now: datetime) -> None:
    """Keep one day under a kind's name."""
    HostRun.objects.filter(kind=kind).delete()
    HostRun.objects.create(kind=kind, key=day.isoformat(), state="done", due_at=now, finished_at=now)


def day_of(kind: str) -> date | None:
    """Return the day kept under a kind's name."""
    key = HostRun.objects.filter(kind=kind).values_list("key", flat=True).first()
    return date.fromisoformat(key) if key else None
