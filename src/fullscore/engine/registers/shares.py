"""How many must be up: a count or a percentage of what stands in for each other."""

import re

_SHARE = re.compile(r"(\d{1,4})\s*(%?)")
_WHOLE = 100


class ShareError(ValueError):
    """The text is neither a count nor a percentage up to 100."""


def needed_up(text: str, of: int) -> int:
    """Return how many of `of` must be up; empty text means all, a share rounds up.

    Raises `ShareError` for what is neither "1" nor "50%".
    """
    if not text.strip():
        return of
    match = _SHARE.fullmatch(text.strip())
    if match is None or (match[2] and int(match[1]) > _WHOLE):
        raise ShareError(text)
    count = int(match[1])
    return -(-count * of // _WHOLE) if match[2] else count
