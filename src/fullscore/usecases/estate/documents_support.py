"""Until when items are supported, as a document: what REST and `--json` answer, the same for both."""

from collections.abc import Iterable
from datetime import datetime

from fullscore.engine.estate.support_ends.facts import EndFact
from fullscore.usecases.estate.documents import Document
from fullscore.usecases.estate.support_ends import Supported, SupportEnds


def support_ends_document(found: SupportEnds) -> Document:
    """Return `fullscore/support-ends/1`: releases with their last day, source and items."""
    return {
        "schema": "fullscore/support-ends/1",
        "organisation": found.organisation,
        "on": found.on.isoformat(),
        "search": found.search or None,
        "shipped_as_of": found.as_of.isoformat(),
        "fetched_at": _moment(found.fetched_at),
        "releases": [_release(each) for each in found.releases],
        "unclear": [
            {
                "choices": [_fact(fact) for fact in each.choices],
                "items": list(each.items),
                "state": each.state,
            }
            for each in found.unclear
        ],
        "items_silent": found.silent,
    }


def refreshed_document(asked: Iterable[str], found: SupportEnds) -> Document:
    """Return the same with the products that were asked about."""
    return {**support_ends_document(found), "asked_about": list(asked)}


def _release(each: Supported) -> Document:
    return {**_fact(each.fact), "state": each.state, "items": list(each.items)}


def _fact(fact: EndFact) -> Document:
    return {
        "key": fact.key, "product": fact.product, "release": fact.release,
        "ends_on": fact.ends_on.isoformat() if fact.ends_on else None, "source": fact.source,
        "fetched_at": _moment(fact.fetched_at),
    }  # fmt: skip


def _moment(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None
