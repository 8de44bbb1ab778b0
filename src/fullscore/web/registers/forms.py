"""Forms made from columns: what each field shows, and where a finding belongs.

The values themselves are judged in one place, behind the door, so that page, command and REST say the
same words; a form only shows what was typed beside what was said about it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.columns import Column, Kind, Reference, Register
from fullscore.usecases.registers import Row
from fullscore.web.registers import cells

_TYPES = {Kind.DATE: "date", Kind.EMAIL: "email"}
_FIGURES = {Kind.INTEGER: "numeric", Kind.NUMBER: "decimal", Kind.MONEY: "decimal"}
_YES_NO = (("yes", "yes"), ("no", "no"))


@dataclass(frozen=True, slots=True)
class Box:
    """One field of a form."""

    name: str
    label: str
    kind: str
    value: str = ""
    type: str = "text"
    input_mode: str = ""
    hint: str = ""
    error: str = ""
    unit: str = ""
    max_length: int | None = None
    is_required: bool = False
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def described_by(self) -> str:
        ids = [f"{self.name}-hint" if self.hint else "", f"{self.name}-error" if self.error else ""]
        return " ".join(one for one in ids if one)


def boxes(seen: Register, typed: Mapping[str, str], findings: Sequence[Finding] = ()) -> list[Box]:
    """Return the fields of a register holding what was typed, with what is wrong under each."""
    said = _by_label(findings)
    return [box(column, typed.get(column.name, ""), said.get(column.label, "")) for column in seen.columns]


def box(column: Column, value: str = "", error: str = "") -> Box:
    return Box(
        name=column.name,
        label=column.label,
        kind=_kind(column),
        value=value,
        type=_TYPES.get(column.kind, "text"),
        input_mode=_FIGURES.get(column.kind, ""),
        hint=_hint(column),
        error=error,
        unit=column.unit or "",
        max_length=column.max_length,
        is_required=column.is_required,
        choices=_YES_NO if column.kind is Kind.YES_NO else tuple((c.value, c.label) for c in column.choices),
    )


def _kind(column: Column) -> str:
    if column.kind in {Kind.CHOICE, Kind.YES_NO}:
        return "choice"
    return {Kind.REFERENCE: "reference", Kind.LONG_TEXT: "long"}.get(column.kind, "line")


def _hint(column: Column) -> str:
    if column.name == "ref":
        return "The short word in addresses and files. Leave it empty and one is made."
    return column.help or ""


def _by_label(findings: Sequence[Finding]) -> dict[str, str]:
    """Return each finding's sentence by the label of the field it is about."""
    found: dict[str, str] = {}
    for finding in findings:
        for label in str(finding.values.get("field", "")).split(" and "):
            found.setdefault(label, say(finding))
    return found


def homeless(findings: Sequence[Finding], shown: Sequence[Box]) -> list[str]:
    """Return the sentences that no field carries: they stand on top of the form."""
    carried = {one.error for one in shown}
    return [sentence for sentence in map(say, findings) if sentence not in carried]


def typed(row: Row) -> dict[str, str]:
    """Return a row's values as its form holds them."""
    return {name: cells.typed(value) for name, value in row.values.items()}


def names(row: Row) -> dict[str, str]:
    """Return what the rows that references point at are called, where that is not their ref."""
    pointing = {name: value for name, value in row.values.items() if isinstance(value, Reference)}
    return {name: value.label for name, value in pointing.items() if value.label != value.ref}


def sent(seen: Register, given: QueryDict) -> dict[str, str]:
    """Return what was sent for the columns the member sees; others are not read at all."""
    return {column.name: given.get(column.name, "") for column in seen.columns if column.name in given}
