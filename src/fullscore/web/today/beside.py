"""What stands beside the list: the next days, how fresh each source is, and whether the checks run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from fullscore.usecases.today import NextDay, Night, Today
from fullscore.usecases.today.digests import DigestShown
from fullscore.web.templatetags.words import elapsed

# A list by hand is expected once a month; older than this it is marked.
OLD_AFTER = timedelta(days=31)
# The worker says that it is there every minute; three missed are no accident.
ALIVE_FOR = timedelta(minutes=3)
NEW_BACKUP = timedelta(hours=36)
_MOST_DAYS, _MOST_SOURCES = 5, 8
_KINDS = MappingProxyType({"done": "", "": "none"})
_A_MINUTE, _TWO, _A_SECOND = timedelta(minutes=1), 2, 1000


@dataclass(frozen=True, slots=True)
class Ahead:
    """A day ahead: closed, or an event."""

    name: str
    note: str
    days: str


@dataclass(frozen=True, slots=True)
class Source:
    """One list and how old it is."""

    name: str
    age: str
    is_old: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """Whether one thing that should run does: `kind` is the chip's colour."""

    name: str
    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Beat:
    """One night as a block: `kind` is "" for one that was checked, "miss", or "none" where nobody knows."""

    kind: str


@dataclass(frozen=True, slots=True)
class Beside:
    """The column beside the list."""

    ahead: tuple[Ahead, ...]
    sources: tuple[Source, ...]
    is_any_old: bool
    signs: tuple[Sign, ...]
    beats: tuple[Beat, ...]
    first: str
    missed: str
    label: str
    took: str


def beside(found: Today, mails: Iterable[DigestShown], now: datetime) -> Beside:
    """Return the column, with what became of the weekly mails this member may see."""
    sources = _sources(found, now)
    nights = found.nights
    missed = [night for night in nights if night.state not in {"done", ""}]
    return Beside(
        ahead=_ahead(found.next_days)[:_MOST_DAYS],
        sources=sources,
        is_any_old=any(source.is_old for source in sources),
        signs=(_worker(found, now), _backup(found, now), _mail(mails, now)),
        beats=tuple(Beat(_KINDS.get(night.state, "miss")) for night in nights),
        first=_short(nights[0].on) if nights else "",
        missed=_missed(nights, missed),
        label=_label(nights, missed),
        took=_took(found.took_ms),
    )


def _ahead(days: Sequence[NextDay]) -> tuple[Ahead, ...]:
    """Return the days ahead; closed days that follow one another stand together."""
    runs: list[list[NextDay]] = []
    for one in days:
        last = runs[-1][-1] if runs else None
        if last and one.is_closed and last.is_closed and (one.on - last.until).days <= 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return tuple(_together(run) for run in runs)


def _together(run: Sequence[NextDay]) -> Ahead:
    names = ", ".join(dict.fromkeys(one.name for one in run))
    span = _span(run[0].on, max(one.until for one in run))
    return Ahead("Closed", names, span) if run[0].is_closed else Ahead(names, "", span)


def _span(start: date, end: date) -> str:
    """Return days as the column shows them: Thu 26 Nov; Thu 26, Fri 27 Nov; 24 Dec to 1 Jan."""
    if start == end:
        return f"{start:%a} {_short(start)}"
    if (end - start).days < _TWO and start.month == end.month:
        return f"{start:%a} {start.day}, {end:%a} {_short(end)}"
    return f"{_short(start)} to {_short(end)}"


def _short(day: date) -> str:
    return f"{day.day} {day:%b}"


def _sources(found: Today, now: datetime) -> tuple[Source, ...]:
    """Return the sources, the oldest last: the one to renew stands over the button."""
    by_age = sorted(found.ages.items(), key=lambda pair: pair[1], reverse=True)
    return tuple(_source(name, now - at) for name, at in by_age[-_MOST_SOURCES:])


def _source(name: str, age: timedelta) -> Source:
    is_old = age > OLD_AFTER
    said = elapsed(age) if age >= _A_MINUTE else "just now"
    return Source(name, f"{said}, old" if is_old else said, is_old)


def _worker(found: Today, now: datetime) -> Sign:
    seen = found.worker_seen_at
    if seen is None:
        return Sign("Worker", "not seen yet", "unknown")
    if now - seen > ALIVE_FOR:
        return Sign("Worker", f"not seen for {elapsed(now - seen)}", "late")
    return Sign("Worker", "at work", "fine")


def _backup(found: Today, now: datetime) -> Sign:
    made = found.backup_at
    if made is None:
        return Sign("Verified backup", "none yet", "soon")
    age = now - made
    said = f"{elapsed(age)} ago" if age >= _A_MINUTE else "just now"
    return Sign("Verified backup", said, "fine" if age <= NEW_BACKUP else "soon")


def _mail(mails: Iterable[DigestShown], now: datetime) -> Sign:
    """Return whether the weekly mail leaves: what failed speaks before what was sent."""
    wanted = [one for one in mails if one.is_on]
    if not wanted:
        return Sign("Weekly mail", "nobody gets it yet", "unknown")
    last = [one.last for one in wanted if one.last]
    if any(mail.is_troubled for mail in last):
        return Sign("Weekly mail", "did not leave", "late")
    sent = max((mail.sent_at for mail in last if mail.sent_at), default=None)
    if sent is None:
        return Sign("Weekly mail", f"none yet, to {len(wanted)}", "unknown")
    return Sign("Weekly mail", f"{elapsed(now - sent)} ago, to {len(wanted)}", "fine")


def _missed(nights: Sequence[Night], missed: Sequence[Night]) -> str:
    if all(not night.state for night in nights):
        return "not known yet"
    return f"{len(missed) or 'none'} missed"


def _label(nights: Sequence[Night], missed: Sequence[Night]) -> str:
    """Return the blocks in words, for those who hear the page."""
    if not nights:
        return ""
    done = sum(night.state == "done" for night in nights)
    named = ", ".join(f"{_short(night.on)} {night.note or night.state or 'not known'}" for night in missed)
    said = f"Last {len(nights)} nights: {done} checked"
    return f"{said}; {named}" if named else said


def _took(milliseconds: int) -> str:
    return f"{milliseconds} ms" if milliseconds < _A_SECOND else f"{milliseconds / _A_SECOND:.1f} s"
