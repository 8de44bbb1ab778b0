"""Where a fact's field comes from: its register, row, field, and the file and line it was read from."""

from collections.abc import Mapping
from typing import ClassVar, Protocol

from fullscore.engine.estate.facts import Provenance
from fullscore.engine.findings.trace import Source


class Told(Protocol):
    """A row's value that knows where each of its fields was read."""

    REGISTER: ClassVar[str]

    @property
    def ref(self) -> str: ...
    @property
    def provenance(self) -> Provenance: ...


def source_of(fact: Told, field: str, files: Mapping[int, str]) -> Source:
    """Return the origin of one field; a field without provenance still names its row."""
    told = tuple(fact.provenance.get(field, ()))
    source, run, line = (*told, None, None, None)[:3]
    return Source(
        fact.REGISTER, fact.ref, field,
        source=str(source) if source else None,
        file=files.get(run) if isinstance(run, int) else None,
        line=line if isinstance(line, int) else None,
    )  # fmt: skip
