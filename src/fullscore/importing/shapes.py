"""How a source says which headers are its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fullscore.importing.records import Context, Line
from fullscore.importing.tables import Table, known

SURE = 0.6  # below this a file is not taken for what it may be


@dataclass(frozen=True, slots=True)
class Match:
    """What a header looks like: source, kind of file, main register, and how sure (0 to 1)."""

    source: str
    kind: str
    register: str
    confidence: float
    lines: "Callable[[Context, Table], Iterator[Line]]"


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of file: of each group in `must` one name must be there; `names` are all it may hold."""

    kind: str
    register: str
    must: tuple[frozenset[str], ...]
    names: frozenset[str]
    lines: "Callable[[Context, Table], Iterator[Line]]"

    def confidence(self, header: tuple[str, ...]) -> float:
        """Return 0 when a must is missing, else 0.6 and more by the share of known names."""
        there = {known(name) for name in header}
        if not all(group & there for group in self.must):
            return 0.0
        return round(SURE + (1 - SURE) * len(there & self.names) / len(there), 2)


def best(source: str, shapes: tuple[Shape, ...], header: tuple[str, ...]) -> Match | None:
    """Return the likeliest of a source's shapes, or None."""
    rated = [(shape.confidence(header), shape) for shape in shapes]
    confidence, shape = max(rated, key=lambda pair: pair[0])
    if confidence < SURE:
        return None
    return Match(source, shape.kind, shape.register, confidence, shape.lines)


def one_of(*names: str) -> frozenset[str]:
    """Return names of one column, any of which will do."""
    return frozenset(names)
