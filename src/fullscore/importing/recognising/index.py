"""What kinds and programs know of headers, built once: which name means what where, and how rare it is."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log2
from typing import TypeVar

from fullscore.importing.kinds import KINDS
from fullscore.importing.kinds.kind import Kind, Meaning
from fullscore.importing.layouts import Layout, Source
from fullscore.importing.lexicon.headers import squeezed, tokens
from fullscore.importing.sources import SOURCES

# A meaning of this name is known and stays beside the row, as a name that means nothing does.
BESIDE = "beside"
_Named = TypeVar("_Named", bound=Hashable)


@dataclass(frozen=True, slots=True)
class KnownLayout:
    """A program's list: its names as they are compared, whole and by what they say, and what they mean."""

    source: Source
    layout: Layout
    names: frozenset[str]
    said: frozenset[frozenset[str]]
    columns: Mapping[str, str]
    columns_said: Mapping[frozenset[str], str]

    def holds(self, name: str) -> bool:
        """Say whether a header is one of its names, in whatever language."""
        return squeezed(name) in self.names or tokens(name) in self.said

    def meaning_of(self, name: str) -> str | None:
        """Return what the program means by a header, "" for nothing of ours, None where it does not say."""
        return self.columns.get(squeezed(name), self.columns_said.get(tokens(name)))


@dataclass(frozen=True, slots=True)
class KnownKind:
    """A kind as it is looked up.

    `phrases`: a whole name → what it may mean, the likeliest first. `words`: a token → the names it stands
    in. `names` and `said`: those of all its layouts.
    `usual`: meaning → how likely it stands in such a list; names that are only kept beside, or left out,
    have no such figure.
    """

    kind: Kind
    layouts: tuple[KnownLayout, ...]
    phrases: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[tuple[frozenset[str], str], ...]]
    names: frozenset[str]
    said: frozenset[frozenset[str]]
    usual: Mapping[str, float]

    def has_seen(self, name: str) -> bool:
        """Say whether some program's list of this kind has a column of this name."""
        return squeezed(name) in self.names or tokens(name) in self.said


@dataclass(frozen=True, slots=True)
class Index:
    """Everything there is to recognise by. `rarity`: name → bits; `weights`: token → bits.

    `sources` and `sayings`: a name, or what it says → bits, by how many programs use it; with `own` bits it
    is one program's own. `spelt`: first letter and length → whole names of any kind.
    """

    kinds: tuple[KnownKind, ...]
    rarity: Mapping[str, float]
    weights: Mapping[str, float]
    sources: Mapping[str, float]
    sayings: Mapping[frozenset[str], float]
    own: float
    spelt: Mapping[tuple[str, int], tuple[str, ...]]

    def rarity_of(self, name: str) -> float:
        """Return how much a whole name tells; one that nobody knows tells as much as the rarest."""
        return self.rarity.get(name, log2(1 + len(self.kinds)))

    def weight_of(self, words: Iterable[str]) -> float:
        """Return how much tokens tell together."""
        rarest = log2(1 + len(self.kinds))
        return sum(self.weights.get(word, rarest) for word in words)


def kind_named(name: str) -> KnownKind | None:
    """Return a kind by its name."""
    return next((known for known in index().kinds if known.kind.name == name), None)


@cache
def index() -> Index:
    """Return the index; it is built when the first file comes."""
    kinds = tuple(_known(kind) for kind in KINDS)
    return Index(
        kinds,
        _rarity([kind.phrases.keys() | kind.names for kind in kinds]),
        _rarity([kind.words.keys() for kind in kinds]),
        _rarity([{squeezed(name) for name in _names_of(source)} for source in SOURCES]),
        _rarity([{tokens(name) for name in _names_of(source)} for source in SOURCES]),
        log2(1 + len(SOURCES)),
        _spelt(sorted({phrase for kind in kinds for phrase in kind.phrases})),
    )


def _rarity(known: Sequence[Iterable[_Named]]) -> dict[_Named, float]:
    counts: dict[_Named, int] = defaultdict(int)
    for names in known:
        for name in set(names):
            counts[name] += 1
    return {name: log2(1 + len(known) / count) for name, count in counts.items()}


def _names_of(source: Source) -> frozenset[str]:
    return frozenset(name for layout in source.layouts for name in layout.names)


def _known(kind: Kind) -> KnownKind:
    layouts = tuple(
        _layout(source, layout) for source in SOURCES for layout in source.layouts if layout.kind == kind.name
    )
    phrases = _phrases(kind)
    names = frozenset(name for layout in layouts for name in layout.names)
    said = frozenset(each for layout in layouts for each in layout.said)
    usual = _usual(kind, phrases, layouts)
    return KnownKind(kind, layouts, phrases, _words(kind), names, said, usual)


def _layout(source: Source, layout: Layout) -> KnownLayout:
    columns = {squeezed(name): meaning for name, meaning in layout.columns.items()}
    said = frozenset(map(tokens, layout.names))
    columns_said = {tokens(name): meaning for name, meaning in layout.columns.items()}
    return KnownLayout(source, layout, frozenset(map(squeezed, layout.names)), said, columns, columns_said)


def _phrases(kind: Kind) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for meaning in kind.meanings:
        for word in meaning.words:
            if meaning.name not in found[squeezed(word)]:
                found[squeezed(word)].append(meaning.name)
    return {name: tuple(meanings) for name, meanings in found.items()}


def _spelt(phrases: Iterable[str]) -> dict[tuple[str, int], tuple[str, ...]]:
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for phrase in phrases:
        found[phrase[:1], len(phrase)].append(phrase)
    return {mark: tuple(each) for mark, each in found.items()}


def _words(kind: Kind) -> dict[str, tuple[tuple[frozenset[str], str], ...]]:
    found: dict[str, dict[tuple[frozenset[str], str], None]] = defaultdict(dict)
    for meaning in kind.meanings:
        for word in meaning.words:
            said = tokens(word)
            for token in said:
                found[token][said, meaning.name] = None
    return {token: tuple(lists) for token, lists in found.items()}


def _usual(
    kind: Kind, phrases: Mapping[str, tuple[str, ...]], layouts: tuple[KnownLayout, ...]
) -> dict[str, float]:
    counts: dict[str, int] = defaultdict(int)
    for layout in layouts:
        meant = {layout.columns.get(name) or next(iter(phrases.get(name, ())), "") for name in layout.names}
        for meaning in meant:
            counts[meaning] += 1
    return {
        meaning.name: _chance(counts[meaning.name], len(layouts))
        for meaning in kind.meanings
        if not is_catch_all(meaning)
    }


def is_catch_all(meaning: Meaning) -> bool:
    """Say whether a meaning gathers names that have nothing in common but their fate."""
    return meaning.name == BESIDE or meaning.is_dropped or meaning.is_secret


def _chance(seen: int, lists: int) -> float:
    """Return how likely a meaning stands in a list, when it stood in so many of so many."""
    return (seen + 0.5) / (lists + 2)
