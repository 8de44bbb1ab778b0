"""How what was billed compares with what was planned, and which row makes the difference."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.budget.year.year import Row, Year, amount_of
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.findings.trace import Trace

# A difference that nobody need hear of: below both a twentieth of the plan and a round sum.
_SHARE, _LEAST = Decimal("0.05"), Decimal(100)
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Variance:
    """Billed minus planned over the same months of one row; `since` is the month it has been over from."""

    row: Row
    planned: Trace
    actual: Trace
    over: Trace
    since: int | None

    @property
    def amount(self) -> Decimal:
        return amount_of(self.over) or _NOTHING


def variances(year: Year) -> tuple[Variance, ...]:
    """Return every row planned for in months that are over and billed, the largest difference first."""
    if year.billed is None:
        return ()
    found = [each for row in year.rows if (each := _variance(row, year)) is not None]
    return tuple(sorted(found, key=lambda each: (-abs(each.amount), each.row.heading.name)))


def _variance(row: Row, year: Year) -> Variance | None:
    months = _months(row, year)
    if not months:
        return None
    planned = _sum([row.cells["planned"][month] for month in months], "planned")
    actual = _sum([row.cells["actual"][month] for month in months if month in row.cells["actual"]], "billed")
    over = Trace(
        (amount_of(actual) or _NOTHING) - (amount_of(planned) or _NOTHING),
        op="difference",
        args=(actual, planned),
    )
    return Variance(row, planned, actual, over, _since(row, months))


def _months(row: Row, year: Year) -> list[int]:
    """Return the months of the year that are over, billed and planned for."""
    assert year.billed is not None
    first, last = year.billed
    return [month for month in row.cells["planned"] if first <= month <= last]


def _since(row: Row, months: list[int]) -> int | None:
    """Return the month from which every one cost more than planned; None where the last one did not."""
    since = None
    for month in reversed(months):
        billed = amount_of(row.cells["actual"].get(month)) or _NOTHING
        if billed <= (amount_of(row.cells["planned"][month]) or _NOTHING):
            return since
        since = month
    return None


def _sum(parts: list[Trace], note: str) -> Trace:
    total = sum((amount_of(part) or _NOTHING for part in parts), _NOTHING)
    return Trace(total, op="sum", args=tuple(parts), note=note)


def findings(year: Year, currency: str) -> Iterator[Finding]:
    """Yield what there is to say: each row far from its plan, then bills that have no place."""
    for each in variances(year):
        planned = amount_of(each.planned) or _NOTHING
        if abs(each.amount) < max(_SHARE * planned, _LEAST):
            continue
        code = "line-over-plan" if each.amount > 0 else "line-under-plan"
        register, ref = each.row.heading.home
        values: dict[str, Value] = {
            "name": each.row.heading.name, "amount": abs(each.amount), "planned": planned,
            "currency": currency,
            "since": None if each.since is None else _named(each.since), "until": _named(_last(year)),
        }  # fmt: skip
        yield Finding(code, Subject(register, ref), values)


def _last(year: Year) -> int:
    assert year.billed is not None
    return year.billed[1]


def _named(month: int) -> str:
    return f"{date(month // 12, month % 12 + 1, 1):%B %Y}"
