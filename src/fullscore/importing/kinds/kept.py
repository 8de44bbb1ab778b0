"""What is read of a file whose rows no register holds yet: that it has them, and nothing else."""

from collections.abc import Iterator

from fullscore.importing.kinds.kind import Mapped
from fullscore.importing.records import Context, Line


def unread(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield a line without records for each row; the file itself is kept whole for the room to come."""
    del context
    for row in mapped.table.rows:
        yield Line(row.line)
