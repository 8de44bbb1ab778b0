"""What is done to a change as a whole: begun, finished, rolled back, given up, taken up again; and undone."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from fullscore.engine.changes.states import Act, Stage
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.store.models import Change, HistoryEntry
from fullscore.usecases.changes.living import clock, keeping, verdicts
from fullscore.usecases.changes.living.values import Done
from fullscore.usecases.registers import deriving, remembering
from fullscore.usecases.registers.values import RefusedError

# How long a name of an act may be in history.
_WORDS: Mapping[Act, str] = {
    Act.BEGIN: "begun", Act.FINISH: "finished", Act.ROLL_BACK: "rolled back", Act.ABANDON: "abandoned",
    Act.AGAIN: "taken up again",
}  # fmt: skip


def act(
    *, by: Member, ref: str, doing: Act, version: int | None, on: date, now: datetime,
    day: str = "", at: str = "",
) -> Done:  # fmt: skip
    """Begin, finish, roll back, abandon or take up again; `day` and `at` where it was not just now.

    Raises `RefusedError` for what the state does not allow, for a beginning nobody agreed to, and for a
    moment that is none or lies ahead.
    """
    by.require(Right.EDIT_REGISTERS)
    if doing not in _WORDS:
        about = Subject(keeping.REGISTER, "act")
        choices = tuple(each.value for each in _WORDS)
        raise RefusedError(Finding("change-answer-unknown", about, {"choices": choices}))
    with transaction.atomic():
        row = keeping.locked(by, ref, version)
        if doing is Act.BEGIN:
            verdicts.settle(by, row, on, now)
            _refuse_waiting(row, on)
        stage = keeping.stage_after(row, doing)
        moment = _moment(row, day, at, now)
        times = _times(row, doing, moment)
        entry = keeping.put(by, row, {"state": stage.value}, now, action=_WORDS[doing], times=times)
    return done(row, entry)


def done(row: Change, entry: HistoryEntry | None) -> Done:
    return Done(row.ref, row.name, row.state, row.version, entry.pk if entry else None)


def _refuse_waiting(row: Change, on: date) -> None:
    if row.state == Stage.PLANNED:
        raise keeping.refused(
            "change-not-agreed", row, people=verdicts.open_people(row, on) or ("its owners",)
        )


def _moment(row: Change, day: str, at: str, now: datetime) -> datetime:
    if not (day.strip() or at.strip()):
        return now
    zone = row.organisation.zone
    found = clock.moment(day or f"{clock.local(now, zone):%Y-%m-%d}", at, zone, "When")
    if not isinstance(found, datetime):
        raise RefusedError(found)
    if found > now:
        raise keeping.refused("change-moment-ahead", row, field="When")
    return found


def _times(row: Change, doing: Act, at: datetime) -> Mapping[str, datetime | None]:
    """Return the moments an act leaves: what truly happened, until it is taken up anew."""
    if doing is Act.BEGIN:
        return {"begun_at": at, "ended_at": None}
    if doing in {Act.FINISH, Act.ROLL_BACK}:
        if row.begun_at is not None and at < row.begun_at:
            raise keeping.refused("change-ends-before-it-begins", row)
        return {"ended_at": at}
    return {"begun_at": None, "ended_at": None} if doing is Act.AGAIN else {}


def take_back(*, by: Member, ref: str, entry: int, now: datetime) -> Done:
    """Undo one act; raises `RefusedError` when something came after it."""
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        row = keeping.locked(by, ref, None)
        entries = HistoryEntry.objects.of(by.organisation_id).filter(register=keeping.REGISTER, row_id=row.pk)
        last = entries.order_by("-pk").first()
        if last is None or last.pk != entry or last.action == "created":
            raise keeping.refused("change-undo-overtaken", row)
        values, times = _before(by, row, last)
        put = keeping.put(by, row, values, now, action="taken back", times=times)
    return done(row, put)


def _before(
    by: Member, row: Change, past: HistoryEntry
) -> tuple[Mapping[str, object], Mapping[str, datetime | None]]:
    """Return the values and moments as they were; an act changes only words and moments."""
    seen = {column.name for column in deriving.register(by, keeping.REGISTER).columns}
    now = remembering.picture(row, deriving.register(by, keeping.REGISTER))
    pairs = {name: pair for name, pair in past.changes.items() if name in seen}
    if set(pairs) - {"state"} or any(now[name] != after for name, (_, after) in pairs.items()):
        raise keeping.refused("change-undo-overtaken", row)
    moments = {name: past.changes[name][0] for name in keeping.TIMES if name in past.changes}
    times = {name: datetime.fromisoformat(text) if text else None for name, text in moments.items()}
    return {name: pair[0] for name, pair in pairs.items()}, times
