"""What a header is remembered by."""

import hashlib
from collections.abc import Iterable

from fullscore.importing.lexicon.headers import squeezed


def fingerprint(header: Iterable[str]) -> str:
    """Return the same mark for the same names, in whatever order and spelling they stand."""
    return hashlib.sha256("\n".join(sorted(map(squeezed, header))).encode()).hexdigest()
