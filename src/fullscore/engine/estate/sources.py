"""Where a fact's field comes from: its register, row, field, and the file and line it was read from."""

from collections.abc import Mapping

from fullscore.engine.estate.facts import Fact
from fullscore.engine.findings.trace import Source


def source_of(fact: Fact, field: str, files: Mapping[int, str]) -> Source:
    """Return the origin of one field; a field without provenance still names its row."""
    told = tuple(fact.provenance.get(field, ()))
    source, run, line = (*told, None, None, None)[:3]
    return Source(
        fact.REGISTER, fact.ref, field,
        source=str(source) if source else None,
        file=files.get(run) if isinstance(run, int) else None,
        line=line if isinstance(line, int) else None,
    )  # fmt: skip
