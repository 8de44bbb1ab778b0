"""What one part of a row says of its contract: values, where they stood, and what is wrong with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.cleaning import clean
from fullscore.importing.filling import Filled
from fullscore.importing.kinds.rows import Row
from fullscore.importing.records import Reason, Told

REGISTER = "contracts"

# What no calendar, list of currencies or price knows: such a row is not taken at all. What only cannot be
# read as a day or a figure ("soon", "see contract") stays beside the contract.
_REFUSED = frozenset({"import-day-impossible", "field-too-small", "currency-unknown"})


@dataclass(frozen=True, slots=True)
class Part:
    """`firsts` are guesses for a new contract."""

    values: Mapping[str, Told] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    refusals: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    firsts: Mapping[str, Told] = field(default_factory=dict)


def part_of(got: Filled) -> Part:
    """Return cleaned cells as a part; what is impossible refuses the row, what is unreadable does not."""
    hard = tuple(reason for reason in got.reasons if reason.finding.code in _REFUSED)
    soft = tuple(reason for reason in got.reasons if reason.finding.code not in _REFUSED)
    return Part(got.values, got.headers, hard, soft)


def joined(parts: Iterable[Part]) -> Part:
    """Return several parts as one; of a value that two tell the first one's counts."""
    every = tuple(parts)
    return Part(
        {name: value for part in reversed(every) for name, value in part.values.items()},
        {name: header for part in reversed(every) for name, header in part.headers.items()},
        tuple(reason for part in every for reason in part.refusals),
        tuple(reason for part in every for reason in part.notes),
        {name: value for part in reversed(every) for name, value in part.firsts.items()},
    )


def cleaned(row: Row, header: str, told: Mapping[str, Told]) -> Part:
    """Return values made of one cell, each as its column keeps it."""
    subject = Subject("imports", f"{row.context.file}:{row.line}")
    columns = row.context.registers[REGISTER]
    found = {name: clean(columns.column(name), value, subject) for name, value in told.items()}
    fit = {name: value for name, value in found.items() if not isinstance(value, Finding)}
    unfit = tuple(Reason(header, value) for value in found.values() if isinstance(value, Finding))
    return part_of(Filled(dict(fit), unfit, dict.fromkeys(fit, header)))
