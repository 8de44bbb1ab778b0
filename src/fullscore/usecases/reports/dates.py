"""Changes and renewals, read for a pack."""

from datetime import date, datetime, timedelta

from fullscore.engine.calendars.fiscal import A_QUARTER, months_on, quarter_start
from fullscore.engine.changes.states import OVER
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Member
from fullscore.engine.reports.sections.changes import Calendar, Work
from fullscore.engine.reports.sections.renewals import Bound
from fullscore.usecases import changes, vendors
from fullscore.usecases.changes.values import Board, BoardChange
from fullscore.usecases.vendors.values import Renewals

_DAY = timedelta(days=1)
_OVER = frozenset(stage.value for stage in OVER)
_NO_DATE = "not asked for a date yet"


def calendar(*, by: Member, on: date, now: datetime, since: date, first_month: int) -> Calendar:
    """Return changes open and those done since a day, until the end of the next quarter."""
    until = months_on(quarter_start(on, first_month), 2 * A_QUARTER) - _DAY
    board = changes.board(by=by, on=on, now=now, begin=since, end=until)
    reasons = _reasons(board)
    works = tuple(_work(each, reasons) for each in board.changes)
    done = tuple(each for each in works if each.state in _OVER and _is_since(each, since, on))
    return Calendar(tuple(each for each in works if each.state not in _OVER), done, since, until)


def _is_since(each: Work, since: date, on: date) -> bool:
    return each.start is not None and since <= each.start <= on


def _reasons(board: Board) -> dict[str, str]:
    """Return why a change got no date when dates were last asked for."""
    document = board.run.document if board.run else None
    rows = document.get("unplaced", ()) if document else ()
    assert isinstance(rows, list | tuple)
    return {str(each["ref"]): str(each.get("sentence") or "") for each in rows}


def _work(each: BoardChange, reasons: dict[str, str]) -> Work:
    why = say(each.missing[0]) if each.missing else reasons.get(each.ref, "")
    return Work(
        each.ref, each.name, each.state, each.owner, each.start.date() if each.start else None,
        f"{each.start:%H:%M}" if each.start else "", tuple(one.name for one in each.services),
        each.rules[0].sentence if each.rules and each.has_date else "", why or _NO_DATE,
    )  # fmt: skip


def bound(*, by: Member, on: date) -> tuple[Bound, Renewals]:
    """Return every contract by its notice day, with the value it was read from."""
    found = vendors.renewals(by=by, on=on)
    names = {ref: name for (register, ref), name in found.names.items() if register == "vendors"}
    return Bound(found.renewals, names, found.unseen), found
