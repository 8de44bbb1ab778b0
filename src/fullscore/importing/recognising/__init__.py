"""From bytes to a file understood: what kind of list it is, whose, and what each column means."""

from fullscore.engine.findings.finding import Finding
from fullscore.importing import child
from fullscore.importing.kinds import KINDS
from fullscore.importing.layouts import Role
from fullscore.importing.recognising.choosing import understood
from fullscore.importing.recognising.index import kind_named
from fullscore.importing.recognising.naming import OWN_SHEET, plain_label
from fullscore.importing.records import Context, Reading
from fullscore.importing.sources import SOURCES, ours

__all__ = ["OWN_SHEET", "labels", "read", "role_of", "understood"]


def read(context: Context, content: bytes) -> Reading | Finding:
    """Return the file's rows in Fullscore's words, or the finding that says why it is not understood."""
    raw = child.parsed(context.file, content)
    return raw.trouble or understood(context, raw)


def labels() -> tuple[tuple[str, str], ...]:
    """Return every kind of list that may be brought in, with what people call it."""
    return tuple((kind.name, plain_label(known)) for kind in KINDS if (known := kind_named(kind.name)))


def role_of(source: str) -> Role:
    """Return what a program is for; a list of nobody's knowing is a sheet."""
    if source == ours.NAME:
        return Role.OURS
    return next((each.role for each in SOURCES if each.name == source), Role.SHEET)
