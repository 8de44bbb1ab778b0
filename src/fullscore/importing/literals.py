"""How people and programs write days, amounts, counts, sizes and durations, and what is meant."""

from fullscore.importing.amounts import amount, count, is_nothing, months, percent, several, size, yes_no
from fullscore.importing.days import day, order_of
from fullscore.importing.unread import UnreadError

__all__ = [
    "UnreadError", "amount", "count", "day", "is_nothing", "months", "order_of", "percent", "several", "size",
    "yes_no",
]  # fmt: skip
