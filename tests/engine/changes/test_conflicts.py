"""Why a change has no date: which rules clash, and what dropping any one of them would give."""

from datetime import date, timedelta
from itertools import combinations, islice

from hypothesis import assume, given
from hypothesis import strategies as st

from fullscore.engine.calendars.clock import local_day, midnight
from fullscore.engine.calendars.recurring import recurring
from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.asking import Question
from fullscore.engine.changes.conflicts import conflict, standing
from fullscore.engine.changes.listing import list_schedule
from fullscore.engine.changes.problem import Away, Demand, Frozen, Hand, Job, Problem, Touch
from fullscore.engine.changes.saying import by_key
from fullscore.engine.changes.schedule import Conflict
from fullscore.engine.changes.violations import Rulebook, placed_at
from fullscore.engine.estate.graph import Graph, Link
from fullscore.engine.findings.sentences_en import say
from tests.engine.changes import small

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


def test_the_rules_are_said_in_plain_words() -> None:
    job = Job(
        "upgrade", "Firewall upgrade", 90, 30, touches=(Touch(FIREWALL),), due=date(2027, 1, 8),
        earliest=date(2026, 12, 28), latest=date(2027, 1, 8), notice_days=3,
    )  # fmt: skip
    stocktaking = _closed("stocktaking", date(2027, 1, 2), date(2027, 1, 8))
    problem = _asked(job, freezes=(stocktaking,))
    keys = {
        f"window:{FIREWALL}": "Firewall is changed on Saturdays.",
        "freeze:stocktaking": "Stock-taking: nothing may change from Saturday 2 January 2027 to "
        "Friday 8 January 2027.",
        "earliest:upgrade": "Firewall upgrade may not begin before Monday 28 December 2026.",
        "latest:upgrade": "Firewall upgrade must be over by the end of Friday 8 January 2027.",
        "due:upgrade": "Firewall upgrade is wanted by Friday 8 January 2027.",
        "notice:upgrade": "People are told 3 working days before: not before Thursday 26 November 2026.",
    }
    assert {key: say(by_key(problem, key, job).finding) for key in keys} == keys


def test_windows_and_hours_of_the_week_are_said_by_their_weekdays() -> None:
    nights = recurring("6", "every week", "22:00", "04:00", BEGIN, END, CHICAGO)
    evenings = recurring("24", "every week", "18:00", "22:00", BEGIN, END, CHICAGO)
    crew = (Demand(("tomas", "dana"), 2),)
    job = Job("upgrade", "Firewall upgrade", 90, touches=(Touch(FIREWALL),), crew=crew)
    away = Away(
        "leave", "tomas", Span(midnight(date(2026, 12, 11), CHICAGO), midnight(date(2026, 12, 14), CHICAGO))
    )
    problem = _asked(
        job, windows={FIREWALL: nights}, hands=(Hand("tomas", "Tomas", evenings), Hand("dana", "Dana")),
        absences=(away,),
    )  # fmt: skip
    keys = {
        f"window:{FIREWALL}": "Firewall is changed on Saturdays from 22:00 to 04:00.",
        "hours:tomas": "Tomas works on changes on Tuesdays and Thursdays from 18:00 to 22:00 "
        "and it takes two people.",
        "absence:leave": "Tomas is away from Friday 11 December 2026 to Sunday 13 December 2026 "
        "and it takes two people.",
    }
    assert {key: say(by_key(problem, key, job).finding) for key in keys} == keys


def test_a_change_longer_than_every_window_says_so() -> None:
    nights = recurring("6", "every week", "22:00", "23:00", BEGIN, END, CHICAGO)
    job = Job("upgrade", "Firewall upgrade", 90, 30, touches=(Touch(FIREWALL),))
    found = conflict(_asked(job, windows={FIREWALL: nights}), "upgrade")
    [rule] = found.rules
    assert say(rule.finding) == (
        "Firewall is away for 2 h, and its longest window has 1 h. Lengthen one, or shorten the work."
    )
    assert found.repairs[0].start == midnight(BEGIN, CHICAGO)


def test_a_skill_nobody_has_is_a_fact_and_no_rule_to_drop() -> None:
    job = Job("upgrade", "Firewall upgrade", 90, crew=(Demand((), 1, "network"),), latest=date(2026, 12, 1))
    found = conflict(_asked(job), "upgrade")
    assert found.rules == ()
    assert [fact.finding.code for fact in found.facts] == ["change-crew-missing"]


def test_what_others_bring_is_tried_for_removal_first() -> None:
    """The predecessor's freeze and the change's own last day clash with the order of the two."""
    first = Job("first", "First", 60, touches=(Touch(CRM),))
    then = Job("then", "Then", 60, touches=(Touch(CRM),), after=("first",), latest=date(2026, 12, 1))
    closed = _closed("november", BEGIN, date(2026, 12, 1))
    found = conflict(_asked(first, then, freezes=(closed,)), "then")
    assert _keys(found) == {"freeze:november", "latest:then"}
    own = Frozen("own", "Own", closed.spans, nodes=frozenset({FIREWALL}))
    first = Job("first", "First", 60, touches=(Touch(FIREWALL),))
    found = conflict(_asked(first, then, freezes=(own,), windows={}), "then")
    assert _keys(found) == {"freeze:own", "order:first>then", "latest:then"}


def test_an_announced_change_stands_in_the_way_by_two_rules() -> None:
    day = date(2026, 11, 24)
    noon = midnight(day, CHICAGO)
    told = Job("told", "Told", 24 * 60, touches=(Touch(CRM),), set_for=noon, is_announced=True)
    job = Job("job", "Job", 60, touches=(Touch(CRM),), earliest=day, latest=day)
    found = conflict(_asked(told, job), "job")
    assert _keys(found) == {"announced:told", "clash:told", "earliest:job", "latest:job"}
    free = Job("told", "Told", 24 * 60, touches=(Touch(CRM),), set_for=noon)
    placed = (placed_at(_asked(free, job), Rulebook(_asked(free, job)).effects["told"], 96),)
    found = conflict(_asked(free, job), "job", placed)
    assert found.others_stay
    assert _keys(found) == {"clash:told", "earliest:job", "latest:job"}


def test_a_late_change_has_its_due_day_among_the_rules() -> None:
    job = Job("upgrade", "Firewall upgrade", 60, touches=(Touch(FIREWALL),), due=date(2026, 11, 26))
    problem = _asked(job)
    late = placed_at(problem, Rulebook(problem).effects["upgrade"], 5 * 96)
    found = conflict(problem, "upgrade", (late,))
    assert _keys(found) == {"due:upgrade", f"window:{FIREWALL}"}
    assert _days(found) == {"due:upgrade": date(2026, 11, 28), f"window:{FIREWALL}": BEGIN}


def test_more_ways_than_are_tried_are_answered_by_what_the_change_waits_for() -> None:
    before = tuple(Job(f"a{at}", f"A{at}", 120, touches=(Touch(CRM),)) for at in range(3))
    refs = tuple(each.ref for each in before)
    job = Job("last", "Last", 60, touches=(Touch(CRM),), after=refs, latest=BEGIN)
    problem = _asked(*before, job, windows={})
    assert conflict(problem, "last") == Conflict("last", ())
    cut = conflict(problem, "last", ways=1)
    assert _keys(cut) == {f"order:{ref}>last" for ref in refs}
    assert (cut.others_stay, cut.is_fewest) == (True, False)


@given(small.problems(), st.data())
def test_dropping_any_one_rule_of_a_conflict_leaves_a_date(problem: Problem, data: st.DataObject) -> None:
    """Solved anew by trying every start: all rules of the set leave none, any one less leaves one."""
    book = Rulebook(problem)
    job = data.draw(st.sampled_from(problem.jobs))
    placed = list_schedule(problem, book).placed
    stay = standing(book, {each.ref: each for each in placed}, job.ref)
    assume(not (*book.redundancy(stay), *book.joint(stay)))
    found = conflict(problem, job.ref, [each for each in placed if each.ref != job.ref], book=book)
    there = stay if not found.others_stay else tuple(each for each in placed if each.ref != job.ref)
    question = Question(book, job.ref, there, [] if found.others_stay else [each.ref for each in stay])

    def is_placeable(dropped: set[str]) -> bool:
        staying = [each for each in there if found.others_stay or f"announced:{each.ref}" not in dropped]
        return any(True for _ in small.solutions(small.without(problem, dropped), job.ref, staying))

    everything, rules = set(question.keys()), _keys(found)
    if not rules:
        assert is_placeable(everything) != bool(found.facts)
        assert is_placeable(set()) != bool(found.facts)
        return
    assert not is_placeable(everything - rules)
    for key in rules:
        assert is_placeable(everything - rules | {key})
    for repair in found.repairs:
        assert is_placeable({repair.key})
        staying = [each for each in there if f"announced:{each.ref}" != repair.key or found.others_stay]
        tried = small.solutions(small.without(problem, {repair.key}), job.ref, staying)
        assert repair.start in {each[job.ref].start for each in tried}
    if found.is_fewest:
        fewer = (some for size in range(len(rules)) for some in combinations(sorted(everything), size))
        assert all(question.is_placeable(everything - set(some)) for some in islice(fewer, 200))
