"""How one program writes its lists: the header names it uses, and its own words for a state."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a program is for, which says whose word weighs more about what."""

    HR = "hr"
    DIRECTORY = "directory"
    MANAGEMENT = "management"
    ASSETS = "assets"
    BOOKS = "books"
    DESK = "desk"
    SHEET = "sheet"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Layout:
    """One list of a program: its kind, what people call it, and the names its header may hold.

    `columns` says what a name means where the kind's own words would say otherwise ("" leaves it out).
    `is_whole` is False for lists that name only a part of what the program knows.
    """

    kind: str
    label: str
    names: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """One program whose lists are known. `words`: meaning → its word, casefolded → ours."""

    name: str
    role: Role
    layouts: tuple[Layout, ...]
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
