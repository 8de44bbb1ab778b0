"""How a pack speaks: money rounded once, days with their distance, years by what they are called here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.calendars.fiscal import quarter_label, year_label, year_start
from fullscore.engine.findings.english.words import listed
from fullscore.engine.findings.trace import Trace
from fullscore.engine.money.amounts import words
from fullscore.engine.reports.blocks import Said, Text, Traced, Word

_NUMBERS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
# From so many days on, a distance is said in months.
_FAR, _DAYS_A_MONTH = 100, 30.4


def value_of(trace: Traced) -> Decimal:
    """Return the number a trace stands for; raises `TypeError` where it is a day or a word."""
    value = trace.value if isinstance(trace, Trace) else trace["value"]
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise TypeError(value)
    return Decimal(str(value))


def summed(traces: Iterable[Trace], note: str) -> Trace:
    """Return the sum of amounts, open to each."""
    args = tuple(traces)
    return Trace(sum(map(value_of, args), Decimal(0)), op="sum", args=args, note=note)


@dataclass(frozen=True, slots=True)
class Voice:
    """`on` is the day spoken on; `style` and `first_month` say what fiscal years are called."""

    currency: str
    on: date
    first_month: int = 1
    style: str = "year"

    def money(self, trace: Traced, of: str) -> Said:
        return Said(self.amount(value_of(trace)), trace, of)

    def amount(self, value: Decimal) -> str:
        return words(value, self.currency)

    def when(self, trace: Traced, of: str) -> Said:
        """Return a day that was worked out, as a table shows it."""
        value = trace.value if isinstance(trace, Trace) else trace["value"]
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
        return Said(self.short(day), trace, of)

    def day(self, day: date) -> str:
        """Return a day as sentences say it: Wednesday 25 November; the year only where it is far."""
        return f"{day:%A} {day.day} {day:%B}{self._year(day)}"

    def short(self, day: date) -> str:
        """Return a day as tables show it: Wed 25 Nov."""
        return f"{day:%a} {day.day} {day:%b}{self._year(day)}"

    def _year(self, day: date) -> str:
        return "" if day.year in {self.on.year, self.on.year + 1} else f" {day.year}"

    def distance(self, day: date) -> str:
        """Return how far a day is: in 2 days, 6 days late; past 100 days in months."""
        days = (day - self.on).days
        if days == 0:
            return "today"
        much = (
            many(abs(days), "day") if abs(days) <= _FAR else many(round(abs(days) / _DAYS_A_MONTH), "month")
        )
        return f"in {much}" if days > 0 else f"{much} late"

    def tone(self, day: date, soon: int = 14) -> str:
        """Return late for a day that has passed, soon for one of the next days, else nothing."""
        days = (day - self.on).days
        return "late" if days < 0 else "soon" if days <= soon else ""

    def year(self, day: date) -> str:
        """Return what the fiscal year is called that a day lies in."""
        return year_label(year_start(day, self.first_month), self.style)

    def quarter(self, start: date) -> str:
        return quarter_label(start, self.first_month, self.style)


def many(count: int, noun: str, nouns: str | None = None) -> str:
    """Return a count with its noun, in figures: 1 contract, 12 contracts."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def few(count: int, noun: str, nouns: str | None = None) -> str:
    """Return a count with its noun, in words up to twelve: nine changes."""
    number = counted(count) if count else "no"
    return f"{number} {noun if count == 1 else nouns or noun + 's'}"


def counted(count: int) -> str:
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def headed(sentence: str) -> str:
    """Return a sentence with a capital at its head."""
    return sentence[:1].upper() + sentence[1:]


def names(found: Iterable[str], most: int = 3) -> str:
    """Return names as a list in words, the rest counted: a, b and 2 more."""
    every = tuple(found)
    rest = len(every) - most
    shown = every if rest <= 0 else (*every[:most], f"{rest} more")
    return listed(shown) if shown else ""


def text(form: str, *parts: Word) -> Text:
    """Return a paragraph of words and figures: "{} of {}" filled in order."""
    return Text(form.format(*parts), tuple(each for each in parts if isinstance(each, Said)))
