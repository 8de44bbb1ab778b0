"""What if: the sums of all accepted plans without a goal and with it, and the difference."""

from dataclasses import dataclass
from decimal import Decimal

from fullscore.usecases.goals import WhatIf
from fullscore.web.templatetags.words import MINUS, money, number


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure without the goal, with it, and what it adds."""

    name: str
    without: str
    with_it: str
    added: str


def rows(found: WhatIf, currency: str) -> tuple[Compared, ...]:
    """Return the three figures side by side; an incomplete sum says at least."""
    before, after = found.without, found.with_it
    complete = (before.is_complete, after.is_complete)
    more = after.orders - before.orders
    return (
        _money("Once", before.cost_once, after.cost_once, currency, complete),
        _money("A year", before.cost_year, after.cost_year, currency, complete),
        Compared("Orders", number(before.orders), number(after.orders), _signed(more)),
    )


def _money(
    name: str, before: Decimal, after: Decimal, currency: str, complete: tuple[bool, bool]
) -> Compared:
    added = after - before
    sign = "+" if added > 0 else ""
    least = ["" if whole else "at least " for whole in complete]
    return Compared(
        name, f"{least[0]}{money(before, currency)}", f"{least[1]}{money(after, currency)}",
        f"{sign}{money(added, currency)}",
    )  # fmt: skip


def _signed(count: int) -> str:
    return f"+{count}" if count > 0 else str(count).replace("-", MINUS)
