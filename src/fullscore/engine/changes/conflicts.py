"""Why a change has no date: an irreducible set of rules, each of which alone stands in the way of one.

Found by deletion (Chinneck, Feasibility and Infeasibility in Optimization, 2008): a rule is left out; where
there is still no place it had nothing to do with it and stays out, where there is one it belongs to the
answer. Each question is decided anew and exactly by `asking`. Rules of other changes are left out first,
so that what remains speaks of the change that was asked for wherever it can. How long things take, and that
nobody is in two places at once, are facts and never left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.asking import MOST_WAYS, Question
from fullscore.engine.changes.crew import crew_for, matched, places_of
from fullscore.engine.changes.effects import Effect
from fullscore.engine.changes.problem import Job, Problem
from fullscore.engine.changes.saying import by_key, person_called, said
from fullscore.engine.changes.schedule import Conflict, Placed, Repair, Violation
from fullscore.engine.changes.starts import soak_until, whole
from fullscore.engine.changes.violations import Rulebook, busy_hours
from fullscore.engine.findings.finding import Value

# So many rules left, and every smaller set is looked through as well.
MOST_CANDIDATES = 12
# What is left out first: what others brought with them, then people, then the change's own days and hours.
_ORDER = ("order", "redundancy", "joint", "soak", "clash", "hours", "absence", "notice", "latest", "earliest",
          "due", "freeze", "window")  # fmt: skip


def conflict(
    problem: Problem, ref: str, placed: Iterable[Placed] = (), *, book: Rulebook | None = None,
    told: Mapping[str, Effect] | None = None, ways: int = MOST_WAYS,
) -> Conflict:  # fmt: skip
    """Return which rules together leave a change no date, and what dropping each of them would give.

    First the others are free, except what was announced or runs. Where the change has a place then, it is
    asked what stands against it while the others stay where `placed` has them (`others_stay`); no rules at
    all: nothing stands against it. A change that has a place is late: its due day is a rule then. Where there
    are more than `ways` to try, rules that were not shown to be needless stay in the answer.
    """
    book = book or Rulebook(problem, told)
    there = {each.ref: each for each in placed}
    is_due = ref in there and book.jobs[ref].due is not None
    announced = {job.ref for job in problem.jobs if job.is_announced and not job.is_fixed}
    free = Question(book, ref, standing(book, there, ref), announced, is_due=is_due, ways=ways)
    if not free.is_placeable():
        return _against(free)
    beside = Question(
        book, ref, [each for each in there.values() if each.ref != ref], is_due=is_due, ways=ways
    )
    if beside.is_placeable():
        return Conflict(ref, _waiting(beside) if beside.is_cut else (), others_stay=beside.is_cut)
    return _against(beside, others_stay=True)


def standing(book: Rulebook, there: Mapping[str, Placed], ref: str) -> tuple[Placed, ...]:
    """Return the changes that stay where people were told, or where they run already, with their people."""
    found: list[Placed] = []
    for job in book.problem.jobs:
        if job.ref == ref or job.set_for is None or not (job.is_announced or job.is_fixed):
            continue
        known = there.get(job.ref)
        found.append(known if known and known.start == job.set_for else _where_told(book, job, found))
    return tuple(found)


def _where_told(book: Rulebook, job: Job, others: Sequence[Placed]) -> Placed:
    problem, effect = book.problem, book.effects[job.ref]
    assert job.set_for is not None
    end = job.set_for + timedelta(minutes=problem.step * effect.length)
    who = crew_for(problem, job, Span(job.set_for, end), busy_hours(others, job.ref)) or ()
    return Placed(job.ref, job.set_for, end, soak_until(problem, end, effect.soak_days), who)


def _waiting(question: Question) -> tuple[Violation, ...]:
    """Return what the change waits for that has no date: all that is said where there are too many ways."""
    problem, job = question.book.problem, question.book.jobs[question.ref]
    keys = (f"order:{first}>{job.ref}" for first in job.after if first not in question.stay)
    return tuple(by_key(problem, key, job) for key in keys if key not in problem.dropped)


def _against(question: Question, *, others_stay: bool = False) -> Conflict:
    ref, keys = question.ref, ordered(question, question.keys())
    if not question.is_placeable(keys):
        return Conflict(ref, (), facts=facts(question), others_stay=others_stay)
    rules = irreducible(question, keys)
    fewest, is_fewest = _fewest(question, keys, rules)
    job = question.book.jobs[ref]
    sentences = tuple(by_key(question.book.problem, key, job) for key in fewest)
    repairs = tuple(repair for key in fewest if (repair := _repair(question, key)) is not None)
    return Conflict(ref, sentences, repairs, is_fewest, others_stay=others_stay)


def ordered(question: Question, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the rules in the order in which they are tried for removal."""
    own = {rule.key for rule in question.own_rules()}

    def rank(key: str) -> tuple[int, int, str]:
        word = key.partition(":")[0]
        if word == "announced":
            return 0, 0, key
        return (2 if key in own else 1), _ORDER.index(word), key

    return tuple(sorted(keys, key=rank))


def irreducible(question: Question, keys: Sequence[str]) -> tuple[str, ...]:
    """Return rules that leave the change no place, while any one of them less does; facts hold throughout."""
    gone: list[str] = []
    for key in keys:
        if not question.is_placeable([*gone, key]):
            gone.append(key)
    return tuple(key for key in keys if key not in gone)


def _fewest(question: Question, keys: Sequence[str], rules: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """Return a smallest set where few enough rules are left, else the one that was found."""
    if len(rules) <= 1:
        return rules, True
    left = [key for key in keys if question.bars(key)]
    if len(left) > MOST_CANDIDATES:
        return rules, False
    for size in range(1, len(rules)):
        for some in combinations(left, size):
            if not question.is_placeable([key for key in keys if key not in some]):
                return some, True
    return rules, True


def _repair(question: Question, key: str) -> Repair | None:
    """Return the start that dropping the rule gives, as near to what it asked as can be."""
    nearest = question.last if key in _later(question.ref) else question.first
    found = nearest([key])
    return None if found is None else Repair(key, found.start, found.end)


def _later(ref: str) -> tuple[str, str]:
    """Return the rules that ask for late starts: without them the latest is nearest to what was asked."""
    return f"earliest:{ref}", f"notice:{ref}"


def facts(question: Question) -> tuple[Violation, ...]:
    """Return what no rule could change: nobody has the skill, the time planned is too short, all are busy."""
    book, ref = question.book, question.ref
    found, waiting, seen = list[Violation](), [ref], set[str]()
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        found += _facts(book, book.jobs[here])
        waiting += book.jobs[here].after
    return tuple(found) or tuple(_busy(question))


def _busy(question: Question) -> Iterable[Violation]:
    """Yield whose work on changes that stay where they are takes all the time there is."""
    problem, job = question.book.problem, question.book.jobs[question.ref]
    for person in sorted({person for place in places_of(job) for person in place}):
        for each in question.stay.values():
            if person in each.who:
                values: dict[str, Value] = {"person": person_called(problem, person)}
                yield said(problem, f"people:{person}", job, other=each.ref, values=values)


def _facts(book: Rulebook, job: Job) -> Iterable[Violation]:
    if not whole(book.problem, book.effects[job.ref]):
        yield said(book.problem, f"horizon:{job.ref}", job)
    everybody = {person for demand in job.crew for person in demand.people}
    if matched(places_of(job), everybody.__contains__) is None:
        short = next((each for each in job.crew if len(set(each.people)) < each.count), job.crew[0])
        yield said(book.problem, f"crew:{job.ref}", job, values={"skill": short.skill or "people"})
