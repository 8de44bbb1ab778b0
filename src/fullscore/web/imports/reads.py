"""A kept text as a person reads it: dates and amounts as the registers show them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from fullscore.engine.registers.columns import Kind
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import all_registers
from fullscore.web.templatetags.words import full_day, money, number

# From (a column's label, its text) to what the page shows.
Reads = Callable[[str, str], str]


def reads(request: MemberRequest, register: str) -> Reads:
    """Return how the values of one register's columns read; "" is a list no register holds."""
    columns = all_registers()[register].columns if register else ()
    kinds = {column.label: column.kind for column in columns}
    ours = request.account.currency

    def shown(label: str, text: str) -> str:
        try:
            return _shown(kinds.get(label, Kind.TEXT), text, ours)
        except (ValueError, InvalidOperation):
            return text

    return shown


def _shown(kind: Kind, text: str, ours: str) -> str:
    if kind is Kind.DATE:
        return full_day(date.fromisoformat(text))
    if kind is Kind.MONEY:
        return money(Decimal(text), ours)
    return number(Decimal(text)) if kind in {Kind.NUMBER, Kind.INTEGER} else text
