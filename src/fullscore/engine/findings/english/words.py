"""Words every sentence is made of: days, numbers, lists."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from fullscore.engine.findings.finding import Value

Sentence = Callable[[Mapping[str, Value]], str]


def day(value: Value) -> str:
    """Return a date as people say it: Wednesday 25 November 2026."""
    if not isinstance(value, date):
        return str(value)
    return f"{value:%A} {value.day} {value:%B %Y}"


def number(value: Value) -> str:
    """Return a quantity with thousands separated and no trailing zeros."""
    if isinstance(value, Decimal):
        return f"{value:,f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:,f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def listed(value: Value) -> str:
    """Return several things as a list in words: a, b and c."""
    parts: Sequence[str] = value if isinstance(value, tuple) else (str(value),)
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def clipped(text: str, room: int) -> str:
    """Return a text that fits, cut at a word where there is one to cut at."""
    if len(text) <= room:
        return text
    cut = text[: room - 1]
    at = cut.rfind(" ")
    return f"{cut[:at] if at > room // 2 else cut}…".replace(",…", "…")
