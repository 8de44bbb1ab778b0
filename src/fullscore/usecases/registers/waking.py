"""Telling a worker that what it worked out for Today is behind; it would notice by itself a minute later."""

from django.db import transaction

TODAY = "today"


def today_is_behind(organisation_id: int) -> None:
    """Ask a worker, once what was written is safe, to work out anew what there is to do."""
    transaction.on_commit(lambda: _wake(organisation_id))


def _wake(organisation_id: int) -> None:
    # A command that only asks writes nothing, and need not wait for the queue to be loaded.
    from fullscore.queue import wake  # noqa: PLC0415

    wake(TODAY, str(organisation_id))
