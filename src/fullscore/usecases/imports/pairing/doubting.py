"""Doubtful pairs noted when an import has come to its end: only then every list has named its rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import cast

from django.db import transaction

from fullscore.engine.findings.finding import Value
from fullscore.engine.registers.doubts import TELLING, Sketch, doubts
from fullscore.store import imports as store
from fullscore.store import pairs as pairing
from fullscore.store.models import ImportPair, ImportRun
from fullscore.usecases.registers.deriving import models_by_register

# More would not be read; what is left is found again with the next import that brings something new.
_MOST = 500


def note_doubts(run: ImportRun, now: datetime) -> int:
    """Keep the doubtful pairs among the rows this import made; returns how many are new.

    A pair that was ever offered is not offered again, whatever was said of it.
    """
    new = [
        pair
        for register, fresh in store.made_by(run).items()
        if register in TELLING
        for pair in _found(run, register, fresh, now)
    ]
    with transaction.atomic():
        pairing.keep(new)
    return len(new)


def _found(run: ImportRun, register: str, fresh: frozenset[int], now: datetime) -> Iterable[ImportPair]:
    rows = _sketches(run.organisation_id, register)
    known = pairing.known(run.organisation_id, register)
    found = [doubt for doubt in doubts(register, rows, fresh) if (doubt.one, doubt.other) not in known]
    return [
        ImportPair(
            organisation_id=run.organisation_id, register=register, one_id=doubt.one, other_id=doubt.other,
            why={"code": doubt.code, "values": _plain(doubt.values)}, found_at=now,
        )
        for doubt in found[:_MOST]
    ]  # fmt: skip


def _plain(values: Mapping[str, Value]) -> dict[str, object]:
    return {name: str(value) for name, value in values.items()}


def _sketches(organisation_id: int, register: str) -> tuple[Sketch, ...]:
    """Return the rows in use with what doubt needs of them; three columns of each, in two queries."""
    lists: defaultdict[int, set[str]] = defaultdict(set)
    for source, row_id in store.sources_by_row(register, organisation_id):
        lists[row_id].add(source)
    # A few sets for tens of thousands of rows.
    every = {sources: sources for sources in map(frozenset, lists.values())}
    names = TELLING[register]
    nobody: frozenset[str] = frozenset()
    return tuple(
        Sketch(
            cast("int", pk),
            {name: str(value) for name, value in zip(names, values, strict=True) if value},
            every[frozenset(lists[cast("int", pk)])] if pk in lists else nobody,
        )
        for pk, *values in store.telling_rows(models_by_register()[register], organisation_id, names)
    )
