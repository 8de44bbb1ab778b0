"""A pack's document by its kind, made here and now; and one that was asked for, made without a worker."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.conf import settings

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.reports.composing import board_document
from fullscore.usecases.reports.keeping import found
from fullscore.usecases.reports.values import KINDS

Document = dict[str, Any]
Progress = Callable[[str], None]


def made(
    *, by: Member, kind: str, on: date, now: datetime, left_out: frozenset[str] = frozenset(),
    progress: Progress | None = None,
) -> Document:  # fmt: skip
    """Return the document of a board or a hand-over pack as of a day; keeps nothing."""
    if kind != "board":
        raise RefusedError(
            Finding("pack-kind-unknown", Subject("reports", kind), {"value": kind, "kinds": KINDS})
        )
    return board_document(by=by, on=on, now=now, left_out=left_out, progress=progress)


def finish(*, by: Member, kind: str, number: int, clock: Callable[[], datetime]) -> bool:
    """Make a pack that was asked for in this process, unless a worker has it already."""
    from fullscore.usecases.reports.working import advance  # noqa: PLC0415  it knows this module

    by.require(Right.KEEP_PLANS)
    return advance(key=str(found(by.organisation_id, kind, number).pk), clock=clock)


def site() -> str:
    """Return the address people use, with which links begin; "" where nobody has said."""
    return str(settings.SITE or "")
