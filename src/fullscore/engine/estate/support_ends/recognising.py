"""Which release a text names. A wrong match is the dearest mistake: words fit exactly, or nobody knows.

A version fits by whole numbers: 22.04 is named by 22.04.3, not by 22.0. Of several releases the one that
says most counts; where two say as much and end on different days, the text is ambiguous.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from fullscore.engine.estate.support_ends.facts import EndFact, Product, Release, Stands, Words, fact_of

# So many words may stand between a product's name and its number: Ubuntu Server LTS 22.04.
_BETWEEN, _AMONG = 3, 10
_WORD = re.compile(r"\.?[A-Za-z0-9]+(?:[.][A-Za-z0-9]+)*\+?")
_VERSION = re.compile(r"v?(\d+(?:\.\d+)*)(?:u\d+[a-z]?)?")
_EXACT = "="


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text names: facts, and products of which it names more releases than one."""

    facts: tuple[EndFact, ...] = ()
    unclear: tuple[tuple[EndFact, ...], ...] = ()


def read(text: str, products: Iterable[Product]) -> Reading:
    """Return every release the text names, of each product at most one."""
    words = tuple(_WORD.findall(text))
    lower = tuple(word.casefold() for word in words)
    found = [tuple(_named(words, lower, product)) for product in products]
    return Reading(
        tuple(facts[0] for facts in found if len(facts) == 1),
        tuple(facts for facts in found if len(facts) > 1),
    )


def _named(words: Words, lower: Words, product: Product) -> Iterator[EndFact]:
    """Yield the releases of one product the text may mean: one, or several that end on different days."""
    rest = _after(words, lower, product)
    if rest is None or product.never & set(lower):
        return
    said = [(release, _fits(rest, lower, release, product)) for release in product.releases]
    most = max((weight for _, weight in said), default=0)
    best = [release for release, weight in said if weight == most and weight]
    if len({release.ends_on for release in best}) == 1:
        best = best[:1]
    yield from (fact_of(product, release) for release in best)


def _after(words: Words, lower: Words, product: Product) -> Words | None:
    """Return the words behind the product's name; None where it is not named."""
    for name in product.names:
        parts = _parts(name)
        among = words if name.startswith(_EXACT) else lower
        for start in range(len(words) - len(parts) + 1):
            if among[start : start + len(parts)] == parts:
                return lower[start + len(parts) :]
    return None


@cache
def _parts(name: str) -> Words:
    found = _WORD.findall(name.removeprefix(_EXACT))
    return tuple(found) if name.startswith(_EXACT) else tuple(word.casefold() for word in found)


def _fits(rest: Words, every: Words, release: Release, product: Product) -> int:
    """Return how much of a release the words say; 0 where they do not name it."""
    if release.unless & set(every) or (release.edition and not release.edition & set(every)):
        return 0
    return max((_weight(rest, way, product.stands) for way in release.said), default=0)


def _weight(rest: Words, way: Words, stands: Stands) -> int:
    if stands is Stands.AMONG:
        near = rest[:_AMONG]
        return sum(_parts_of(word) for word in way) if all(_has(near, word) for word in way) else 0
    start = 0 if stands is Stands.NEXT else _number(rest)
    if start is None:
        return 0
    here = rest[start : start + len(way)]
    is_said = len(here) == len(way) and all(map(_is_version, here, way))
    return sum(_parts_of(word) for word in way) if is_said else 0


def _number(rest: Words) -> int | None:
    """Return where the first number stands, if it is near."""
    return next((at for at, word in enumerate(rest[: _BETWEEN + 1]) if _numbers(word)), None)


def _has(near: Words, wanted: str) -> bool:
    return any(_is_version(word, wanted) for word in near)


def _is_version(word: str, wanted: str) -> bool:
    """Return whether a word is the wanted one, or a version that begins with its numbers."""
    if word == wanted:
        return True
    said, asked = _numbers(word), _numbers(wanted)
    return bool(asked) and said[: len(asked)] == asked


@cache
def _numbers(word: str) -> tuple[int, ...]:
    found = _VERSION.fullmatch(word)
    return tuple(int(part) for part in found.group(1).split(".")) if found else ()


def _parts_of(word: str) -> int:
    return len(_numbers(word)) or 1
