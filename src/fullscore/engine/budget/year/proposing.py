"""Next year, line by line: what contracts and plans say where they say it, else what this year comes to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.budget.year.facts import Heading, Home
from fullscore.engine.budget.year.year import MONTHS, Cells, Row, Year, amount_of
from fullscore.engine.findings.trace import Trace

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a line is proposed to cost in each month of the year to come.

    `why` is "due" (contracts, plans or refresh say so), "this year" (as this year) or "nobody" (nothing is
    known: `months` is empty). `confirmed` is what somebody confirmed already.
    """

    heading: Heading
    why: str
    months: Cells
    this_year: Trace | None
    confirmed: Trace | None

    @property
    def total(self) -> Trace | None:
        if not self.months:
            return None
        parts = tuple(self.months.values())
        return Trace(sum((amount_of(each) or _NOTHING for each in parts), _NOTHING), op="sum", args=parts)


def proposed(this: Year, following: Year) -> tuple[Proposed, ...]:
    """Return a proposal for every row of either year, in the order of the year to come, then of this one."""
    before = {row.heading.home: row for row in this.rows}
    after = {row.heading.home: row for row in following.rows}
    return tuple(_every(before, after))


def _every(before: Mapping[Home, Row], after: Mapping[Home, Row]) -> Iterator[Proposed]:
    for home in (*after, *(home for home in before if home not in after)):
        if home[0] != "bills":
            yield _proposed(before.get(home), after.get(home))


def _proposed(this: Row | None, following: Row | None) -> Proposed:
    row = following or this
    assert row is not None
    due: Cells = following.cells["expected"] if following else {}
    moved = {month + MONTHS: cell for month, cell in this.cells["forecast"].items()} if this else {}
    months, why = (due, "due") if due else (moved, "this year" if moved else "nobody")
    return Proposed(
        row.heading, why, months, this.total("forecast") if this else None,
        following.total("planned") if following else None,
    )  # fmt: skip
