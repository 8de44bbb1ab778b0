"""Which program wrote a list: one whose own, rare names are there."""

from collections.abc import Sequence
from math import inf

from fullscore.importing.layouts import Layout, Role
from fullscore.importing.lexicon.headers import is_one_word, squeezed, tokens
from fullscore.importing.recognising.index import KnownKind, KnownLayout, index
from fullscore.importing.recognising.meaning import Column

OWN_SHEET = "Own sheet"
# So much of the header must be a program's; and so much of the program's list be there,
# or so many names that only this program uses.
_SHARE, _WHOLE, _OWN = 0.7, 0.45, 2
# HR systems call things as everybody does; a sheet has no names of its own.
_OWN_NAMES = {Role.HR: 1.0, Role.SHEET: inf}
_FEWEST, _NEARLY_ALL, _OTHERS = 5, 0.75, 0.75


def program_of(known: KnownKind, columns: Sequence[Column]) -> KnownLayout | None:
    """Return the program's list this is, None for a list that anybody may have written."""
    names = _names(columns)
    fitting = [layout for layout in known.layouts if _fits(known, layout, names)]
    return max(fitting, key=lambda layout: _worth(layout, names), default=None)


def named(known: KnownKind, source: str, columns: Sequence[Column]) -> KnownLayout | None:
    """Return the nearest list of the program that a person has named."""
    names = _names(columns)
    lists = [layout for layout in known.layouts if layout.source.name == source]
    return max(lists, key=lambda layout: sum(map(layout.holds, names)), default=None)


def label_of(known: KnownKind, layout: KnownLayout | None) -> str:
    """Return what people call such a list."""
    return layout.layout.label if layout else plain_label(known)


def plain_label(known: KnownKind) -> str:
    """Return what people call a list of this kind, whoever wrote it."""
    label = f"{known.kind.label[:1].lower()}{known.kind.label[1:]}"
    return f"list of {label}" if label.endswith("s") or label == "people" else label


def is_whole(layout: Layout | None) -> bool:
    """Say whether such a list names all there is; a sheet that anybody may have written does not."""
    return layout is not None and layout.is_whole


def _names(columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple({squeezed(column.header): column.header for column in columns}.values())


def _fits(known: KnownKind, layout: KnownLayout, names: Sequence[str]) -> bool:
    there = [name for name in names if layout.holds(name)]
    whole = len(there) / _together(layout, names, there)
    if len(there) < _SHARE * len(names) or (len(there) < _FEWEST and whole < _NEARLY_ALL):
        return False
    own = sum(_own(known, name) for name in there)
    if whole >= _WHOLE or own >= _OWN_NAMES.get(layout.source.role, _OWN):
        return True
    # All of its columns stand in this program's list, and in no other program's.
    return own >= 1 and len(there) == len(names) and _is_nobody_elses(layout, names)


def _is_nobody_elses(layout: KnownLayout, names: Sequence[str]) -> bool:
    others = (each for known in index().kinds for each in known.layouts if each.source is not layout.source)
    most = max(sum(map(each.holds, names)) for each in others)
    return most <= _OTHERS * len(names)


def _together(layout: KnownLayout, names: Sequence[str], there: Sequence[str]) -> int:
    """Return how many different names the header and the program's list have together."""
    return len(names) + max(0, len(layout.said) - len(there))


def _own(known: KnownKind, name: str) -> float:
    """Return 1 for a name that only one program uses, half for what only one program's name says.

    A single word that the kind knows ("Room") may stand in one program's list only; it is everybody's.
    """
    if is_one_word(name) and squeezed(name) in known.phrases:
        return 0.0
    found = index()
    if found.sources.get(squeezed(name), 0.0) >= found.own:
        return 1.0
    return 0.5 if found.sayings.get(tokens(name), 0.0) >= found.own else 0.0


def _worth(layout: KnownLayout, names: Sequence[str]) -> float:
    there = [name for name in names if layout.holds(name)]
    told = sum(index().sayings.get(tokens(name), 0.0) for name in there)
    return told / (1 + 0.02 * (_together(layout, names, there) - len(names)))
