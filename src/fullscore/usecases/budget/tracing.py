"""What a portfolio costs and is worth, opened down to the rows of its options and scenarios."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.budget.asking import controls_of
from fullscore.engine.budget.flows import losses
from fullscore.engine.budget.options import taken, way_of
from fullscore.engine.budget.problem import Option
from fullscore.engine.budget.solution import Portfolio
from fullscore.engine.findings.trace import Source, Trace, as_document, leaf, named
from fullscore.engine.money.amounts import cents
from fullscore.store import budget as store
from fullscore.store.models import Option as OptionRow
from fullscore.usecases.budget.periods import QUARTERS
from fullscore.usecases.budget.posing import Posed


def traces(told: Posed, portfolio: Portfolio) -> list[object]:
    """Return goal value, cost avoided, expected loss, value and all costs, each with where it comes from."""
    options = tuple(taken(told.problem, portfolio).values())
    goal, avoided = (_gains(options, name) for name in ("goal_value", "cost_avoided"))
    loss = losses(told.problem.parts, controls_of(told.problem, portfolio), "expected loss of a year")
    gains = _sum((goal, avoided), "what a year gains")
    value = Trace(_exact(gains) - _exact(loss), op="difference", args=(gains, loss), note="value of a year")
    total = _sum((_costs(told, each) for each in options), "costs over all years")
    found = {"goal_value": goal, "cost_avoided": avoided, "loss": loss, "value": value, "total": total}
    return [as_document(named(trace, name)) for name, trace in found.items()]


def spent(rows: store.Rows, option: Option, year: int) -> Trace:
    """Return what an option costs in one of the fiscal years: once, running and as planned for the year."""
    row = next(
        (each for found in rows.options.values() for each in found if each.ref == way_of(option)), None
    )
    first, quarter = divmod(option.starts, QUARTERS)
    if row is None or year < first:
        return leaf(0, note="nothing is spent")
    parts = list(_parts(rows, row, year - first, quarter))
    exact = _sum(parts, f"{row.name}, its year {year - first + 1}")
    return Trace(cents(Decimal(str(float(_exact(exact))))), op="cents", args=(exact,), note=exact.note)


def _parts(rows: store.Rows, row: OptionRow, age: int, quarter: int) -> Iterable[Trace]:
    if age == 0 and row.once_cost:
        yield leaf(row.once_cost, Source("options", row.ref, "once_cost"), "once")
    if row.yearly_cost:
        yearly = leaf(row.yearly_cost, Source("options", row.ref, "yearly_cost"), "a year")
        yield _part_of_year(yearly, QUARTERS - quarter) if age == 0 and quarter else yearly
    for outlay in rows.outlays.get(row.pk, ()):
        if outlay.year == age + 1:
            yield leaf(outlay.amount, Source("outlays", outlay.ref, "amount"), outlay.note or None)


def _part_of_year(yearly: Trace, quarters: int) -> Trace:
    share = Trace(
        Fraction(quarters, QUARTERS), op="quotient",
        args=(leaf(quarters, note="quarters left of the year"), leaf(QUARTERS)),
    )  # fmt: skip
    return Trace(_exact(yearly) * _exact(share), op="product", args=(yearly, share))


def _costs(told: Posed, option: Option) -> Trace:
    years = (spent(told.rows, option, year) for year in range(told.periods.years))
    return _sum((each for each in years if _exact(each)), option.name)


def _gains(options: Iterable[Option], name: str) -> Trace:
    parts = [
        leaf(getattr(option, name), Source("options", way_of(option), name), option.name)
        for option in options if getattr(option, name)
    ]  # fmt: skip
    return _sum(parts, name.replace("_", " "))


def _sum(args: Iterable[Trace], note: str) -> Trace:
    parts = tuple(args)
    return Trace(sum((_exact(each) for each in parts), Fraction(0)), op="sum", args=parts, note=note)


def _exact(trace: Trace) -> Fraction:
    return Fraction(str(trace.value))
