"""The question of the what-if box, read by a closed grammar: one amount, one direction, known words.

Whatever is not known is said and nothing is guessed: "cut 20,000 from security" asks for something else than
"cut 20,000", and its answer would be wrong.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from fullscore.web.templatetags.words import SYMBOLS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LESS = _words("cut cuts cutting less fewer save reduce minus without smaller")
_MORE = _words("more add added extra plus raise additional another bigger")
_KNOWN = _words(
    "a an and are be budget by can could did do does for gain get had happen happens has have how i if is it"
    " lose loss me money much of on our please show spend spent the then there they this to us was we were"
    " what whats will with would year you your"
)
_SIZES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "mio": 1_000_000, "million": 1_000_000}
_AMOUNT = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[,'\u2019\u00a0\u202f ]\d{3})+|\d+)(\.\d{1,2})?(?:\s?(k|m|mio|thousand|million))?"
    r"(?![\w%]|[.,'\u2019]\d)"
)
_WORD = re.compile(r"[^\s?!,;:]+")
_MOST = Decimal(10) ** 12
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Question:
    """So much less (or more) money in the first year of the plan than there is."""

    amount: Decimal
    is_more: bool


@dataclass(frozen=True, slots=True)
class Unread:
    """What was not understood, as a sentence for the person who typed it."""

    words: str


def read(text: str, currency: str) -> Question | Unread:
    """Return what is asked, or what of it is not understood."""
    plain = _bare(text[:LONGEST], currency)
    found = list(_AMOUNT.finditer(plain))
    words = [word.strip(".'\u2019\"“”") for word in _WORD.findall(_AMOUNT.sub(" ", plain).lower())]
    amount, less, more = _amount(found), _LESS.intersection(words), _MORE.intersection(words)
    strange = [word for word in words if word and word not in _LESS | _MORE | _KNOWN]
    if strange:
        return Unread(f"“{' '.join(strange)}” is not understood here.")
    if amount is None:
        return Unread("An amount is missing." if not found else "One amount at a time, above 0.")
    if bool(less) == bool(more):
        return Unread("Say whether it is less or more." if not less else "It is either less or more.")
    return Question(amount, is_more=bool(more))


def _bare(text: str, currency: str) -> str:
    """Return the text without the signs of the money it is in: $20k is 20k."""
    for sign in (SYMBOLS.get(currency, currency), currency):
        text = re.sub(rf"(?<!\w){re.escape(sign)}\s?(?=\d)", "", text, flags=re.IGNORECASE)
        text = re.sub(rf"(?<=\d)\s?{re.escape(sign)}(?!\w)", "", text, flags=re.IGNORECASE)
    return re.sub(r"[-+\N{MINUS SIGN}](?=\d)", "", text) if not re.search(r"\d[-+]\d", text) else text


def _amount(found: list[re.Match[str]]) -> Decimal | None:
    """Return the one amount that was typed, exactly; None for none, several, nothing or too much."""
    if len(found) != 1:
        return None
    whole, cents, size = found[0].groups()
    amount = Decimal(re.sub(r"\D", "", whole) + (cents or "")) * _SIZES.get((size or "").lower(), 1)
    return amount if 0 < amount < _MOST else None
