"""Why a change has no date: which rules clash, and what dropping any one of them would give."""

from datetime import date, timedelta

from fullscore.engine.calendars.clock import local_day, midnight
from fullscore.engine.calendars.recurring import recurring
from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.conflicts import conflict
from fullscore.engine.changes.problem import Frozen, Job, Problem, Touch
from fullscore.engine.changes.schedule import Conflict
from fullscore.engine.estate.graph import Graph, Link

CHICAGO = "America/Chicago"
BEGIN, END = date(2026, 11, 23), date(2027, 2, 20)
FIREWALL, CRM = "items:firewall", "services:crm"
GRAPH = Graph({FIREWALL: "Firewall", CRM: "CRM"}, (Link(CRM, FIREWALL),))
SATURDAYS = recurring("6", "every week", "00:00", "24:00", BEGIN, END, CHICAGO)


def _asked(*jobs: Job, **said: object) -> Problem:
    known = {"windows": {FIREWALL: SATURDAYS}, "zone": CHICAGO} | said
    return Problem(jobs, GRAPH, midnight(BEGIN, CHICAGO), midnight(END, CHICAGO), BEGIN, **known)  # type: ignore[arg-type]


def _keys(found: Conflict) -> set[str]:
    return {rule.key for rule in found.rules}


def _days(found: Conflict) -> dict[str, date]:
    return {each.key: local_day(each.start, CHICAGO) for each in found.repairs}


UPGRADE = Job("upgrade", "Firewall upgrade", 90, 30, touches=(Touch(FIREWALL),))


def _closed(ref: str, first: date, last: date) -> Frozen:
    span = Span(midnight(first, CHICAGO), midnight(last + timedelta(days=1), CHICAGO))
    return Frozen(ref, "Stock-taking", (span,))


def test_four_rules_leave_no_date_and_each_one_less_leaves_one() -> None:
    job = Job(
        "upgrade", "Firewall upgrade", 90, 30, touches=(Touch(FIREWALL),),
        earliest=date(2026, 12, 28), latest=date(2027, 1, 8),
    )  # fmt: skip
    stocktaking = _closed("stocktaking", date(2027, 1, 2), date(2027, 1, 8))
    found = conflict(_asked(job, freezes=(stocktaking,)), "upgrade")

    assert _days(found) == {
        "freeze:stocktaking": date(2027, 1, 2),
        f"window:{FIREWALL}": date(2026, 12, 28),
        "earliest:upgrade": date(2026, 12, 26),
        "latest:upgrade": date(2027, 1, 9),
    }
    assert _keys(found) == _days(found).keys()
    assert found.is_fewest
    assert not found.others_stay
