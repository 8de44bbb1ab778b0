"""Until when makers support what items run: read from what each item says of itself, refreshed when asked."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from fullscore.egress import fetching
from fullscore.egress.fetching import FetchError, Rules
from fullscore.engine.estate.support_ends import noticing
from fullscore.engine.estate.support_ends.facts import EndFact, Product, at_latest, fact_of
from fullscore.engine.estate.support_ends.merging import Fetched, merged
from fullscore.engine.estate.support_ends.recognising import Reading, read
from fullscore.engine.estate.support_ends.shipped import AS_OF, SHIPPED
from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.store.models import Item, SupportEnd
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.registers.waking import today_is_behind

SITE = "https://endoflife.date"
Fetch = Callable[[str], bytes]
_GONE = ("retired", "lost")
_MOST, _CYCLE = 500, re.compile(r"[A-Za-z0-9][A-Za-z0-9.+_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Supported:
    """One release with the items that run it; `state` is ended, soon, supported or unknown."""

    fact: EndFact
    items: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """Items that name a product and leave open which of these releases it is; `state` as of the last one."""

    choices: tuple[EndFact, ...]
    items: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True)
class SupportEnds:
    """What items run and until when; `silent` counts items that say nothing of it anybody understands."""

    organisation: str
    on: date
    as_of: date
    fetched_at: datetime | None
    releases: tuple[Supported, ...]
    unclear: tuple[Unclear, ...]
    silent: int
    search: str = ""


def ends_by_item(organisation_id: int) -> Mapping[str, EndFact]:
    """Return what each live item runs whose support ends first; items of which nobody knows are left out."""
    found = _readings(organisation_id, products(organisation_id))
    return {ref: min(each.facts, key=_soonest) for ref, each in found.items() if each.facts}


def actions(organisation_id: int, on: date) -> tuple[Action, ...]:
    """Return what is to be done about support that has ended or soon will, whichever release an item runs."""
    found = _readings(organisation_id, products(organisation_id))
    ends = {ref: _ends(each) for ref, each in found.items()}
    return noticing.actions({ref: min(facts, key=_soonest) for ref, facts in ends.items() if facts}, on=on)


def _ends(reading: Reading) -> tuple[EndFact, ...]:
    return (*reading.facts, *filter(None, map(at_latest, reading.unclear)))


def products(organisation_id: int) -> tuple[Product, ...]:
    """Return every product with its releases, the newer of what is shipped and what was fetched."""
    rows = SupportEnd.objects.of(organisation_id).order_by("-release")
    fields = ("product", "release", "ends_on", "source", "fetched_at")
    return merged(SHIPPED, (Fetched(*row) for row in rows.values_list(*fields)), AS_OF)


def _readings(organisation_id: int, known: tuple[Product, ...]) -> dict[str, Reading]:
    """Return what each live item's operating system and model say; a text that many share is read once."""
    rows = Item.objects.of(organisation_id).filter(archived_at=None).exclude(status__in=_GONE)
    read_once: dict[str, Reading] = {}
    found = {}
    for ref, *texts in rows.order_by("ref").values_list("ref", "system", "model__name"):
        said = [text for text in texts if text]
        for text in said:
            if text not in read_once:
                read_once[text] = read(text, known)
        found[ref] = Reading(
            tuple(fact for text in said for fact in read_once[text].facts),
            tuple(one for text in said for one in read_once[text].unclear),
        )
    return found


def _soonest(fact: EndFact) -> tuple[date, str]:
    return fact.ends_on or date.max, fact.key


def supported(*, by: Member, on: date, search: str = "") -> SupportEnds:
    """Return the releases items run; with words to search for, every release that is known by them."""
    by.require(Right.PLAN_GOALS)
    known = products(by.organisation_id)
    readings = _readings(by.organisation_id, known)
    items = defaultdict[str, list[str]](list)
    facts = {fact.key: fact for each in readings.values() for fact in each.facts}
    for ref, each in readings.items():
        for fact in each.facts:
            items[fact.key].append(ref)
    wanted = search.casefold().split()[:10]
    if wanted:
        facts = {fact.key: fact for fact in _every(known) if _holds(fact, wanted)}
    return SupportEnds(
        by.organisation, on, AS_OF, _newest(by.organisation_id),
        tuple(_supported(facts[key], items.get(key, ()), on) for key in _ordered(facts)),
        () if wanted else tuple(_unclear(readings, on)),
        sum(not each.facts and not each.unclear for each in readings.values()), search,
    )  # fmt: skip


def _every(known: tuple[Product, ...]) -> Iterator[EndFact]:
    return (fact_of(product, release) for product in known for release in product.releases)


def _holds(fact: EndFact, wanted: list[str]) -> bool:
    text = f"{fact.called} {fact.key}".casefold()
    return all(word in text for word in wanted)


def _ordered(facts: Mapping[str, EndFact]) -> list[str]:
    return sorted(facts, key=lambda key: (facts[key].ends_on or date.max, facts[key].called))


def _supported(fact: EndFact, items: list[str] | tuple[str, ...], on: date) -> Supported:
    return Supported(fact, tuple(items), _state(fact, on))


def _state(fact: EndFact, on: date) -> str:
    if fact.ends_on is None:
        return "unknown"
    if fact.ends_on < on:
        return "ended"
    return "soon" if fact.ends_on <= on + noticing.WITHIN else "supported"


def _unclear(readings: Mapping[str, Reading], on: date) -> Iterator[Unclear]:
    items = defaultdict[tuple[EndFact, ...], list[str]](list)
    for ref, each in readings.items():
        for choices in each.unclear:
            items[choices].append(ref)
    for choices, refs in sorted(items.items(), key=lambda pair: pair[0][0].called):
        last = at_latest(choices)
        yield Unclear(choices, tuple(refs), _state(last, on) if last else "unknown")


def _newest(organisation_id: int) -> datetime | None:
    rows = SupportEnd.objects.of(organisation_id).order_by("-fetched_at")
    return rows.values_list("fetched_at", flat=True).first()


def to_ask(*, by: Member) -> tuple[str, ...]:
    """Return the names of the products a refresh asks about: those that items name."""
    by.require(Right.PLAN_GOALS)
    return tuple(each.name for each in _asked(by.organisation_id))


def _asked(organisation_id: int) -> tuple[Product, ...]:
    found = _readings(organisation_id, products(organisation_id)).values()
    named = {fact.key.partition(":")[0] for each in found for fact in each.facts}
    named |= {fact.key.partition(":")[0] for each in found for one in each.unclear for fact in one}
    return tuple(each for each in SHIPPED if each.is_fetched and each.key in named)


def fetch_json(address: str) -> bytes:
    return fetching.fetched(address, Rules(accept="application/json"))


def refresh(*, by: Member, now: datetime, fetch: Fetch = fetch_json) -> tuple[str, ...]:
    """Ask endoflife.date about the products items name; return their names. All are kept, or none.

    Raises `RefusedError` where one of them does not come or cannot be read.
    """
    by.require(Right.EDIT_REGISTERS)
    asked = _asked(by.organisation_id)
    found = [each for product in asked for each in _fetched(product, now, fetch)]
    _keep(by.organisation_id, found)
    return tuple(each.name for each in asked)


class _UnreadableError(ValueError):
    """What came is not what endoflife.date says of a product."""


def _fetched(product: Product, now: datetime, fetch: Fetch) -> list[Fetched]:
    try:
        content = fetch(f"{SITE}/api/{product.key}.json")
        return list(_cycles(product, json.loads(content), now))
    except (FetchError, ValueError, RecursionError) as error:
        why = str(error) if isinstance(error, FetchError) else "What it answers cannot be understood."
        values = {"product": product.name, "site": "endoflife.date", "why": why}
        finding = Finding("support-ends-not-fetched", Subject("support-ends", product.key), values)
        raise RefusedError(finding) from error


def _cycles(product: Product, said: Any, now: datetime) -> Iterator[Fetched]:  # noqa: ANN401  a stranger's JSON
    if not isinstance(said, list) or not 1 <= len(said) <= _MOST:
        raise _UnreadableError
    for each in said:
        cycle, ends = str(each["cycle"]) if isinstance(each, dict) and "cycle" in each else "", None
        if not _CYCLE.fullmatch(cycle):
            raise _UnreadableError
        eol = each.get("eol")
        # True says that it has ended and not when, so what is shipped stays.
        if eol is True:
            continue
        if isinstance(eol, str):
            ends = date.fromisoformat(eol)
        elif eol is not False:
            raise _UnreadableError
        yield Fetched(product.key, cycle, ends, f"{SITE}/{product.key}", now)


@transaction.atomic
def _keep(organisation_id: int, found: list[Fetched]) -> None:
    rows = {(each.product, each.release): each for each in found}
    SupportEnd.objects.of(organisation_id).filter(product__in={key[0] for key in rows}).delete()
    SupportEnd.objects.bulk_create(
        SupportEnd(
            organisation_id=organisation_id, product=each.product, release=each.release,
            ends_on=each.ends_on, source=each.source, fetched_at=each.fetched_at,
        )
        for each in rows.values()
    )  # fmt: skip
    today_is_behind(organisation_id)
