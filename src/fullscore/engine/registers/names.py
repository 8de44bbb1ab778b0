"""Names of people as lists write them: in either order, with titles, initials and suffixes.

A title or a degree says nothing of who it is. A middle initial and "Jr." may be left out by one list and
written by another, but two different ones are two people: Ana M. and Ana K. Ruiz, father and son.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TITLES = frozenset(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau", "dipl-ing", "ing"])
_DEGREES = frozenset(["cpa", "phd", "md", "pe", "mba", "esq", "rn", "dds", "cfa", "pmp", "jd", "msc", "bsc"])
_GENERATIONS = {
    "jr": "2", "junior": "2", "sr": "1", "senior": "1", "ii": "2", "2nd": "2", "iii": "3", "3rd": "3",
    "iv": "4", "4th": "4",
}  # fmt: skip
_ASIDE = re.compile(r"\([^()]*\)")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "'": None, "\u2019": None, "`": None}
)
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: `forms` are its spellings, of which any may be met in another list."""

    forms: tuple[str, ...]
    initials: str = ""
    generation: str = ""

    def contradicts(self, other: "Name") -> bool:
        """Say whether what both write beside the name tells two people apart."""
        return _differ(self.generation, other.generation) or _differ(self.initials, other.initials)


def _differ(one: str, other: str) -> bool:
    return bool(one and other and not one.startswith(other) and not other.startswith(one))


@lru_cache(maxsize=8_192)
def named(text: str) -> Name:
    """Return a person's name as it can be compared: "Ruiz, Ana M." and "Dr. Ana Ruiz" are both ana ruiz."""
    words, generation = _stripped(_in_order(_ASIDE.sub(" ", text)))
    initials = "".join(word for word in words[1:-1] if len(word) == 1)
    kept = [word for at, word in enumerate(words) if len(word) > 1 or at in {0, len(words) - 1}]
    return Name(spellings(" ".join(kept)), initials, generation)


def _in_order(text: str) -> list[str]:
    """Return the words in the order they are said: what stands before the comma is the family's name."""
    parts = [part for part in (_words(part) for part in text.split(",")) if part]
    beside = [part for part in parts[1:] if all(_is_beside(word) for word in part)]
    told = [part for part in parts if part not in beside]
    turned = [*told[1:], *told[:1]]
    return [word for part in (*turned, *beside) for word in part]


def _words(text: str) -> list[str]:
    return [word for word in (word.strip(".").replace(".", "") for word in text.casefold().split()) if word]


def _is_beside(word: str) -> bool:
    return word in _DEGREES or word in _GENERATIONS


def _stripped(words: list[str]) -> tuple[list[str], str]:
    """Return the words without titles and degrees, and what tells father from son."""
    while len(words) > _FEWEST and words[0] in _TITLES:
        words = words[1:]
    generation = ""
    for word in words[1:]:
        if _is_beside(word) and len(words) > _FEWEST:
            words = [each for each in words if each != word]
            generation = generation or _GENERATIONS.get(word, "")
    return words, generation


def spellings(text: str) -> tuple[str, ...]:
    """Return a text in plain letters, as lists spell it: müller as muller, and as mueller."""
    even = unicodedata.normalize("NFC", text.casefold()).replace("-", " ")
    each = (even, even.translate(_SPELT_OUT))
    return tuple(dict.fromkeys(" ".join(_plain(spelt).split()) for spelt in each))


def _plain(text: str) -> str:
    split = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in split if not unicodedata.combining(letter))
