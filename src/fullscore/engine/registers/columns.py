"""Columns: one frozen value for each field of a register, derived from the model and used by every door."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fullscore.engine.registers.access import FieldClass, Member


class Kind(StrEnum):
    """What a column holds; filters, widgets and schemas follow from it."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    EMAIL = "email"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    YES_NO = "yes-no"
    CHOICE = "choice"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a register as every door sees it."""

    name: str
    label: str
    kind: Kind
    field_class: FieldClass
    is_required: bool = False
    is_unique: bool = False
    is_importable: bool = True
    is_listed: bool = False
    is_searchable: bool = False
    max_length: int | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    places: int | None = None
    choices: tuple[Choice, ...] = ()
    target: str | None = None
    help: str | None = None
    unit: str | None = None
    # How a text is written that means more than its letters: "time" (22:00), "hours" (Mon-Fri 06:00-22:00).
    form: str | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """A register as every door sees it; `name` is its word in addresses, API paths and commands."""

    name: str
    room: str
    singular: str
    plural: str
    title: str
    columns: tuple[Column, ...]
    about: str

    def column(self, name: str) -> Column:
        """Return one column by name; raises `KeyError` when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Reference:
    """The value of a reference column: a row of another register, by the word people type."""

    ref: str
    label: str


def visible(columns: Iterable[Column], by: Member) -> tuple[Column, ...]:
    """Return the columns `by` may read; the others do not exist for them."""
    return tuple(column for column in columns if column.field_class in by.reads)
