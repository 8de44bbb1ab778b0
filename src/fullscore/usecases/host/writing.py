"""When nothing more can be written: said as what it is, at every door; reading goes on."""

import errno

from django.db import DatabaseError

from fullscore.engine.findings.finding import Finding, Subject

# SQLite's words for a full disk and for a file that may not grow, and PostgreSQL's state.
WORDS = ("database or disk is full", "disk i/o error")
STATE = "53100"
NUMBERS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def disk_full(error: BaseException | None) -> Finding | None:
    """Return the finding when an error, or what it came from, says that the disk takes no more."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if _is_full(error):
            why = str(error).strip().partition("\n")[0]
            return Finding("disk-full", Subject("host", "disk"), {"why": why})
        error = error.__cause__ or error.__context__
    return None


def _is_full(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in NUMBERS
    if getattr(error, "sqlstate", None) == STATE:
        return True
    return isinstance(error, DatabaseError) and any(word in str(error).lower() for word in WORDS)
