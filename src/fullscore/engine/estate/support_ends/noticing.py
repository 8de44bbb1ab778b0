"""What runs out of its maker's support: one thing to do for each release, whatever number of items runs it.

Nobody can say what waiting costs: an upgrade may be free and a break-in is not. So it is not priced.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from fullscore.engine.estate.support_ends.facts import EndFact
from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.finding import Finding, Subject, Value

CODE, REGISTER = "support-ends", "support-ends"
WITHIN = timedelta(days=180)
_ONCE, _EACH, _MOST = Decimal("0.25"), Decimal("0.5"), Decimal(8)


def actions(ends: Mapping[str, EndFact], *, on: date) -> tuple[Action, ...]:
    """Return what has lost support or will within 180 days; `ends` by the refs of live items."""
    return tuple(
        Action(_finding(fact, len(items), on), hours=min(_ONCE + _EACH * len(items), _MOST))
        for fact, items in due(ends, on=on)
    )


def due(ends: Mapping[str, EndFact], *, on: date) -> Iterator[tuple[EndFact, tuple[str, ...]]]:
    """Yield each release that has lost support or soon will, with its items; the earliest first."""
    items = defaultdict[str, list[str]](list)
    facts = {fact.key: fact for fact in ends.values()}
    for ref, fact in ends.items():
        items[fact.key].append(ref)
    for fact in sorted(facts.values(), key=lambda each: (each.ends_on or date.max, each.called)):
        if fact.ends_on is not None and fact.ends_on <= on + WITHIN:
            yield fact, tuple(sorted(items[fact.key]))


def _finding(fact: EndFact, count: int, on: date) -> Finding:
    is_over = fact.ends_on is not None and fact.ends_on < on
    values: dict[str, Value] = {
        "count": count, "name": fact.called, "day": fact.ends_on, "over": 1 if is_over else 0,
        "latest": 1 if fact.is_latest else 0,
    }  # fmt: skip
    return Finding(CODE, Subject(REGISTER, fact.key), values, act_by=fact.ends_on)
