"""What is kept of a change: the history entry, and where each value now comes from."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member
from fullscore.engine.registers.columns import Register
from fullscore.store.models import HistoryEntry, RegisterRow
from fullscore.usecases.registers.showing import plain, shown_value

# Provenance says where a value came from; typed ones come from a person.
PERSON = "person"
Changes = dict[str, list[str | int | bool | None]]


def picture(row: RegisterRow, seen: Register) -> dict[str, str | int | bool | None]:
    """Return the row's values as history keeps them."""
    return {column.name: plain(shown_value(row, column)) for column in seen.columns}


def differences(before: Mapping[str, object] | None, row: RegisterRow, seen: Register) -> Changes:
    """Return {field: [before, after]} of what differs; a new row differs from nothing."""
    after = picture(row, seen)
    return {
        name: [before.get(name) if before else None, value]  # type: ignore[list-item]  # pictures hold plain values
        for name, value in after.items()
        if value != (before.get(name) if before else None)
    }


def typed(by: Member, names: Iterable[str], provenance: Mapping[str, object]) -> dict[str, object]:
    """Return the provenance once `by` has typed the values called `names`."""
    return {**provenance, **{name: [PERSON, None, None, by.name] for name in names}}


def remember(by: Member, row: RegisterRow, action: str, changes: Changes, now: datetime) -> None:
    """Write the one history entry of a change."""
    HistoryEntry.objects.create(
        organisation_id=by.organisation_id,
        register=row.REGISTER,
        row_id=row.pk,
        ref=row.ref,
        action=action,
        changes=changes,
        at=now,
        user_id=by.user_id,
        by_name=by.name,
    )


def overtaken(row: RegisterRow, seen: Register, changes: Mapping[str, list[object]]) -> tuple[Finding, ...]:
    """Return a finding for each field that no longer is what the change made it."""
    now = picture(row, seen)
    columns = {column.name: column for column in seen.columns}
    return tuple(
        Finding("undo-overtaken", Subject(row.REGISTER, row.ref), {"field": columns[name].label})
        for name, (_, after) in changes.items()
        if name in columns and now[name] != after
    )
