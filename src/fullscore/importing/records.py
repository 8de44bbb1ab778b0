"""What a source says, row by row, in Fullscore's words; nothing is looked up yet."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from fullscore.engine.findings.finding import Finding
from fullscore.engine.registers.columns import Register

Plain = str | int | Decimal | date | bool | None
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Key:
    """What a row may be known by. A strong key belongs to one row only; a weak one (a name) may not."""

    column: str
    value: str
    is_strong: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """A row of another register in the file's words, tried in order.

    When nothing answers to them and `is_made`, a row is made from `seed`.
    """

    register: str
    words: tuple[tuple[str, str], ...]
    seed: Mapping[str, str] = field(default_factory=dict)
    is_made: bool = True

    @property
    def shown(self) -> str:
        return self.words[-1][1]


Told = Plain | Mention


@dataclass(frozen=True, slots=True)
class Record:
    """One row of one register as the file tells it.

    `values` are set, `fills` only where nothing stands yet, `firsts` only on a new row, `clears` are
    said to be empty. A record that `is_met_only` makes no new row. `together` names columns that
    identify the row when taken together. `stamps` are set to the day of the import when the column they
    go with changes. `headers` says which of the file's columns a value came from.
    """

    register: str
    values: Mapping[str, Told]
    keys: tuple[Key, ...] = ()
    source_id: str | None = None
    fills: Mapping[str, Told] = field(default_factory=dict)
    firsts: Mapping[str, Told] = field(default_factory=dict)
    clears: frozenset[str] = frozenset()
    together: tuple[str, ...] = ()
    stamps: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    is_met_only: bool = False
    # Several rows of a file may be about the same row here: the bills of one vendor.
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """A line that names all rows of `register` whose `column` means one row: what it leaves out is over."""

    register: str
    column: str
    owner: Mention


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row, or a value of it, was not taken: the file's column (if one is to blame) and the finding."""

    column: str | None
    finding: Finding


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file: the row it is about, then rows that follow from it, or why it is refused.

    `notes` are reasons that do not refuse the row.
    """

    number: int
    records: tuple[Record, ...] = ()
    refusals: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    whole: Whole | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of a file, or of one with the same header before.

    `kind` and `source` as recognition names them; `columns` header → meaning ("" leaves it out);
    `words` meaning → their word, casefolded → our word; `files` are own edits that the file may
    replace, each as "ref.column".
    """

    kind: str = ""
    source: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    files: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """What a source must know of the organisation to read its files.

    `remembered` holds answers by a header's fingerprint; `said` is about this very file and comes first.
    """

    registers: Mapping[str, Register]
    date_order: str
    currency: str
    file: str
    said: Said = field(default_factory=Said)
    remembered: Mapping[str, Said] = field(default_factory=dict)
    # Header → the order of days that its own cells prove, where that is not the organisation's.
    orders: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a file may be: kind, program, how sure (0 to 1), and why in figures [(text, share)]."""

    kind: str
    source: str
    label: str
    confidence: float
    why: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """One column of the file: what it means here, how sure that is, and what else it may mean.

    `fate`: "taken" into a column, "kept" beside the row as it is, "left out". `options` are
    (meaning, label), the likeliest first; `samples` the first different values.
    """

    header: str
    meaning: str
    becomes: str
    fate: str
    sure: float
    samples: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadWord:
    """One word of a closed vocabulary as the file writes it; `means` is "" while nobody has said."""

    meaning: str
    header: str
    word: str
    means: str
    rows: int
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A file understood: where it comes from, what it is, how sure that is, how many rows it has.

    `register` is "" when no register holds such rows yet: the file is kept whole. `is_sure` is False
    below the threshold: then a person is asked before a row is touched. `lines` gives each row in the
    file's words when it is asked for; asking again gives the same.
    """

    source: str
    kind: str
    label: str
    register: str
    confidence: float
    rows: int
    lines: Callable[[], Iterator[Line]]
    is_sure: bool = True
    header: tuple[str, ...] = ()
    header_line: int = 1
    fingerprint: str = ""
    preamble: int = 0
    totals: int = 0
    columns: tuple[ReadColumn, ...] = ()
    words: tuple[ReadWord, ...] = ()
    guesses: tuple[Guess, ...] = ()
    # The role of the program, by which its word is weighed against others': see `layouts.Role`.
    role: str = "sheet"
    # True when the file lists all of the source's rows, so that one it leaves out is "not seen since".
    is_whole: bool = True
