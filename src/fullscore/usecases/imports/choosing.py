"""Kinds of lists a person may choose from, for a file that was taken for something else."""

from dataclasses import dataclass

from fullscore.engine.registers.access import Member, Right
from fullscore.importing import recognising
from fullscore.importing.kinds import KINDS

# What a list is said to come from that no program is known to have written.
OWN_SHEET = recognising.OWN_SHEET


@dataclass(frozen=True, slots=True)
class KindOfList:
    """One kind of list, whoever writes it. `room` will read it one day where it is only kept now."""

    kind: str
    label: str
    register: str
    room: str


def kinds(*, by: Member) -> tuple[KindOfList, ...]:
    """Return every kind of list that may be brought in, by what people call it."""
    by.require(Right.IMPORT)
    named = {kind.name: kind for kind in KINDS}
    found = [
        KindOfList(name, label, named[name].register, named[name].room)
        for name, label in recognising.labels()
    ]
    return tuple(sorted(found, key=lambda each: each.label.removeprefix("list of ")))
