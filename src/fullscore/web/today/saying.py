"""Today in words: the title that is the answer, hours as people say them, and the words of reasons."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

from fullscore.engine.findings.english.today import REASONS
from fullscore.usecases.today import KeptLine, Today
from fullscore.web.goals import days
from fullscore.web.templatetags.words import number

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
# Nobody plans to the minute.
_SIXTY, _FIVE = 60, 5
_SURE = MappingProxyType({"expected": "expected loss", "assumed": "assumed"})
_RENEWS = "renews"


def title(found: Today) -> str:
    """Return the answer the page is called after."""
    count = len(found.lines)
    if not count:
        return "Nothing to do this week"
    things = f"{in_words(count)} thing{'s' if count != 1 else ''}"
    if found.is_more_than_a_week:
        return f"More than a week: {things}"
    return f"{things[0].upper()}{things[1:]} this week"


def in_words(count: int) -> str:
    """Return a small number as a word, a large one in digits."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def hours(value: Decimal) -> str:
    """Return a time of work to five minutes: 20 min, 3 h, 4 h 45 min."""
    fives = int((value * _SIXTY / _FIVE).quantize(Decimal(1), ROUND_HALF_UP))
    whole, rest = divmod(max(_FIVE, fives * _FIVE), _SIXTY)
    said = [f"{whole:,} h"] if whole else []
    return " ".join([*said, f"{rest} min"] if rest or not whole else said)


def free_hours(value: Decimal) -> str:
    """Return the hours of a week as the sentence has them and its sum ends: 8 free hours."""
    return f"{number(value)} free hour{'s' if value != 1 else ''}"


def reason(document: Mapping[str, object]) -> str:
    """Return why waiting costs that, and how sure it is: renews, certain; people idle, assumed."""
    word, basis = str(document.get("reason") or ""), str(document.get("basis") or "")
    said = REASONS.get(word, word.replace("-", " "))
    if basis == "certain":
        return f"{said}, certain" if word == _RENEWS else said or "certain"
    sure = _SURE.get(basis, basis)
    if not said or said == sure:
        return sure
    return f"{said}, {sure.removesuffix(' loss')}"


def by_day(line: KeptLine, on: date) -> tuple[str, str, bool]:
    """Return until when a thing is to be done, how far that is, and whether it has passed."""
    if line.act_by is None:
        return "No date", _since(line, on), False
    left = (line.act_by - on).days
    if left < 0:
        return "Today", days.distance(left), True
    return days.of(line.act_by, on), days.distance(left), False


def _since(line: KeptLine, on: date) -> str:
    """Return for how long a thing without a date has been known."""
    known = (on - line.first_found_at.date()).days
    return f"for {days.distance(known).removeprefix('in ')}" if known > 0 else ""


def rest(found: Today) -> str:
    """Return what is open beyond this week: 23 more, the next due Friday 4 December."""
    due = min((line.act_by for line in found.rest if line.act_by), default=None)
    first = f"{len(found.rest):,} more" if found.rest else ""
    if first and due:
        late = due < found.on
        first += f", the next {'was ' if late else ''}due {due:%A} {due.day} {due:%B}"
    return first


def choices(on: date) -> tuple[tuple[str, str], ...]:
    """Return the days one press snoozes to, with their words."""
    monday = on + timedelta(days=7 - on.weekday())
    return (
        ((on + timedelta(days=1)).isoformat(), "Tomorrow"),
        (monday.isoformat(), "Next Monday"),
        ((on + timedelta(days=14)).isoformat(), "In 2 weeks"),
    )
