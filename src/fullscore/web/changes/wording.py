"""The calendar in words: its title, each change in a line, bars, days and times."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from fullscore.usecases.changes.values import Bar, Board, BoardChange, Rule, Slot, Touching
from fullscore.web.templatetags.words import counted

_NUMBERS = (
    "No",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
)
_MIDNIGHT = "00:00"


def many(count: int) -> str:
    """Return a small number in a word, a larger one in figures."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def title(board: Board) -> str:
    """Return the answer: Nine changes until 10 January, one without a date."""
    open_still = [each for each in board.changes if each.can_move or each.state == "running"]
    if not open_still:
        return "No change is planned"
    ends = [each.end for each in open_still if each.end is not None]
    until = f" until {_day(max(ends).date(), board.on)}" if ends else ""
    bare = sum(not each.has_date for each in open_still)
    broken = sum(each.has_date and not each.works for each in open_still)
    tail = [f"{many(bare).lower()} without a date"] if bare and bare < len(open_still) else []
    tail += ["none with a date"] if bare == len(open_still) else []
    tail += [f"{many(broken).lower()} that {'does' if broken == 1 else 'do'} not work"] if broken else []
    word = "change" if len(open_still) == 1 else "changes"
    return ", ".join([f"{many(len(open_still))} {word}{until}", *tail])


def _day(day: date, on: date) -> str:
    year = f" {day.year}" if abs((day - on).days) > 330 else ""  # noqa: PLR2004  else the year is plain
    return f"{day.day} {day:%B}{year}"


def short(day: date) -> str:
    """Return a day as tables write it: Sat 12 Dec."""
    return f"{day:%a} {day.day} {day:%b}"


def clock(at: datetime) -> str:
    return f"{at:%H:%M}"


def when(start: datetime, end: datetime) -> str:
    """Return a span in words: Sat 12 Dec, 22:00 to 00:00."""
    is_near = (end.date() - start.date()).days <= 1
    last = clock(end) if is_near else f"{short(end.date())}, {clock(end)}"
    return f"{short(start.date())}, {clock(start)} to {last}"


def slot(one: Slot) -> str:
    return when(one.start, one.end)


def hours(each: BoardChange) -> str:
    if each.start is None or each.end is None:
        return ""
    return f"{clock(each.start)} to {clock(each.end)}"


def days_of(bar: Bar) -> str:
    """Return the days of a bar, with its hours when it does not hold whole days."""
    first, last = bar.start, bar.end
    if clock(first) == clock(last) == _MIDNIGHT:
        end = (last - timedelta(days=1)).date()
        return short(first.date()) if end <= first.date() else f"{short(first.date())} to {short(end)}"
    return when(first, last)


def says(each: BoardChange) -> str:
    """Return what a line says beside a change's name: who notices, or what stands against it."""
    if each.missing:
        return "something is missing to plan it"
    if each.rules:
        return f"{counted(len(each.rules), 'rule stands,rules stand')} against it"
    if each.waits_for:
        return f"{listed(each.waits_for)} {'has' if len(each.waits_for) == 1 else 'have'} not answered"
    down = [touch.name for touch in each.services if touch.how == "down"]
    worse = [touch.name for touch in each.services if touch.how == "degraded"]
    if down:
        return f"{listed(down)} {'is' if len(down) == 1 else 'are'} down meanwhile"
    return (
        f"{listed(worse)} {'is' if len(worse) == 1 else 'are'} slower meanwhile"
        if worse
        else "nobody notices"
    )


def listed(names: Sequence[str], most: int = 3) -> str:
    shown = [*names[:most], *([f"{len(names) - most} more"] if len(names) > most else [])]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def against(rules: Sequence[Rule]) -> str:
    """Return the heading above the rules: Three rules stand against it."""
    return f"{many(len(rules))} {'rule stands' if len(rules) == 1 else 'rules stand'} against it"


def touching(touches: Iterable[Touching]) -> str:
    """Return what a change reaches, in a sentence; the worst first."""
    by_how = {"down": "down", "degraded": "slower or partly away", "up": "worked on, and stays up"}
    parts = []
    for how, words in by_how.items():
        names = [touch.name for touch in touches if touch.how == how]
        if names:
            parts.append(f"{listed(names, 6)} {'is' if len(names) == 1 else 'are'} {words}")
    return f"{'; '.join(parts)}." if parts else "Nothing is written down that it touches."


def chip(each: BoardChange) -> tuple[str, str]:
    """Return state and tone of a change's chip; nothing for one that is as planned."""
    if each.missing:
        return "cannot be planned", "unknown"
    if each.rules:
        return "does not work", "late"
    if each.is_past:
        return "date passed", "late"
    if not each.has_date and each.can_move:
        return "no date", "unknown"
    return ("waits", "soon") if each.waits_for else (each.state if each.state not in _PLAIN else "", "plan")


_PLAIN = frozenset({"scheduled", "planned", "agreed", "draft"})
