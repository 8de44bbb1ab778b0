"""Kinds of things a sample company owns, as its asset table names them."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Kind:
    """One model, with what the asset table says of each piece."""

    name: str
    number: str
    category: str
    short: str
    serial: str
    maker: str
    supplier: str
    cost: Decimal
    life_years: int
    is_fixed: bool = False


def carried(text: str, cost: str, years: int) -> Kind:
    """Return a kind that people hold; `text` is its words with bars between them."""
    return _kind(text, cost, years, is_fixed=False)


def fixed(text: str, cost: str, years: int) -> Kind:
    """Return a kind that stands at a place."""
    return _kind(text, cost, years, is_fixed=True)


def _kind(text: str, cost: str, years: int, *, is_fixed: bool) -> Kind:
    name, number, category, short, serial, maker, supplier = text.split("|")
    return Kind(name, number, category, short, serial, maker, supplier, Decimal(cost), years, is_fixed)
