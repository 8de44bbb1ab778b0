"""Every proposal in one table: in or out and why, what it costs first and is worth, who pinned it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from fullscore.usecases.budget.values import Board, BoardOption, BoardProposal
from fullscore.web.budget.reading import Document, account, amount, counted, is_nothing, reason, said
from fullscore.web.templatetags.words import money
from fullscore.web.vendors.sums import Sum

_CLOSED = {"accepted": "Accepted before", "declined": "Declined"}
_PINS = {"pinned": "pinned", "forbidden": "forbidden"}


@dataclass(frozen=True, slots=True)
class Line:
    """One proposal; `pin_verb` is what its button does to `pin_option`, nothing where there is none."""

    ref: str
    name: str
    address: str
    purpose: str
    way: str = ""
    first: str = ""
    worth: str = ""
    worth_word: str = ""
    key: str = ""
    why: str = ""
    pin: str = ""
    pin_option: str = ""
    pin_value: str = ""
    pin_verb: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    lines: tuple[Line, ...]


def groups(board: Board, found: Document | None, org: str) -> tuple[Group, ...]:
    """Return the proposals: those in first, then those out, then those that were decided before."""
    rows: Mapping[str, Document] = {each["ref"]: each for each in found["proposals"]} if found else {}
    prices: Mapping[str, Document] = {each["option"]: each for each in found["prices"]} if found else {}
    sides: dict[str, list[Line]] = {}
    for each in _ordered(board, rows):
        row = rows.get(each.ref)
        line = _line(each, row, prices, board.currency, org)
        sides.setdefault(_side(each, row, is_weighed=found is not None), []).append(line)
    return tuple(Group(_titled(side, lines), tuple(lines)) for side, lines in sides.items())


def _ordered(board: Board, rows: Mapping[str, Document]) -> list[BoardProposal]:
    def place(each: BoardProposal) -> tuple[int, Decimal, str]:
        row = rows.get(each.ref)
        if row is None:
            return (2 + (each.state in _CLOSED), Decimal(0), each.name.casefold())
        return (0 if row["is_in"] else 1, -amount(row["first_year"]), each.name.casefold())

    return sorted(board.proposals, key=place)


def _side(each: BoardProposal, row: Document | None, *, is_weighed: bool) -> str:
    if row is not None:
        return "In" if row["is_in"] else "Out"
    return _CLOSED.get(each.state, "Not weighed yet" if is_weighed else "")


def _titled(side: str, lines: list[Line]) -> str:
    return f"{side}: {counted(len(lines), 'proposal', 'proposals')}" if side else ""


def _line(
    each: BoardProposal, row: Document | None, prices: Mapping[str, Document], currency: str, org: str
) -> Line:
    address = reverse("budget-case", args=(org, each.ref))
    held = next((option for option in each.options if option.pin in _PINS), None)
    price = prices[held.ref]["sentence"] if held and held.ref in prices else ""
    name, value, verb, version = _button(each, row, held)
    way, first, worth = _figures(each, row, currency)
    is_in = bool(row and row["is_in"])
    must = "must be done" if each.is_mandatory else ""
    return Line(
        each.ref, each.name, address, each.purpose, way, first, worth,
        "not known" if is_in else "", f"worth-{each.ref}" if worth else "",
        " ".join(part for part in (reason(row) if row else each.why, price) if part),
        held.pin if held else must, name, value, verb, version,
    )  # fmt: skip


def _figures(each: BoardProposal, row: Document | None, currency: str) -> tuple[str, str, str]:
    """Return how it is done, what its first year costs, and what it is worth a year."""
    if row is None:
        return _costs(each, currency, "costs"), "", ""
    first = "" if is_nothing(row["first_year"]) and not row["is_in"] else said(row["first_year"], currency)
    if not row["is_in"]:
        return _costs(each, currency, "would cost", row["best_way"]), first, ""
    option = row["option"]
    later = f", begins {option['starts_in']}" if option["starts"] and option["starts_in"] else ""
    worth = "" if row["lost"] is None else said(row["lost"], currency)
    is_only = len(list(_ways(each))) == 1
    return later.removeprefix(", ") if is_only else f"{option['name']}{later}", first, worth


def _costs(each: BoardProposal, currency: str, verb: str, best: Document | None = None) -> str:
    """Return what the ways to do it cost at first, or what the best of them does."""
    fitting = [one for one in _ways(each) if best is None or one.ref == best["way"]] or list(_ways(each))
    known = sorted(one.first_year for one in fitting if one.first_year is not None)
    if not known:
        return "not priced"
    span = money(known[0], currency)
    return f"{verb} {span}{f' to {money(known[-1], currency)}' if known[-1] != known[0] else ''}"


def _ways(each: BoardProposal) -> Iterator[BoardOption]:
    return (one for one in each.options if not one.is_nothing)


def _button(each: BoardProposal, row: Document | None, held: BoardOption | None) -> tuple[str, str, str, int]:
    """Return option, pin, verb and version of the line's one button; none where several ways fit."""
    if held is not None:
        return held.ref, "free", "Let go", held.version
    ways = list(_ways(each))
    taken = (row["option"] if row["is_in"] else row["best_way"] or {}).get("way") if row else None
    fitting = [one for one in ways if taken is None or one.ref == taken]
    if len(fitting) != 1 or each.state in _CLOSED:
        return "", "", "", 0
    return fitting[0].ref, "pinned", "Pin", fitting[0].version


def sums(found: Document) -> Iterator[Sum]:
    """Return what opens under the worth of each proposal that is in."""
    for each in found["proposals"]:
        if each["is_in"] and each["lost"] is not None:
            goals, saved = amount(each["goal_value"]), amount(each["cost_avoided"])
            parts = [
                (goals, "what its goal is worth"), (saved, "costs it avoids"),
                (amount(each["lost"]) - goals - saved, "expected loss it takes off, all others done"),
            ]  # fmt: skip
            yield account(
                f"worth-{each['ref']}", each["name"], parts, (each["lost"], "lost a year without it"),
                found["currency"],
            )  # fmt: skip
