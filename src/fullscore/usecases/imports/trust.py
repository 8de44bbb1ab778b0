"""Whose word counts: the order in which sources are believed, by register."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fullscore.store.models import Organisation


@dataclass(frozen=True, slots=True)
class Trust:
    """The order of trust of one organisation, for one source that brings a file."""

    source: str
    order: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def believes(self, register: str, standing: str) -> bool:
        """Say whether this source's word replaces that of `standing`, the source of what is there."""
        ranked = self.order.get(register, ())
        if self.source not in ranked or standing not in ranked:
            return True
        return ranked.index(self.source) <= ranked.index(standing)


def trust_of(organisation: Organisation, source: str) -> Trust:
    """Return whose word counts in an organisation when `source` brings a file."""
    return Trust(source, organisation.trust)
