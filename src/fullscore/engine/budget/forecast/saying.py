"""A forecast in words: the answer, what even cohorts change, what is not known, what is taken for granted."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from fullscore.engine.budget.forecast.facts import Unknown
from fullscore.engine.budget.forecast.forecast import Forecast, amount_of
from fullscore.engine.budget.forecast.smoothing import Effect
from fullscore.engine.money.amounts import words

_NUMBERS = {1: "One year", 3: "Three years", 5: "Five years"}
_MILLION, _THOUSAND, _TEN_THOUSAND = Decimal(1_000_000), Decimal(1000), Decimal(10_000)
_MOST_NAMED = 3
_WHY = {
    ("contract", "price"): "{name}: no price is written down.",
    ("contract", "currency"): "{name}: its prices are in another currency.",
    ("contract", "day"): "{name}: something is paid once, nobody knows when.",
    ("seats", "price"): "{name}: {count} more used than paid for, at no known price.",
    ("refresh", "price"): "{name}: {count} to be replaced, at no known price.",
    ("refresh", "age"): "{name}: nobody knows when {count} of them are to be replaced.",
    ("refresh", "model"): "{count} of no known model to be replaced, at no known price.",
    ("plan", "price"): "{name}, for plan {ref}: no price is known.",
    ("project", "way"): "{name}: accepted, but no way of doing it is chosen.",
    ("project", "price"): "{name}: accepted, but its way has no price.",
}


def title(found: Forecast, currency: str) -> str:
    """Return the answer: what so many years cost, about."""
    count = len(found.whole)
    total = amount_of(found.total)
    said = _NUMBERS.get(count, f"{count} years")
    verb = "costs" if count == 1 else "cost"
    return f"{said} {verb} {about(total, currency)}" if total else f"Nothing is known of {said.lower()} yet"


def about(amount: Decimal, currency: str) -> str:
    """Return a large amount as people say it: about $1.9 million; a small one as it is."""
    if abs(amount) >= _MILLION:
        millions = (amount / _MILLION).quantize(Decimal("0.1"), ROUND_HALF_UP)
        said = words(millions, currency)
        return f"about {said.removesuffix('0') if '.' in said else said} million"
    if abs(amount) >= _TEN_THOUSAND:
        thousands = (amount / _THOUSAND).quantize(Decimal(1), ROUND_HALF_UP)
        return f"about {words(thousands * _THOUSAND, currency)}"
    return words(amount, currency)


def effect(found: Effect, years: Sequence[int], currency: str, *, is_done: bool) -> str:
    """Return what even cohorts change, or would change."""
    if not found.moved:
        return "Replacements are as even as they can be: none may come later than it is due."
    before, after = found.highest
    high, higher = words(found.after[after], currency), words(found.before[before], currency)
    things = "1 replacement" if found.moved == 1 else f"{found.moved} replacements"
    verb = "is" if is_done else "could be"
    return (
        f"The highest year of replacements {verb} {high} in {years[after]} instead of {higher} in "
        f"{years[before]}: {things} earlier, none later, for the same money."
    )


def unknown(one: Unknown) -> str:
    """Return what is not known, as a sentence."""
    name = one.name or "Things without a model"
    return _WHY[one.kind, one.why].format(name=name, count=one.count, ref=one.ref)


def assumptions(found: Forecast, begins: Sequence[str], ends: Sequence[str]) -> tuple[str, ...]:
    """Return what is taken for granted; `begins` and `ends` name proposals and contracts."""
    return tuple(_assumptions(found, begins, ends))


def _assumptions(found: Forecast, begins: Sequence[str], ends: Sequence[str]) -> Iterator[str]:
    kinds = {part.kind for part in found.parts}
    if "contract" in kinds:
        yield "Contracts go on at their prices and yearly increases until notice is given."
        yield "What no budget line names for a contract counts as run."
    if ends:
        yield f"These end for certain and stop: {_some(ends)}."
    if "seats" in kinds:
        yield "Seats used beyond those paid for are added at the next renewal."
    if "refresh" in kinds:
        yield "What is overdue is replaced this month; what its maker stops supporting sooner, by that day."
        yield "What replaces a thing lasts its model's useful life."
    if found.is_smoothed and found.effect.moved:
        yield "What replaces a thing that is pulled forward is counted as due when it would have been."
    if "plan" in kinds:
        yield "What plans ask for counts as grow, until it has come."
    if begins:
        yield f"These begin next month, as nobody has said when: {_some(begins)}."


def _some(names: Sequence[str]) -> str:
    rest = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
