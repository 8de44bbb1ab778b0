"""What a broken rule says: every code, with the sentence people read."""

from datetime import UTC, date, datetime, timedelta

import pytest

from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.problem import Away, Demand, Frozen, Hand, Job, Problem, Touch
from fullscore.engine.changes.saying import CODES, by_key
from fullscore.engine.changes.schedule import Placed, Violation
from fullscore.engine.changes.violations import Rulebook, violations
from fullscore.engine.estate.graph import Graph, Link
from fullscore.engine.findings.sentences_en import say

ON = date(2026, 11, 23)
BEGIN = datetime(2026, 11, 23, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
CRM, FW = "services:crm", "items:fw"
GRAPH = Graph(
    {CRM: "CRM", FW: "Firewall", "items:a": "Link A", "items:b": "Link B", "services:vpn": "VPN"},
    (
        Link(CRM, FW), Link("services:vpn", "items:a", group="g", min_up="1"),
        Link("services:vpn", "items:b", group="g"),
    ),
)  # fmt: skip
WIFI = Job("wifi", "Wi-Fi", 60, touches=(Touch(CRM),))
SATURDAY = "on Saturday 28 November 2026 from 00:00 to 03:00"
EVENING = Span(BEGIN + 18 * HOUR, BEGIN + 20 * HOUR)


def _job(**said: object) -> Job:
    return Job("upgrade", "Firewall upgrade", 120, **{"touches": (Touch(FW),), **said})  # type: ignore[arg-type]


def _problem(*jobs: Job, **said: object) -> Problem:
    return Problem(jobs, GRAPH, BEGIN, BEGIN + 60 * DAY, ON, **said)  # type: ignore[arg-type]


def _at(job: Job, start: datetime, *who: str) -> Placed:
    end = start + timedelta(minutes=job.minutes)
    return Placed(job.ref, start, end, end, who)


def _told(found: Violation) -> tuple[str, str]:
    return found.finding.code, say(found.finding)


def _one(problem: Problem, *placed: Placed) -> tuple[str, str]:
    """The one rule that is broken."""
    return _told(violations(placed, problem)[0])


@pytest.mark.parametrize(
    ("key", "job", "code", "sentence"),
    [
        ("earliest:upgrade", _job(earliest=date(2026, 12, 28)), "change-too-early",
         "Firewall upgrade may not begin before Monday 28 December 2026."),
        ("latest:upgrade", _job(latest=date(2027, 1, 8)), "change-too-late",
         "Firewall upgrade must be over by the end of Friday 8 January 2027."),
        ("due:upgrade", _job(due=date(2027, 1, 8)), "change-late",
         "Firewall upgrade is wanted by Friday 8 January 2027."),
        ("notice:upgrade", _job(notice_days=3), "change-notice-short",
         "People are told 3 working days before: not before Thursday 26 November 2026."),
        ("clash:wifi", _job(), "change-clash", "Wi-Fi disturbs the same service at the same time."),
        ("announced:wifi", _job(), "change-other-announced",
         "The date of Wi-Fi was told to people and stays."),
        ("order:wifi>upgrade", _job(), "change-order-broken", "Firewall upgrade begins when Wi-Fi is over."),
        ("order:upgrade>wifi", _job(), "change-order-broken", "Wi-Fi begins when Firewall upgrade is over."),
        ("soak:wifi", _job(), "change-soaking",
         "Wi-Fi is still being watched; what it changed is left alone."),
        ("redundancy:services:vpn", _job(), "change-redundancy-lost",
         "Too little of what VPN rests on would be left: another change has the rest."),
        ("joint:services:vpn", _job(), "change-joint-outage",
         "Together with another change it would stop VPN, which neither does alone."),
    ],
)  # fmt: skip
def test_a_rule_in_general_is_said(key: str, job: Job, code: str, sentence: str) -> None:
    assert _told(by_key(_problem(job, WIFI), key, job)) == (code, sentence)


def test_a_window_a_freeze_and_an_absence_are_said_with_their_days() -> None:
    crew = (Demand(("tomas",)),)
    job = _job(crew=crew)
    odd = (Span(BEGIN + 5 * DAY, BEGIN + 5 * DAY + 3 * HOUR),)
    problem = _problem(
        job, windows={FW: odd},
        freezes=(Frozen("quotes", "Sales quotes", (Span(BEGIN, BEGIN + 22 * HOUR),)),),
        hands=(Hand("tomas", "Tomas", odd),), absences=(Away("leave", "tomas", Span(BEGIN, BEGIN + DAY)),),
    )  # fmt: skip
    found = violations([_at(job, EVENING.start, "tomas")], problem)
    assert [_told(each) for each in found] == [
        ("change-window-missed", f"Firewall may only be away in its windows; the next is {SATURDAY}."),
        ("change-frozen", "Sales quotes: nothing may change on Monday 23 November 2026 from 00:00 to 22:00."),
        ("change-hours-outside", "Tomas does not work on changes at that hour."),
        ("change-absent", "Tomas is away on Monday 23 November 2026."),
    ]  # fmt: skip


def test_somebody_busy_and_a_skill_nobody_has() -> None:
    dana = (Demand(("dana",)),)
    job, other = _job(crew=dana, touches=()), Job("wifi", "Wi-Fi", 60, crew=dana)
    problem = _problem(job, other, hands=(Hand("dana", "Dana"),))
    placed = (_at(job, EVENING.start, "dana"), _at(other, EVENING.start, "dana"))
    assert _one(problem, *placed) == ("change-person-busy", "Dana works on Wi-Fi then.")
    alone = _job(crew=(Demand((), 1, "network"),))
    code, sentence = _one(_problem(alone), _at(alone, EVENING.start))
    assert (code, sentence.split(". ")[0]) == (
        "change-crew-missing", "Firewall upgrade asks for network, and too few people here have that",
    )  # fmt: skip


def test_two_halves_at_once_name_each_other() -> None:
    one, other = _job(touches=(Touch("items:a"),)), Job("wifi", "Wi-Fi", 60, touches=(Touch("items:b"),))
    problem = _problem(one, other)
    found = {_told(each) for each in violations(
        [_at(one, EVENING.start), _at(other, EVENING.start + HOUR)], problem
    )}  # fmt: skip
    assert found == {
        ("change-redundancy-lost",
         "Too little of what VPN rests on would be left: Firewall upgrade has the rest."),
        ("change-joint-outage",
         "Together with Firewall upgrade it would stop VPN, which neither does alone."),
    }  # fmt: skip


def test_a_change_outside_the_plan() -> None:
    job = _job()
    assert _one(_problem(job), _at(job, BEGIN - HOUR)) == (
        "change-outside-plan", "Firewall upgrade does not fit into the time that is planned.",
    )  # fmt: skip


def test_every_rule_has_a_code_and_every_code_a_sentence() -> None:
    book = Rulebook(_problem(_job(), WIFI))
    assert set(CODES) >= {rule.key.partition(":")[0] for rule in book.all([_at(WIFI, EVENING.start)])}
    assert len(set(CODES.values())) == len(CODES)
