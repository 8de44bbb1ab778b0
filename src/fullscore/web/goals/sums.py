"""Sums: how each figure of a requirement came about, as the column of an account, with its sources."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from fullscore.web.goals import days
from fullscore.web.templatetags.words import MINUS, money, number

# More lines of one file than these are counted, not listed.
MOST_LINES = 3
# The room of each register that is not in the estate's.
ROOMS = {"orders": "vendors", "vendors": "vendors"}
Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sum: the amount with its sign, what it is, and where it stands."""

    amount: str
    words: str
    source: str = ""
    is_total: bool = False
    is_first_of_days: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """A row a sum rests on."""

    words: str
    ref: str
    address: str
    where: str


def lines(one: Node, closed: Sequence[tuple[date, str]], currency: str) -> tuple[Line, ...]:
    """Return the whole sum of a requirement: quantities first, whose they are, days last."""
    figures = {part["figure"]: part for part in one["trace"]["args"]}
    is_order = "order_by" in one
    return (
        *_quantities(one, figures, currency),
        *(_shares(one) if is_order else ()),
        *(_days(one, closed) if is_order else ()),
    )


def _shares(one: Node) -> Iterator[Line]:
    """Yield who the quantity is for, where it is not all for the asked goal."""
    pegs = one["pegged_to"]
    if all(peg["goal"] == "asked" for peg in pegs):
        return
    for peg in pegs:
        yield Line(number(peg["quantity"]), f"of it for {peg.get('text') or _for(peg['goal'])}")


def _for(goal: str) -> str:
    known = {
        "asked": "this goal",
        "refresh": "what is due to be replaced",
        "trend": "the growth that was measured",
    }
    return known.get(goal, f"plan {goal}")


def origins(trace: Node) -> tuple[Origin, ...]:
    """Return every row a figure rests on, once, in the order of registers."""
    rows = {(row["register"], row["ref"], row["field"]): row for row in _rows(trace)}
    kept = (row for key, row in sorted(rows.items()) if row["register"] != "settings")
    return tuple(_origin(row) for row in kept)


def _origin(row: Node) -> Origin:
    words = f"{str(row['register']).capitalize()}, {str(row['field']).replace('_', ' ')}"
    return Origin(words, row["ref"], address_of(row["register"], row["ref"]), _where(row))


def address_of(register: str, ref: str) -> str:
    """Return the page of a row, below the organisation's address."""
    return f"{ROOMS.get(register, 'estate')}/{register}/{ref}/"


def _quantities(one: Node, figures: dict[str, Node], currency: str) -> Iterator[Line]:
    yield from _needed(figures["gross"])
    signed = (
        ("on_hand", MINUS, "free"),
        ("scheduled_receipts", MINUS, "on order, in time"),
        ("safety_stock", "+", "kept back"),
    )
    for name, sign, words in signed:
        if one[name]:
            yield Line(f"{sign} {number(one[name])}", figures[name]["note"] or words, _sources(figures[name]))
    if not one["quantity"]:
        yield Line("= 0", "nothing is short", "", is_total=True)
        return
    if one["net"] != one["quantity"]:
        yield Line(f"= {number(one['net'])}", "short", "", is_total=True)
    yield Line(
        f"= {number(one['quantity'])}", _bought(one, figures, currency), _prices(figures), is_total=True
    )


def _needed(gross: Node) -> Iterator[Line]:
    parts = gross["args"] if gross["op"] == "sum" else [gross]
    for place, part in enumerate(parts):
        sign = "+ " if place else ""
        if part["op"] == "sum":
            yield from _needed(part)
        else:
            yield Line(f"{sign}{number(part['value'])}", _asked(part), _sources(part))


def _asked(part: Node) -> str:
    """Return what asks for so much: so many people by what each needs, or what its note says."""
    inner = part["args"][0] if part["op"] == "ceil" and part["args"] else None
    if inner and inner["op"] == "product" and len(inner["args"]) == 2:  # noqa: PLR2004  people and each
        return _each(inner)
    return part["note"] or (inner and inner["note"]) or "needed"


def _each(product: Node) -> str:
    """Return what so many people need each: what the team holds, or what somebody has typed."""
    people, mean = product["args"]
    who = f"{number(people['value'])} {people['note'] or 'of them'}"
    if mean["op"] == "quotient" and mean["args"][1]["op"] == "count":
        held, asked = (number(part["value"]) for part in mean["args"])
        return f"{who}; {held} held by {asked} people today"
    return f"{who}, {number(round(mean['value'], 3))} each"


def _bought(one: Node, figures: dict[str, Node], currency: str) -> str:
    lot = one["lot"]
    if lot["type"] == "levels":
        sizes = " or ".join(number(size) for size in lot["levels"])
        how = f"the smallest size that carries it, sold as {sizes}"
    else:
        how = ", ".join(part for part in ("to order", _lots(lot)) if part)
    amounts = [(one["cost_once"], "once"), (one["cost_year"], "a year")]
    known = [f"{money(Decimal(amount), currency)} {when}" for amount, when in amounts if amount]
    return (
        f"{how}{_at(figures, currency)}{' = ' if known else '; its price is not known'}{' and '.join(known)}"
    )


def _lots(lot: Node) -> str:
    step, least = lot.get("step", 1), lot.get("minimum", 1)
    words = [f"sold in steps of {number(step)}"] if step > 1 else []
    words += [f"at least {number(least)}"] if least > step else []
    return ", ".join(words)


def _at(figures: dict[str, Node], currency: str) -> str:
    """Return the price of one, where the amount is a quantity times a price."""
    cost = figures.get("cost_once") or figures.get("cost_year")
    factors = cost["args"][0]["args"] if cost and cost["args"] else []
    if len(factors) < 2 or factors[1]["note"] != "price of one":  # noqa: PLR2004  quantity and price
        return ""
    a_month = " a month" if len(factors) > 2 else ""  # noqa: PLR2004  and twelve months
    return f", at {money(Decimal(str(factors[1]['value'])), currency)}{a_month}"


def _prices(figures: dict[str, Node]) -> str:
    costs = [figures[name] for name in ("cost_once", "cost_year") if name in figures]
    return next((text for cost in costs if (text := _sources(cost))), "")


def _days(one: Node, closed: Sequence[tuple[date, str]]) -> Iterator[Line]:
    lead = one["lead_days"]
    shut = [day for day, _ in closed if one["order_by"] <= day.isoformat() <= one["need_by"]]
    hours = f", {number(one['hours'])} h of work" if one.get("hours") else ""
    words = [
        "needed",
        f"set up from {days.short(one['deploy_from'])}{hours}",
        f"{number(lead['safe'])} working days to arrive",
    ]
    words += [f"closed {days.together(shut)}"] if shut else []
    yield Line(days.short(one["need_by"]), "; ".join(words), _basis(lead), is_first_of_days=True)
    usual = one["order_by_likely"]
    likely = f"; {days.short(usual)} if all goes as usual" if usual != one["order_by"] else ""
    yield Line(days.short(one["order_by"]), f"last day to order{likely}", "", is_total=True)


def _basis(lead: Node) -> str:
    known = {"typed": "lead time as typed", "assumed": "usual for its kind; nobody has said so"}
    learned = lead["basis"].replace(": median, nine in ten", "; nine in ten take no longer")
    said: str = learned.replace(": median, longest", "; none took longer")
    return known.get(lead["basis"], said)


def _sources(trace: Node) -> str:
    """Return where a figure's rows stand: files with their lines, else the rows themselves."""
    rows = [row for row in _rows(trace) if row["register"] != "settings"]
    files: dict[str, list[int]] = {}
    for row in rows:
        if row["file"] and row["line"]:
            files.setdefault(row["file"], []).append(row["line"])
    if files:
        return "; ".join(f"{file}, {_numbered(sorted(set(found)))}" for file, found in files.items())
    refs = list(dict.fromkeys(row["ref"] for row in rows))
    return f"{rows[0]['register'].capitalize()} {_some(refs)}" if refs else ""


def _numbered(found: Sequence[int]) -> str:
    return f"{'line' if len(found) == 1 else 'lines'} {_some([str(line) for line in found])}"


def _some(names: Sequence[str]) -> str:
    if len(names) <= MOST_LINES:
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{', '.join(names[:MOST_LINES])} and {len(names) - MOST_LINES} more"


def _rows(trace: Node) -> list[Node]:
    """Return every row of a trace, in its order; without recursion, for a page walks thousands of nodes."""
    found, waiting = [], [trace]
    while waiting:
        node = waiting.pop()
        if node["row"]:
            found.append(node["row"])
        if node["args"]:
            waiting.extend(reversed(node["args"]))
    return found


def _where(row: Node) -> str:
    if row["file"]:
        return f"{row['file']}, line {row['line']}" if row["line"] else str(row["file"])
    return "typed" if row["source"] == "person" else ""


def words_of(part: Node, names: dict[str, str]) -> str:
    """Return what one part of a sum is: the order it is about, its own words, or the row it stands in."""
    if known := _about(part, names):
        return known
    row = part["row"]
    return str(part["note"] or (f"{row['register']} {row['ref']}" if row else ""))


def _about(part: Node, names: dict[str, str]) -> str | None:
    """Return the name of the first order that a part speaks of, however deep."""
    own = names.get(str(part["figure"] or "").partition("#")[0])
    return own or next((found for arg in part["args"] if (found := _about(arg, names))), None)
