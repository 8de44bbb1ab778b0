"""Which program wrote a list: one whose own, rare names are there."""

from collections.abc import Sequence

from fullscore.importing.layouts import Layout, Role
from fullscore.importing.lexicon.headers import squeezed
from fullscore.importing.recognising.index import KnownKind, KnownLayout, index
from fullscore.importing.recognising.meaning import Column

OWN_SHEET = "Own sheet"
# So much of the header must be a program's; and so much of the program's list be there,
# or so many names that only this program uses.
_SHARE, _WHOLE, _OWN_NAMES = 0.7, 0.45, 2
_FEWEST, _NEARLY_ALL = 5, 0.75


def program_of(known: KnownKind, columns: Sequence[Column]) -> KnownLayout | None:
    """Return the program's list this is, None for a list that anybody may have written."""
    names = frozenset(squeezed(column.header) for column in columns)
    fitting = [layout for layout in known.layouts if _fits(layout, names)]
    return max(fitting, key=lambda layout: _worth(layout, names), default=None)


def named(known: KnownKind, source: str, columns: Sequence[Column]) -> KnownLayout | None:
    """Return the nearest list of the program that a person has named."""
    names = frozenset(squeezed(column.header) for column in columns)
    lists = [layout for layout in known.layouts if layout.source.name == source]
    return max(lists, key=lambda layout: len(layout.names & names), default=None)


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


def _fits(layout: KnownLayout, names: frozenset[str]) -> bool:
    there = names & layout.names
    whole = len(there) / len(names | layout.names)
    if len(there) < _SHARE * len(names) or (len(there) < _FEWEST and whole < _NEARLY_ALL):
        return False
    own = [name for name in there if _is_own(name)]
    return whole >= _WHOLE or (len(own) >= _OWN_NAMES and layout.source.role is not Role.SHEET)


def _is_own(name: str) -> bool:
    """Say whether only one program uses this name."""
    return index().sources.get(name, 0.0) >= index().own


def _worth(layout: KnownLayout, names: frozenset[str]) -> float:
    there = names & layout.names
    told = sum(index().sources[name] for name in there)
    return told / (1 + 0.02 * len(layout.names - names))
