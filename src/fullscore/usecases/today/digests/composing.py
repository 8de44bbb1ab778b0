"""From Today to a letter: which lines it names, what each says, and what the reader may do from it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.conf import settings

from fullscore.engine.registers.access import Member
from fullscore.post import digests as post
from fullscore.store.models import Digest, Organisation
from fullscore.usecases.today.digests.linking import Linking, stop_address
from fullscore.usecases.today.digests.readers import verbs
from fullscore.usecases.today.digests.values import BRIEF, Letter
from fullscore.usecases.today.freshness import day_of
from fullscore.usecases.today.reading import today
from fullscore.usecases.today.values import KeptLine, Today

# What somebody answers for rather than does: money is bound, or a service is let go.
DECIDING = frozenset({
    "contract-decide", "contract-notice-due", "contract-ending", "contract-price-rise", "contract-overlap",
    "order-place",
})  # fmt: skip
_IN_BRIEF = 3
_SOON = timedelta(days=31)
_FRESH = timedelta(days=7)
_WEEKDAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")


def day_in(organisation: Organisation, now: datetime) -> date:
    """Return the organisation's day, or the one the program was told it is."""
    return day_of(organisation.zone, now, settings.ON)


def compose(*, row: Digest, by: Member, now: datetime, linking: Linking) -> tuple[Letter, post.Content]:
    """Return the letter a reader would get now, and what it says."""
    on = day_in(row.organisation, now)
    content = _content(row, by, today(by=by, on=on, now=now), now, linking)
    letter = Letter(
        to=row.email, subject=post.subject(content), text=post.plain(content), html=post.page(content),
        lines=content.count, stop=content.stop,
    )  # fmt: skip
    return letter, content


def _content(row: Digest, by: Member, found: Today, now: datetime, linking: Linking) -> post.Content:
    is_brief = row.kind == BRIEF
    deciding = tuple(one for one in found.lines if is_brief and _is_to_decide(one, found.on))
    others = tuple(one for one in found.lines if one not in deciding)
    named = others[:_IN_BRIEF] if is_brief else others
    site = settings.SITE and f"{settings.SITE}/o/{found.organisation}/today/"
    return post.Content(
        organisation=row.organisation.name, currency=found.currency, on=found.on, is_brief=is_brief,
        count=len(found.lines), lines=tuple(_line(one, by, linking) for one in named),
        deciding=tuple(_line(one, by, linking) for one in deciding),
        more=len(found.rest) + len(others) - len(named), cost=found.cost, unpriced=found.unpriced,
        sums=_sums(found, now), when=_when(row), page=site, settings=site and f"{site}digests/",
        stop=stop_address(row),
    )  # fmt: skip


def _is_to_decide(one: KeptLine, on: date) -> bool:
    """Return whether a line waits for a decision this month; one that is due next year is no news yet."""
    return one.code in DECIDING and one.act_by is not None and one.act_by - on <= _SOON


def _line(one: KeptLine, by: Member, linking: Linking) -> post.Line:
    document = one.document
    offered = verbs(by, is_decision=one.code in DECIDING)
    return post.Line(
        title=str(document.get("title") or document.get("sentence") or one.ref),
        why=str(document.get("sentence") or ""), act_by=one.act_by, cost=one.cost, note=_note(one),
        links=linking(one.id, offered) if one.id is not None else (),
    )  # fmt: skip


def _note(one: KeptLine) -> str:
    """Return whose figure it is, how sure it is, or the field that would tell it."""
    if one.is_counted_elsewhere:
        return "it is counted in another line"
    missing = one.document.get("missing")
    if one.cost is None:
        return f"fill in {_label(missing)}" if isinstance(missing, Mapping) else ""
    whose, basis = one.document.get("whose"), one.document.get("basis")
    if whose:
        return f"a figure of {whose}"
    return "" if basis in {None, "certain"} else str(basis)


def _label(missing: Mapping[str, object]) -> str:
    of = f" of {missing['ref']}" if missing.get("ref") else ""
    return f"“{missing.get('label')}”{of}"


def _sums(found: Today, now: datetime) -> tuple[str, ...]:
    """Return how the work fits the week, and how far what is said can be trusted."""
    hours = f"Work in these lines: {_hours(found.hours)}"
    free = f", of {_hours(found.free)} free this week" if found.free is not None else ""
    told = [f"{hours}{free}."] if found.lines else []
    if found.is_more_than_a_week:
        told.append("It is more than a week: ask for help, or drop something.")
    return (*told, _checked(found), _fresh(found, now))


def _checked(found: Today) -> str:
    if found.computed_at is None:
        return "Nothing has been worked out yet."
    behind = " Something has changed since." if found.is_behind else ""
    return f"Last checked {_day(found.computed_at.date())}.{behind}"


def _fresh(found: Today, now: datetime) -> str:
    if not found.ages:
        return "No source has brought data yet."
    fresh = sum(1 for read_at in found.ages.values() if now - read_at <= _FRESH)
    name, oldest = min(found.ages.items(), key=lambda age: age[1])
    count = len(found.ages)
    sources = f"{fresh} of {count} {'source' if count == 1 else 'sources'} fresh"
    return f"{sources}; the oldest, {name}, is of {_day(oldest.date())}."


def _when(row: Digest) -> str:
    """Return why this person gets it."""
    if not row.is_on:
        return "You got this once because it was asked for."
    city = row.zone.rpartition("/")[2].replace("_", " ")
    return f"You get this on {_WEEKDAYS[row.weekday - 1]} at {row.at:%H:%M}, {city} time."


def _hours(hours: Decimal) -> str:
    return f"{hours.quantize(Decimal('0.1'), ROUND_HALF_UP).normalize():f} h"


def _day(on: date) -> str:
    return f"{on:%A} {on.day} {on:%B}"
