"""The sentences both halves of a letter share."""

from datetime import date

from fullscore.engine.money.amounts import words
from fullscore.post.digests.values import Content, Line

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SOON_DAYS = 100
_NO_DECISION = "Nothing to decide."


def subject(content: Content) -> str:
    """Return the subject: it is the answer, and nobody's own text stands in it."""
    cost = f", {words(content.cost, content.currency)} if left" if content.cost else ""
    if content.is_brief and content.deciding:
        return f"{_capital(things(len(content.deciding)))} to decide{cost}"
    if not content.count:
        return "Nothing to do this week"
    return f"{_capital(things(content.count))} this week{cost}"


def answer(content: Content) -> str:
    """Return the first sentences: how many, and what leaving them costs."""
    if not content.count:
        return "Nothing to do this week."
    told = [f"{_capital(things(content.count))} to do this week."]
    if content.is_brief:
        told.append(
            f"{_capital(things(len(content.deciding)))} to decide." if content.deciding else _NO_DECISION
        )
    if content.cost:
        told.append(f"Left for another week it costs {words(content.cost, content.currency)}.")
    if content.unpriced:
        told.append(f"{_capital(things(content.unpriced))} without a price.")
    return " ".join(told)


def by_when(line: Line, on: date) -> str:
    """Return the day and how far it is."""
    if line.act_by is None:
        return "No day is set"
    day = f"By {line.act_by:%a} {line.act_by.day} {line.act_by:%b}"
    year = f" {line.act_by.year}" if line.act_by.year != on.year else ""
    return f"{day}{year}, {_distance((line.act_by - on).days)}"


def waiting(line: Line, currency: str) -> str:
    """Return what a week of waiting costs, or that nobody can say."""
    if line.cost is None:
        told = "what waiting costs is not known"
    elif not line.cost:
        told = "a week of waiting costs nothing yet"
    else:
        told = f"a week of waiting costs {words(line.cost, currency)}"
    return f"{told} ({line.note})" if line.note else told


def more(content: Content) -> str:
    """Return how many lines are not named here, or nothing."""
    if not content.more:
        return ""
    verb = "waits" if content.more == 1 else "wait"
    return f"{_capital(_small(content.more))} more {verb} on the page Today."


def long_day(on: date) -> str:
    return f"{on:%A} {on.day} {on:%B %Y}"


def things(count: int) -> str:
    return f"{_small(count)} {'thing' if count == 1 else 'things'}"


def _small(count: int) -> str:
    return _SMALL[count] if count < len(_SMALL) else f"{count:,}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _distance(days: int) -> str:
    if days == 0:
        return "today"
    unit = f"{abs(days)} {'day' if abs(days) == 1 else 'days'}"
    if abs(days) > _SOON_DAYS:
        unit = f"{round(abs(days) / 30.44)} months"
    return f"in {unit}" if days > 0 else f"{unit} late"
