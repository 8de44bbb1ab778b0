"""What a pack is made of: sections of blocks. Figures stand in them with the trace that made them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.findings.trace import Trace

Traced = Trace | Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Said:
    """One figure as people read it: rounded once, with what it is of and how it came about."""

    spoken: str
    trace: Traced
    of: str

    def __str__(self) -> str:
        return self.spoken


Word = str | Said


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; the figures in its words are named beside it."""

    words: str
    figures: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Big:
    """A large figure with a label over it and a note under it."""

    label: str
    spoken: Word
    note: str | None = None
    beside: tuple[Said, ...] = ()  # figures in the note


@dataclass(frozen=True, slots=True)
class Figures:
    figures: tuple[Big, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a list: words, and at its end a figure or a word; tone is "", late, soon or fine."""

    words: str
    spoken: Word | None = None
    tone: str = ""
    beside: tuple[Said, ...] = ()  # figures in the words


@dataclass(frozen=True, slots=True)
class Facts:
    items: tuple[Fact, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    words: Word
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """`kind` is "", total or group; a cell that is only words may stand as such."""

    cells: tuple[Cell | Word, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` are labels; those that end in ">" hold figures and stand at the right."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    title: str | None = None
    note: str | None = None
    beside: tuple[Said, ...] = ()  # figures in the note


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of stacked values; None is not known."""

    label: str
    values: tuple[Decimal | None, ...]
    spoken: Word


@dataclass(frozen=True, slots=True)
class Bars:
    title: str
    words: str
    unit: str
    series: tuple[tuple[str, str], ...]  # (key, label)
    bars: tuple[Bar, ...]
    beside: tuple[Said, ...] = ()  # figures in the words


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of a curve in words: things as they are ("now"), with the proposals ("then"), or "borne"."""

    role: str
    words: str
    amount: Decimal
    chance: float


@dataclass(frozen=True, slots=True)
class Curve:
    """How likely a year costs more than each amount; `bearable` are the points the owners set.

    `then` is the same curve with everything that was chosen, empty where nothing was.
    """

    title: str
    words: str
    unit: str
    points: tuple[tuple[Decimal, float], ...]
    bearable: tuple[tuple[Decimal, float], ...] = ()
    beside: tuple[Said, ...] = ()  # figures in the words and the marks
    then: tuple[tuple[Decimal, float], ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Charts beside one another, where there is room."""

    charts: tuple[Bars | Curve, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked to be decided: `once` and `yearly` is what it costs, `loses` a year without it."""

    proposal: str
    name: str
    why: str
    way: str
    once: Said | None = None
    yearly: Said | None = None
    loses: Said | None = None
    by: str | None = None
    state: str = "open"
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Asks:
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that happens in a quarter; `spoken` is what it costs, or when it is."""

    ref: str
    name: str
    purpose: str
    spoken: Word


@dataclass(frozen=True, slots=True)
class Quarter:
    key: str
    label: str
    items: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Quarters:
    title: str
    words: str
    quarters: tuple[Quarter, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    items: tuple[tuple[str, str], ...]  # (term, meaning)


Block = Text | Figures | Facts | Table | Bars | Curve | Pair | Asks | Quarters | Terms


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a pack; without data it has no blocks, and `missing` says what would fill it."""

    key: str
    title: str
    lead: str | None = None
    blocks: tuple[Block, ...] = ()
    missing: str | None = None
    figures: tuple[Said, ...] = ()  # figures in the title and the lead
