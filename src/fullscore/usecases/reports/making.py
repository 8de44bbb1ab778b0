"""A pack's document by its kind, made here and now."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.conf import settings

from fullscore.engine.registers.access import Member
from fullscore.usecases.reports.checking import check
from fullscore.usecases.reports.composing import board_document
from fullscore.usecases.reports.handing_over import handover_document

Document = dict[str, Any]
Progress = Callable[[str], None]


def made(
    *, by: Member, kind: str, on: date, now: datetime, left_out: frozenset[str] = frozenset(),
    progress: Progress | None = None,
) -> Document:  # fmt: skip
    """Return the document of a board or a hand-over pack as of a day; keeps nothing.

    Raises `RefusedError` for a kind or a section nobody knows.
    """
    check(kind, left_out)
    if kind == "hand-over":
        return handover_document(by=by, on=on, now=now, progress=progress)
    return board_document(by=by, on=on, now=now, left_out=left_out, progress=progress)


def site() -> str:
    """Return the address people use, with which links begin; "" where nobody has said."""
    return str(settings.SITE or "")
