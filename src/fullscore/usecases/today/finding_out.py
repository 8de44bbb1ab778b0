"""From one organisation's rows to its ranked lines, on one day; nothing is written."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.hours.crew import crew_of
from fullscore.engine.goals.hours.hands import NOBODY
from fullscore.engine.money.amounts import cents
from fullscore.engine.today.documents import line_document, titles_of
from fullscore.engine.today.ranking import Ranked, ranked
from fullscore.store import today as store
from fullscore.store.models import KeptFinding
from fullscore.usecases.today import gathering
from fullscore.usecases.today.gathering import Gathered
from fullscore.usecases.today.keeping import Found, Key, found_of
from fullscore.usecases.today.leaving import Leaving, is_row

WEEK = timedelta(days=7)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Worked:
    """The lines found on one day, the free hours of the week from it, and whose loss another line holds."""

    organisation_id: int
    on: date
    now: datetime
    gathered: Gathered
    found: tuple[Found, ...]
    free: Trace | None
    counted: frozenset[str]


def worked_out(organisation_id: int, on: date, now: datetime) -> Worked:
    """Return everything to do, in order.

    A loss with one cause is counted in the line that ranks first of those that are open: what was put off,
    done or declined is ranked by itself, and takes no figure from a line that is still to do.
    """
    here = gathering.gathered(organisation_id, on, now)
    whole = _ranked(here, here.actions, on)
    closed = store.dealt_with(organisation_id) & {each.action.key for each in whole}
    lines = _open_apart(here, whole, closed, on) if closed else whole
    counted = (" ".join(each.action.key) for each in lines if each.is_counted_elsewhere)
    titles = titles_of(lines)
    found = tuple(found_of(each, line_document(each, titles)) for each in lines)
    return Worked(organisation_id, on, now, here, found, free_hours(here, on), frozenset(counted))


def _open_apart(
    here: Gathered, whole: Iterable[Ranked], closed: Collection[Key], on: date
) -> tuple[Ranked, ...]:
    apart = tuple(each for each in whole if each.action.key in closed)
    inside = {part.key for each in apart for part in (each.action, *each.action.parts)}
    still = [action for action in here.actions if action.key not in inside]
    return (*_ranked(here, still, on), *apart)


def _ranked(here: Gathered, actions: Iterable[Action], on: date) -> tuple[Ranked, ...]:
    return ranked(actions, on=on, calendar=here.calendar, hours_a_day=here.bound.hours_a_day)


def free_hours(here: Gathered, on: date) -> Trace | None:
    """Return the hours that those who set things up have free from `on` for a week; None: nobody is known."""
    crew = crew_of(here.estate, here.house)
    if any(hand.name == NOBODY for hand in crew.hands):
        return None
    exact = crew.trace(on, on + WEEK - DAY)
    assert isinstance(exact.value, Fraction)
    shown = cents(Decimal(exact.value.numerator) / exact.value.denominator)
    # Hours are shown with two decimals, as amounts are.
    return Trace(shown, "hours", "cents", (exact,), note=exact.note, figure="free")


def leaving(worked: Worked, known: Iterable[KeptFinding]) -> Leaving:
    """Return what tells of each finding that is gone why it is."""
    keys = frozenset(one.key for one in worked.found)
    gone = [row for row in known if row.rank is not None and (row.code, row.register, row.ref) not in keys]
    wanted: dict[str, set[str]] = {}
    for row in gone:
        if is_row(row):
            wanted.setdefault(row.register, set()).add(row.ref)
    contracts = {contract.ref: contract for contract in worked.gathered.bound.contracts}
    live = store.live_refs(worked.organisation_id, wanted)
    orders = store.where_orders_stand(worked.organisation_id) if "goals" in wanted else {}
    return Leaving(worked.organisation_id, worked.on, worked.now, keys, contracts, live, orders)
