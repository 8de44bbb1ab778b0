"""How risk reads: amounts nobody knows to the dollar, how often, ranges, and the sentence of the page."""

import math
from decimal import Decimal

from fullscore.engine.risk.scenario import Range
from fullscore.web.templatetags.words import money, number

_DIGITS = 3
_OFTEN, _RARE = 1.5, 0.75
_FEW_YEARS, _MANY_YEARS = 3, 20
_WORDS = {5: "five", 10: "ten", 100: "a hundred"}


def about(amount: float, currency: str) -> str:
    """Return an estimate with the three digits it is worth: $112,000, $7,430."""
    if not amount:
        return money(Decimal(0), currency)
    places = _DIGITS - 1 - math.floor(math.log10(abs(amount)))
    return money(Decimal(str(round(amount, places))).quantize(Decimal("0.01")), currency)


def exact(amount: float, currency: str) -> str:
    """Return a computed amount to the whole unit."""
    return money(Decimal(str(round(amount, 2))), currency)


def percent(share: float) -> str:
    """Return a share in [0, 1] as people say it: 34%, under 1%."""
    if 0 < share < 0.01:  # noqa: PLR2004  below one in a hundred nobody needs the figure
        return "under 1%"
    return f"{share * 100:.0f}%"


def how_often(times: float) -> str:
    """Return so many times a year in words: 2.3 times a year, once a year, once in 8 years."""
    if times <= 0:
        return "never"
    if times >= _OFTEN:
        return f"{number(Decimal(f'{times:.2g}'))} times a year"
    if times > _RARE:
        return "about once a year"
    years = 1 / times
    if years < _FEW_YEARS:
        return f"once in {number(Decimal(f'{years:.1f}'))} years"
    places = 1 - math.floor(math.log10(years)) if years >= _MANY_YEARS else 0
    return f"once in {number(Decimal(str(round(years, places))).to_integral_value())} years"


def year_in(years: int) -> str:
    """Return one year in so many: one year in ten, one year in 20."""
    return f"one year in {_WORDS.get(years, number(years))}"


def often(span: Range | None) -> str:
    """Return the range of how often, from the rarest to the most often; "" for none."""
    if span is None:
        return ""
    if span.low == span.high:
        return how_often(span.low)
    return f"{how_often(span.low)} to {how_often(span.high)}"


def amounts(span: Range, currency: str) -> str:
    """Return a range of money: $20,000 to $400,000."""
    low, high = exact(span.low, currency), exact(span.high, currency)
    return low if span.low == span.high else f"{low} to {high}"


def hours(span: Range) -> str:
    """Return a range of hours: 2 to 40 h."""
    low, high = number(Decimal(f"{span.low:g}")), number(Decimal(f"{span.high:g}"))
    return f"{low} h" if span.low == span.high else f"{low} to {high} h"


def title(usual: float, bad: float, currency: str) -> str:
    """Return the answer: what half of all years cost at most, and what one in ten costs more than."""
    if not bad:
        return "Nine years in ten cost nothing in losses"
    if not usual:
        return f"Half of all years cost nothing; one year in ten more than {about(bad, currency)}"
    more = f"one year in ten more than {about(bad, currency)}"
    return f"A usual year costs {about(usual, currency)} in losses; {more}"


def whose(assumed: int, count: int) -> str:
    """Return how much of it rests on figures that nobody here has said."""
    if not assumed:
        return "All figures were said by people here."
    if assumed == count:
        words = "the one scenario rests" if count == 1 else f"all {count} scenarios rest"
        return f"{words[0].upper()}{words[1:]} on assumptions to replace by your own figures."
    rest = "rests" if assumed == 1 else "rest"
    return f"{assumed} of {count} scenarios {rest} on assumptions to replace by your own figures."


def said_by(who: str, day: str) -> str:
    """Return whose figures they are and since when; "" where nobody is named."""
    return ", ".join(part for part in (who, day) if part)
