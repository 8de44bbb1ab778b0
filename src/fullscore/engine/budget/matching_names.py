"""Which contracts and orders a bill's number and text name, word for word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from fullscore.engine.budget.matching_facts import Agreement, BillFact, OrderFact, What

# A shorter number may be anything: the third floor, a page.
_SHORTEST = 3
_ORDER = r"(?:purchase order|order|p ?o|bestellung|auftrag) (?:(?:no|number|nr|nummer) )?"
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Named:
    """What a bill names; `surely` what it names so clearly that no amount speaks against it."""

    whats: frozenset[What]
    surely: frozenset[What]


class Names:
    """The names of one vendor's contracts and orders."""

    def __init__(self, agreements: Iterable[Agreement], orders: Iterable[OrderFact]) -> None:
        self._contracts = [(What("contracts", one.ref), one) for one in agreements]
        self._orders = [(What("orders", one.ref), one.number) for one in orders if one.number]

    def of(self, bill: BillFact) -> Named:
        """Return what the bill names; of "Internet" and "Internet, Lima" the longer one is meant."""
        text = f" {_plain(bill.number)} {_plain(bill.about)} "
        contracts = self._named_contracts(text)
        marked = frozenset(what for what, number in self._orders if _marked(number).search(text))
        orders = frozenset(what for what, number in self._orders if _holds(text, _plain(number), _SHORTEST))
        return Named(contracts | orders | marked, contracts | marked)

    def _named_contracts(self, text: str) -> frozenset[What]:
        by_number = {what for what, one in self._contracts if _holds(text, _plain(one.number), _SHORTEST)}
        if by_number:
            return frozenset(by_number)
        found = {what: name for what, one in self._contracts if _holds(text, name := _plain(one.name), 2)}
        return frozenset(
            what
            for what, name in found.items()
            if not any(name != other and name in other for other in found.values())
        )


def names(bill: BillFact, name: str) -> bool:
    """Say whether the number or the text of a bill holds a name, word for word."""
    return _holds(f" {_plain(bill.number)} {_plain(bill.about)} ", _plain(name), 2)


def _holds(text: str, name: str, shortest: int) -> bool:
    return len(name) >= shortest and f" {name} " in text


@lru_cache(maxsize=4096)
def _marked(number: str) -> re.Pattern[str]:
    """Return what an order is called where a text says that it is one: PO 118, order no. 118."""
    return re.compile(rf" {_ORDER}{re.escape(_plain(number))} ")


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    """Return the words of a text, one blank between two; punctuation tells nothing here."""
    return _SIGNS.sub(" ", text.casefold()).strip()
