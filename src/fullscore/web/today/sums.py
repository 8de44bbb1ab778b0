"""The sums of Today: what one more week costs, as the column of an account, from its trace."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from fullscore.web.goals import days
from fullscore.web.goals.sums import Line
from fullscore.web.templatetags.words import MINUS, money, number

Node = Mapping[str, Any]
_SIGNS = {"product": "× ", "quotient": "÷ ", "difference": f"{MINUS} "}  # noqa: RUF001  the signs people read
# These hold one figure and only change how it is written: their argument is the sum.
_THROUGH = frozenset({"cents", "ceil", "floor", "sum"})
_FACTORS = frozenset({"product", "quotient"})
MONEY, HOURS = "money", "hours"
_MOST_PARTS = 8
_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def lines(trace: Node, currency: str, total: str) -> tuple[Line, ...]:
    """Return the sum behind a figure: its parts with their signs, then the total and what it is."""
    whole = Figure(trace, is_money=trace["unit"] != HOURS)
    inner = whole.opened()
    listed = _parts(inner, currency) if inner.node["args"] else [_part(inner, "", currency)]
    return (*listed, Line(f"= {amount(whole, currency)}", total, is_total=True))


@dataclass(frozen=True, slots=True)
class Figure:
    """A node of a trace, and whether it is an amount of money: a factor of one need not say so itself."""

    node: Node
    is_money: bool

    def opened(self) -> "Figure":
        """Return the sum that a figure only rounds, or holds as its one part."""
        found = self
        while len(found.node["args"]) == 1 and found.node["op"] in _THROUGH:
            (only,) = found.parts()
            if not only.node["args"]:
                break
            found = only
        return found

    def parts(self) -> list["Figure"]:
        args: Sequence[Node] = self.node["args"]
        if self.node["op"] not in _FACTORS:
            return [Figure(one, self.is_money and one["unit"] != HOURS) for one in args]
        named = [place for place, one in enumerate(args) if one["unit"] == MONEY]
        # Of what is multiplied one is a price: the one that says so, else the last; of a quotient the first.
        usual = [0] if self.node["op"] == "quotient" else [len(args) - 1]
        prices = (named or usual) if self.is_money else named
        return [Figure(one, place in prices) for place, one in enumerate(args)]


def _parts(inner: Figure, currency: str) -> Iterator[Line]:
    op, shown = str(inner.node["op"]), inner.parts()
    if op == "sum":
        shown = sorted(shown, key=lambda part: -_value(part))
    for place, part in enumerate(shown[:_MOST_PARTS]):
        yield _part(part, _SIGNS.get(op, "") if place else "", currency)
    rest = shown[_MOST_PARTS:]
    if rest:
        node = {**rest[0].node, "value": sum(map(_value, rest))}
        yield Line(amount(Figure(node, rest[0].is_money), currency), f"{len(rest)} more")


def _value(part: Figure) -> Decimal:
    value = part.node["value"]
    return Decimal(str(value)) if isinstance(value, int | float | Decimal) else Decimal(0)


def _part(part: Figure, sign: str, currency: str) -> Line:
    return Line(f"{sign}{amount(part, currency)}", _words(part, currency), _where(part.node))


def amount(figure: Figure, currency: str) -> str:
    """Return a figure in its unit: $820, 8 h, 12, Mon 30 Nov."""
    value, unit = figure.node["value"], figure.node["unit"]
    if isinstance(value, str) and _A_DAY.fullmatch(value):
        return days.with_weekday(value)
    if value is None or isinstance(value, str):
        return str(value or "not known")
    exact = Decimal(str(value))
    if figure.is_money:
        return money(exact, currency)
    return f"{number(round(exact, 2))} h" if unit == HOURS else number(round(exact, 4))


def _words(part: Figure, currency: str) -> str:
    """Return what a part is: its own words with its factors, else the row it stands in."""
    note, row, unit = str(part.node["note"] or ""), part.node["row"], part.node["unit"]
    inner = part.opened()
    factors = ""
    if inner.node["op"] == "product":
        factors = " × ".join(_factor(each, currency) for each in inner.parts())  # noqa: RUF001
    unit = unit if unit not in {MONEY, HOURS} else None
    about = note or unit or (f"{row['register']} {row['ref']}" if row else "")
    return ": ".join(said for said in (about, factors) if said)


def _factor(each: Figure, currency: str) -> str:
    unit = each.node["unit"] if each.node["unit"] not in {MONEY, HOURS} else None
    return f"{amount(each, currency)} {each.node['note'] or unit or ''}".strip()


def _where(part: Node) -> str:
    """Return the file a part stands in, with its line where it is only one."""
    rows = list(_rows(part))
    files = {(row["file"], row["line"]) for row in rows if row["file"]}
    names = {file for file, _ in files}
    if len(names) != 1:
        return "typed" if rows and all(row["source"] == "person" for row in rows) else ""
    ((file, line), *others) = files
    return f"{file}, line {line}" if line and not others else str(file)


def _rows(part: Node) -> Iterator[Node]:
    if part["row"]:
        yield part["row"]
    for arg in part["args"]:
        yield from _rows(arg)
