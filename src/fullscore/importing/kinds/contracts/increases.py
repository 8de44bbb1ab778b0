"""How people write what a contract may rise by in a year: "3%", "CPI", "3 % max 5 %"."""

import re
from dataclasses import dataclass
from decimal import Decimal

_PERCENT = re.compile(
    r"(?P<cap>(?:max(?:imum|imal|\.)?|cap(?:ped)?(?: at)?|up to|(?:not|no) more than|at most|höchstens"
    r"|bis zu|≤|<=?)"
    r"\s*(?:of\s*)?)?(?P<number>[0-9]{1,3}(?:[.,][0-9]{1,3})?)\s*(?:%|percent|prozent|pct)"
)
_PLAIN = re.compile(r"[0-9]{1,2}(?:[.,][0-9]{1,3})?")
_INDEX = re.compile(
    r"\b(?:cpi(?:-u|-w)?|rpi|hicp|vpi|ppi|index(?:ation|ed)?|inflation|verbraucherpreisindex)\b"
)
_SHORT = frozenset({"cpi", "cpi-u", "cpi-w", "rpi", "hicp", "vpi", "ppi"})
_FILLING = re.compile(
    r"\b(?:per|a|p\.?a\.?|year|yearly|annual|annually|annum|increase|uplift|rise|fixed|with|cap|capped|max|maximum|at|of|to|the"
    r"|pro|jahr|jährlich|erhöhung|gemäß|nach|each|by|and|linked|up)\b|[(),;:+/.-]"
)  # fmt: skip
_NO_INCREASE = frozenset({"no increase", "price lock", "fixed price", "locked", "none", "keine", "festpreis"})


@dataclass(frozen=True, slots=True)
class Increase:
    """A yearly rise: by so many percent, at most by so many, or as an index goes."""

    percent: Decimal | None = None
    cap: Decimal | None = None
    index: str = ""


def increase(text: str) -> Increase | None:
    """Return the increase a cell tells of, None when any of its words is not understood."""
    plain = " ".join(text.casefold().split())
    if plain in _NO_INCREASE:
        return Increase(Decimal(0))
    if _PLAIN.fullmatch(plain):
        return Increase(_number(plain))
    shares = list(_PERCENT.finditer(plain))
    indices = list(_INDEX.finditer(plain))
    rest = _INDEX.sub(" ", _PERCENT.sub(" ", plain))
    if not (shares or indices) or _FILLING.sub(" ", rest).strip():
        return None
    caps = [_number(each["number"]) for each in shares if each["cap"]]
    percents = [_number(each["number"]) for each in shares if not each["cap"]]
    # "CPI + 2%" rises by more than the index; what that comes to nobody knows beforehand.
    if len(caps) > 1 or len(percents) > 1 or len(indices) > 1 or (percents and indices):
        return None
    index = indices[0].group() if indices else ""
    return Increase(
        next(iter(percents), None), next(iter(caps), None), index.upper() if index in _SHORT else index
    )


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
