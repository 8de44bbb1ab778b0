"""Which rows of a list are one bill: by vendor, number and day; rows without a number are one each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from fullscore.engine.registers.identity import even
from fullscore.importing.kinds.bills.figures import Figure
from fullscore.importing.kinds.rows import Row

_LONGEST = 400
Key = tuple[str, str, date]


@dataclass(frozen=True, slots=True)
class Read:
    """A row that is a bill, or a line of one."""

    row: Row
    vendor: str
    billed_on: date
    figure: Figure

    @property
    def key(self) -> Key:
        return even(self.vendor), even(self.row.text("number")), self.billed_on


@dataclass(slots=True)
class Bill:
    """What the rows of one bill say together; `lines` are theirs, the first first."""

    first: int
    currency: str
    amount: Decimal = Decimal(0)
    lines: list[int] = field(default_factory=list)
    totals: set[Decimal] = field(default_factory=set)
    texts: dict[str, None] = field(default_factory=dict)
    cells: dict[frozenset[tuple[str, str]], int] = field(default_factory=dict)
    repeats: dict[int, int] = field(default_factory=dict)
    others: set[int] = field(default_factory=set)

    @property
    def about(self) -> str:
        return "; ".join(self.texts)[:_LONGEST]

    def add(self, read: Read) -> None:
        """Take in one more row; one that repeats another word for word is no line of its own."""
        row, told = read.row, read.figure
        cells = frozenset(row.cells.items())
        if cells in self.cells:
            self.repeats[row.line] = self.cells[cells]
            return
        if told.currency != self.currency:
            self.others.add(row.line)
            return
        self.cells[cells] = row.line
        self.lines.append(row.line)
        self.texts |= dict.fromkeys([row.text("text")] if row.text("text") else [])
        # The total of a bill stands on each of its lines, but is owed once.
        if not (told.is_total and told.amount in self.totals):
            self.amount += told.amount
        self.totals.add(told.amount)


def grouped(reads: Iterable[Read]) -> Mapping[int, tuple[Bill, int]]:
    """Return line → its bill, and its place among the vendor's bills of that day without a number."""
    bills: dict[Key, Bill] = {}
    unnumbered: defaultdict[Key, int] = defaultdict(int)
    found: dict[int, tuple[Bill, int]] = {}
    for read in reads:
        place = 0
        if read.key[1]:
            bill = bills.setdefault(read.key, Bill(read.row.line, read.figure.currency))
        else:
            bill, place = Bill(read.row.line, read.figure.currency), unnumbered[read.key]
            unnumbered[read.key] += 1
        bill.add(read)
        found[read.row.line] = bill, place
    return found
