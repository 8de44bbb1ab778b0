"""Telling a worker that what it worked out for Today is behind; it would notice by itself a minute later."""

from django.db import transaction

from fullscore.queue import wake

TODAY = "today"


def today_is_behind(organisation_id: int) -> None:
    """Ask a worker, once what was written is safe, to work out anew what there is to do."""
    transaction.on_commit(lambda: wake(TODAY, str(organisation_id)))
