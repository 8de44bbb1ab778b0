"""What was found beside what is kept: states that outlive a working out, and findings that went away.

The rules, each in one place (docs/adr/0024-today.md):
- a snooze ends on its day, when the finding is another case, and when it becomes urgent;
- done stays done for a week, so that lists can catch up; what is still found after that comes back;
- done and declined come back at once when the day to act by is another one, and when the finding had gone
  and is found again as another case;
- a finding that went away keeps its state and says why; found again as it was, it is as it was.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from fullscore.engine.money.amounts import cents
from fullscore.engine.today.ranking import Ranked
from fullscore.store.models import KeptFinding
from fullscore.usecases.today.leaving import Leaving
from fullscore.usecases.today.marks import is_as_snoozed, mark_of
from fullscore.usecases.today.values import Document

Key = tuple[str, str, str]
# How long the lists may take to show what somebody says is done.
CATCHES_UP = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Found:
    """One line as it was worked out now: what a row keeps of it."""

    key: Key
    document: Document
    mark: str
    group: int
    rank: int
    act_by: date | None
    cost: Decimal | None
    hours: Decimal


def found_of(ranked: Ranked, document: Document) -> Found:
    """Return what is kept of a ranked line; its place has a column, and every line below moves with it."""
    action = ranked.action
    return Found(
        action.key, _placeless(document), mark_of(action), ranked.group, ranked.rank, action.finding.act_by,
        None if ranked.cost is None else cents(ranked.cost), cents(action.hours),
    )  # fmt: skip


def _placeless(document: Mapping[str, Any]) -> Document:
    parts = [_placeless(part) for part in document["parts"]]
    return {name: value for name, value in document.items() if name != "rank"} | {"parts": parts}


def merged(known: Mapping[Key, KeptFinding], found: Iterable[Found], leaving: Leaving) -> list[KeptFinding]:
    """Return the rows to write: those that are new, differ from before, or went away."""
    changed = []
    by_key = {one.key: one for one in found}
    for key, one in by_key.items():
        row = known.get(key) or _new(one, leaving)
        if _take_up(row, one, leaving.on, leaving.now):
            changed.append(row)
    for key, row in known.items():
        if key not in by_key and row.rank is not None:
            _let_go(row, leaving)
            changed.append(row)
    return changed


def _new(one: Found, leaving: Leaving) -> KeptFinding:
    code, register, ref = one.key
    return KeptFinding(
        organisation_id=leaving.organisation_id, code=code, register=register, ref=ref, mark="",
        first_found_at=leaving.now,
    )  # fmt: skip


def _take_up(row: KeptFinding, one: Found, on: date, now: datetime) -> bool:
    """Bring a row up to what was found now; True when anything of it is another than before."""
    is_back = ends(row, one, on, now)
    values: dict[str, object] = {
        "mark": one.mark, "group": one.group, "rank": one.rank, "act_by": one.act_by, "cost": one.cost,
        "hours": one.hours, "gone_at": None, "gone_why": "", "came_true": None,
    }  # fmt: skip
    # Documents of what had gone are not read: such a row is written anyway, its rank was none.
    is_same = row.rank is not None and row.document == one.document
    if is_same and not is_back and all(getattr(row, name) == value for name, value in values.items()):
        return False
    for name, value in {**values, "document": one.document}.items():
        setattr(row, name, value)
    if is_back:
        reopened(row)
    return True


def ends(row: KeptFinding, one: Found, on: date, now: datetime) -> bool:
    """Return whether what somebody said of a finding holds no longer, so that it is open again."""
    if row.state == "snoozed":
        return not is_as_snoozed(row.snoozed_mark, one.mark, one.group) or is_over(row, on)
    if row.state not in {"done", "declined"}:
        return False
    is_another = row.rank is None and row.mark != one.mark
    is_late = row.state == "done" and row.acted_at is not None and now - row.acted_at >= CATCHES_UP
    return is_another or is_late or _is_moved(row.act_by, one.act_by, on)


def is_over(row: KeptFinding, on: date) -> bool:
    """Return whether the day until which a finding was put off has come."""
    return row.snoozed_until is not None and row.snoozed_until <= on


def _is_moved(before: date | None, after: date | None, on: date) -> bool:
    """Return whether there is another day to act by; of days that have passed none is another."""
    return before != after and not (before and after and before <= on and after <= on)


def reopened(row: KeptFinding) -> None:
    """Make a row open again, as if nobody had said anything of it; who has it assigned keeps it."""
    row.state, row.snoozed_until, row.snoozed_mark, row.reason = "open", None, "", ""
    row.version += 1


def _let_go(row: KeptFinding, leaving: Leaving) -> None:
    row.gone_why, row.came_true = leaving.why(row)
    row.gone_at, row.group, row.rank, row.cost = leaving.now, None, None, None
