"""Writing down what rests on what from one sentence, all of it or nothing; and taking it back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from fullscore.engine.estate.connecting import Said, doubts, links, understood
from fullscore.engine.estate.connecting_guesses import guesses, sentence
from fullscore.engine.estate.graph import Graph, Link, ref_of, register_of
from fullscore.engine.findings.finding import Finding
from fullscore.engine.registers.access import Member, Right
from fullscore.store import graph as store
from fullscore.usecases import registers
from fullscore.usecases.estate.values import Connected
from fullscore.usecases.registers.values import RefusedError

_UPPER = {"services": "service", "items": "for_item", "pools": "for_pool"}
_LOWER = {"services": "other", "items": "item", "pools": "pool", "vendors": "vendor", "people": "person"}


def connect(*, by: Member, sentence: str, now: datetime, adds: bool = False) -> Connected:
    """Write down what a sentence says; `adds` makes services of names nobody knows.

    Raises `RefusedError` with what is not understood, each name with those that come near; nothing is
    written then.
    """
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        graph = store.read_graph(by.organisation_id)
        said = _understood(sentence, graph)
        made = _services(by, said, now) if adds else ()
        if made:
            graph = store.read_graph(by.organisation_id)
            said = _understood(sentence, graph)
        found = doubts(said, graph)
        if found:
            raise RefusedError(*found)
        refs = tuple(_written(by, link, now) for link in links(said))
    return Connected(sentence.strip(), refs, made)


def _understood(sentence: str, graph: Graph) -> Said:
    found = understood(sentence, graph)
    if isinstance(found, Finding):
        raise RefusedError(found)
    return found


def _services(by: Member, said: Said, now: datetime) -> tuple[str, ...]:
    """Make a service of each name nobody knows."""
    new = {each.text.casefold(): each for each in said.unknown}
    return tuple(
        registers.save(
            by=by, register="services", ref=None, version=None, values={"name": each.text}, now=now
        ).ref
        for each in new.values()
    )


def _written(by: Member, link: Link, now: datetime) -> str:
    values: dict[str, object] = {
        _UPPER[register_of(link.node)]: ref_of(link.node),
        _LOWER[register_of(link.on)]: ref_of(link.on),
        "kind": link.how.value,
        "group": link.group,
        "min_up": link.min_up,
        "grace_hours": None if link.grace_hours is None else str(link.grace_hours),
    }
    return registers.save(by=by, register="supports", ref=None, version=None, values=values, now=now).ref


def disconnect(*, by: Member, refs: Sequence[str], now: datetime) -> int:
    """Put lines away again; return how many. What was put away already stays so."""
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        for ref in dict.fromkeys(refs):
            registers.archive(by=by, register="supports", ref=ref, now=now)
    return len(set(refs))


def suggested(*, by: Member) -> tuple[tuple[str, str], ...]:
    """Return sentences that may be true, each with where the guess comes from."""
    by.require(Right.PLAN_GOALS)
    graph = store.read_graph(by.organisation_id)
    found = guesses(graph, store.read_hints(by.organisation_id))
    return tuple((sentence(graph, guess), guess.why.value) for guess in found)
