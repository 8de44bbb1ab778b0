"""From a header to the tokens it is compared by: how it is written falls away, what it says stays."""

import re
import unicodedata
from functools import lru_cache

from fullscore.importing.lexicon.german import in_english
from fullscore.importing.months import without_year

# What stands beyond is no name any more; a cell may hold a book.
LONGEST = 120
# "[READ ONLY]", "(in days)", "{0}": remarks about a column, not its name.
_REMARK = re.compile(r"\[[^\]]*\]|\([^)]*\)|\{[^}]*\}|<[^>]*>")
_SPECIAL = (
    (re.compile(r"e-?\s?mail", re.IGNORECASE), " email "),
    (re.compile(r"wi-?fi", re.IGNORECASE), " wifi "),
    (re.compile(r"ipv(\d)", re.IGNORECASE), r" ip "),
    (re.compile(r"mac ?os\b|(?<![a-z])ios\b", re.IGNORECASE), " os "),
    (re.compile(r"n°|№|#"), " number "),
    (re.compile(r"%"), " percent "),
    (re.compile(r"&"), " and "),
)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-ZÄÖÜ])|(?<=[A-Z])(?=[A-Z][a-z])")
_BREAK = re.compile(r"[^0-9a-z]+")
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe"})
_SHORT = {
    "no": "number", "num": "number", "nbr": "number", "nr": "number", "qty": "quantity",
    "dept": "department", "mgr": "manager", "tel": "phone", "telephone": "phone", "addr": "address",
    "mail": "email", "desc": "description", "amt": "amount", "avg": "average", "min": "minimum",
    "max": "maximum", "acct": "account", "org": "organization", "organisation": "organization",
    "licence": "license", "mfg": "manufacturer", "mfr": "manufacturer", "os": "os", "upn": "upn",
    "co": "company", "emp": "employee", "ref": "reference", "hw": "hardware", "sw": "software",
    "forename": "firstname", "postcode": "zip", "postal": "zip", "expiry": "expiration",
    "expires": "expiration", "expired": "expired", "expiring": "expiration", "eol": "eol",
    "hostname": "hostname", "mailbox": "email", "colour": "color", "centre": "center",
    "programme": "program",
}  # fmt: skip
# Words that say nothing by themselves.
_EMPTY = frozenset({
    "the", "of", "a", "an", "in", "and", "or", "to", "for", "by", "is", "has", "s", "at", "per", "on",
    "der", "die", "das", "des", "dem", "den", "im", "am", "vom", "zum", "zur", "fuer", "und", "mit", "bei",
    "ab", "ist", "wird",
})  # fmt: skip
_OF = frozenset({"of", "for", "des", "der", "fuer", "von", "zur", "zum"})
_NO_PLURAL = frozenset(
    {"os", "status", "address", "bios", "gps", "sms", "dns", "class", "business", "access"}
)


def squeezed(name: str) -> str:
    """Return a name without anything but its letters and digits, so that `Asset Tag` is `asset_tag`."""
    return _squeezed(without_year(name[:LONGEST]))


@lru_cache(maxsize=16384)
def _squeezed(name: str) -> str:
    return "".join(_words(name))


def tokens(name: str) -> frozenset[str]:
    """Return what a name says, in English and singular; a name that is all filler keeps its words."""
    return _tokens(without_year(name[:LONGEST]))


@lru_cache(maxsize=16384)
def _tokens(name: str) -> frozenset[str]:
    words = [token for word in _words(name) for token in _said(word)]
    return frozenset(word for word in words if word not in _EMPTY) or frozenset(words)


def is_one_word(name: str) -> bool:
    """Say whether a name is written as one word; German puts several meanings into one."""
    return len(_words(name[:LONGEST])) == 1


def head(name: str) -> str:
    """Return the word that says what kind of thing it is: the last one before an `of`."""
    said = [
        token for word in _before_of(_words(name[:LONGEST])) for token in _said(word) if token not in _EMPTY
    ]
    return said[-1] if said else ""


def _before_of(words: list[str]) -> list[str]:
    """Return what stands before a word like `of` or `des`; all of it when nothing does."""
    place = next((place for place, word in enumerate(words) if word in _OF and place), len(words))
    return words[:place]


def _words(name: str) -> list[str]:
    plain = _REMARK.sub(" ", name)
    return _split(plain) or _split(name)


def _split(name: str) -> list[str]:
    text = unicodedata.normalize("NFKC", name)
    for pattern, instead in _SPECIAL:
        text = pattern.sub(instead, text)
    text = _HUMP.sub(" ", text).casefold().translate(_FOLDED)
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return [word for word in _BREAK.split(bare) if word]


def _said(word: str) -> tuple[str, ...]:
    if word in _SHORT:
        return (_SHORT[word],)
    return tuple(_SHORT.get(part, part) for part in map(_singular, in_english(word)))


def _singular(word: str) -> str:
    if len(word) <= 3 or word in _NO_PLURAL or word.endswith(("ss", "us", "is")):  # noqa: PLR2004
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word.removesuffix("s")
