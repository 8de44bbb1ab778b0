"""Which program wrote a list: one whose own, rare names are there."""

from collections.abc import Sequence

from fullscore.importing.layouts import Layout, Role
from fullscore.importing.lexicon.headers import squeezed, tokens
from fullscore.importing.recognising.index import KnownKind, KnownLayout, index
from fullscore.importing.recognising.meaning import Column

OWN_SHEET = "Own sheet"
# So much of the header must be a program's; and so much of the program's list be there,
# or so many names that only this program uses.
_SHARE, _WHOLE, _OWN_NAMES = 0.7, 0.45, 2
_FEWEST, _NEARLY_ALL = 5, 0.75
# "Computer Name" may stand in one program's list only and is still what everybody says.
_COMMON = 0.7


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
    if layout.source.role is Role.SHEET:
        return whole >= _WHOLE
    own = sum(_own(known, name) for name in there)
    # HR systems call things as everybody does.
    must_own = 0.0 if layout.source.role is Role.HR else 2 * _COMMON
    return whole >= _NEARLY_ALL or own >= _OWN_NAMES or (whole >= _WHOLE and own >= must_own)


def _together(layout: KnownLayout, names: Sequence[str], there: Sequence[str]) -> int:
    """Return how many different names the header and the program's list have together."""
    return len(names) + max(0, len(layout.said) - len(there))


def _own(known: KnownKind, name: str) -> float:
    """Return how much a name is one program's own: less when it is a common word, or only says the same."""
    found = index()
    # One word is never anybody's own.
    if len(tokens(name)) == 1:
        return 0.0
    is_whole_name = found.sources.get(squeezed(name), 0.0) >= found.own
    if not is_whole_name and found.sayings.get(tokens(name), 0.0) < found.own:
        return 0.0
    return (1.0 if is_whole_name else 0.5) * (_COMMON if squeezed(name) in known.phrases else 1.0)


def _worth(layout: KnownLayout, names: Sequence[str]) -> float:
    there = [name for name in names if layout.holds(name)]
    told = sum(index().sayings.get(tokens(name), 0.0) for name in there)
    return told / (1 + 0.02 * (_together(layout, names, there) - len(names)))
