"""The ways to do one proposal side by side: a column for each, a row for each figure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from fullscore.usecases.budget.values import BoardOption, BoardProposal
from fullscore.web.budget.reading import Document, amount, percent, said, traced
from fullscore.web.templatetags.words import money, number
from fullscore.web.vendors.sums import Sum

_CHIPS = {"pinned": ("pinned", "plan"), "forbidden": ("forbidden", "late")}
_TRACED = (
    ("total", "What it costs over all years"), ("npv", "What it brings beside doing nothing"),
    ("loss_after", "Expected loss a year"), ("return_on_control", "Return on control"),
    ("payback", "When it has paid for itself"),
)  # fmt: skip
NONE = "\N{EN DASH}"
_NO_MONEY = frozenset({"payback", "return_on_control"})


@dataclass(frozen=True, slots=True)
class Cell:
    words: str
    key: str = ""
    chip: bool = False
    tone: str = ""
    is_best: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    cells: tuple[Cell, ...]
    note: str = ""
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One way; `option` is empty where nobody wrote it down, so nobody can pin it."""

    name: str
    is_best: bool
    chip: str = ""
    tone: str = ""
    option: str = ""
    version: int = 0
    pin: str = "free"
    price: str = ""
    facts: tuple[tuple[Row, Cell], ...] = ()


def rows(found: Document) -> tuple[Row, ...]:
    """Return the figures of all ways, a cell for each way in the document's order."""
    return tuple(_rows(found))


def _rows(found: Document) -> Iterator[Row]:
    currency, years = found["currency"], len(found["years"])

    def row(
        label: str,
        words: Callable[[Document], str],
        figure: str = "",
        note: str = "",
        *,
        is_main: bool = False,
    ) -> Row:
        cells = tuple(_cell(each, words(each), figure, found) for each in found["options"])
        return Row(label, cells, note, is_main)

    def amounts(name: str) -> Callable[[Document], str]:
        return lambda each: said(each[name], currency) if amount(each[name]) else NONE

    discount = number(Decimal(str(found["discount_percent"])))
    yield row(
        f"Better than “{nothing(found)['name']}” over {years} years",
        lambda each: NONE if each["is_nothing"] else said(each["npv"], currency),
        "npv", f"net present value at {discount}% a year", is_main=True,
    )  # fmt: skip
    yield row(f"Costs over {years} years", amounts("total"), "total")
    yield row("Earns a year", amounts("goal_value"))
    yield row("Saves a year", amounts("cost_avoided"))
    yield row("Expected loss a year", lambda each: said(each["loss_after"], currency), "loss_after")
    yield row("Pays for itself after", lambda each: _payback(each, years), "payback")
    yield row(
        "Return on control",
        _return,
        "return_on_control",
        "losses avoided beside its cost",
    )
    yield row("Work in IT", _hours)


def _payback(each: Document, years: int) -> str:
    if each["is_nothing"]:
        return NONE
    if each["payback"] is None:
        return f"not within {years} years"
    after = Decimal(str(each["payback"]))
    if not after:
        return "at once"
    shown = after.quantize(Decimal("0.1"))
    return f"{number(shown)} year{'' if shown == 1 else 's'}"


def _return(each: Document) -> str:
    found = each["return_on_control"]
    return NONE if found is None else percent(found)


def _hours(each: Document) -> str:
    hours = each["hours"]
    whole = sum(Decimal(str(one)) for one in hours) if isinstance(hours, list) else Decimal(str(hours or 0))
    return f"{number(whole)} h" if whole else NONE


def _cell(each: Document, words: str, figure: str, found: Document) -> Cell:
    is_open = figure in each["figures"] and any(sign.isdigit() for sign in words) and words[0] != "n"
    key = f"{figure}-{each['ref'].replace(':', '-')}" if is_open else ""
    return Cell(words, key, is_best=each["ref"] == found["best"])


def columns(
    found: Document, board: BoardProposal | None, chosen: str, prices: dict[str, str], filled: tuple[Row, ...]
) -> tuple[Column, ...]:
    """Return the ways with what was decided of them; `chosen` is the one of the newest choice."""
    known = {each.ref: each for each in board.options} if board else {}
    return tuple(
        _column(
            each, known.get(ref), is_chosen=ref == chosen, is_best=ref == found["best"],
            price=prices.get(ref, ""), facts=tuple((row, row.cells[place]) for row in filled),
        )
        for place, (ref, each) in enumerate((one["ref"], one) for one in found["options"])
    )  # fmt: skip


def _column(
    each: Document, option: BoardOption | None, *, is_chosen: bool, is_best: bool, price: str,
    facts: tuple[tuple[Row, Cell], ...],
) -> Column:  # fmt: skip
    pin = option.pin if option else "free"
    chip, tone = _CHIPS.get(pin, ("", ""))
    if not chip and is_chosen:
        chip, tone = "in the choice", "fine"
    if not chip and is_best:
        chip, tone = "worth most", "plan"
    return Column(
        each["name"], is_best, chip, tone, option.ref if option else "", option.version if option else 0, pin,
        price, facts,
    )  # fmt: skip


def sums(found: Document) -> Iterator[Sum]:
    """Return what opens under the figures of each way."""
    for each in found["options"]:
        for name, title in _TRACED:
            trace = each["figures"].get(name)
            if trace is not None:
                key = f"{name}-{each['ref'].replace(':', '-')}"
                currency = "" if name in _NO_MONEY else found["currency"]
                yield traced(key, f"{title}: {each['name']}", trace, currency)


def best(found: Document) -> Document:
    """Return the way that is worth most."""
    return next(each for each in found["options"] if each["ref"] == found["best"])


def nothing(found: Document) -> Document:
    """Return the way that leaves all as it is."""
    return next(each for each in found["options"] if each["is_nothing"])


def answer(found: Document) -> str:
    """Return the answer: Replace in stages is $412,000 better over 5 years than keeping it."""
    way, years = best(found), len(found["years"])
    if way["is_nothing"]:
        return f"{found['name']}: best left as it is"
    return f"“{way['name']}” is {money(amount(way['npv']), found['currency'])} better over {years} years"
