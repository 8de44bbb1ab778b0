"""Kinds of lists a person may choose from, for a file that was taken for something else."""

from dataclasses import dataclass

from fullscore.engine.registers.access import Member, Right
from fullscore.importing import sources
from fullscore.importing.kinds import KINDS


@dataclass(frozen=True, slots=True)
class KindOfList:
    """One kind of list. `source` is "" for one that any program may write; `room` will read it one day."""

    kind: str
    source: str
    label: str
    register: str
    room: str


def kinds(*, by: Member) -> tuple[KindOfList, ...]:
    """Return every kind of list, whoever writes it, then the lists of programs by name."""
    by.require(Right.IMPORT)
    plain = [KindOfList(kind.name, "", kind.label, kind.register, kind.room) for kind in KINDS]
    named = {kind.name: kind for kind in KINDS}
    theirs = [
        KindOfList(
            layout.kind, source.name, layout.label, named[layout.kind].register, named[layout.kind].room
        )
        for source in getattr(sources, "SOURCES", ())
        for layout in source.layouts
        if layout.kind in named
    ]
    return (
        *sorted(plain, key=lambda each: each.label),
        *sorted(theirs, key=lambda each: each.label.casefold()),
    )
