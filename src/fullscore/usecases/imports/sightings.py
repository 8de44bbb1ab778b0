"""Who names a row, since when, and what a source's latest whole list left out; nothing is deleted for it."""

from dataclasses import dataclass
from datetime import datetime

from fullscore.engine.registers.access import Member, Right
from fullscore.importing.recognising import role_of
from fullscore.store import imports as store
from fullscore.store import rows as register_rows
from fullscore.store import sightings as seen
from fullscore.store.models import Sighting
from fullscore.usecases.registers.deriving import models_by_register, register
from fullscore.usecases.registers.reading import stored

# What a management tool can manage; a monitor is never enrolled.
_ENROLLED = ("laptop", "desktop", "phone", "tablet", "server")
# Whose lists say that a thing was bought.
_BUYERS = frozenset({"assets", "books", "sheet"})


@dataclass(frozen=True, slots=True)
class SeenBy:
    """One source that names a row, by which key of its own, and from when to when.

    `is_missing`: it has since brought a whole list of this kind in which the row is not. `file` is the one
    that named it last, None when that import is gone.
    """

    source: str
    role: str
    source_id: str
    first_seen_at: datetime
    last_seen_at: datetime
    is_missing: bool
    file: str | None = None


def sources_of(*, by: Member, register: str, ref: str) -> tuple[SeenBy, ...]:
    """Return the sources that name a row, those that still do first; raises `NotThereError`."""
    by.require(Right.READ_REGISTERS)
    row = stored(by, register, ref)
    whole = seen.whole_lists(by.organisation_id, register)
    latest: dict[str, SeenBy] = {}
    for sighting in seen.of_row(by.organisation_id, register, row.pk):
        told = latest.setdefault(sighting.source, _seen_by(sighting, whole))
        if sighting.first_seen_at < told.first_seen_at:
            latest[sighting.source] = _since(told, sighting.first_seen_at)
    return tuple(sorted(latest.values(), key=lambda each: (each.is_missing, each.source)))


def _seen_by(sighting: Sighting, whole: seen.Lists) -> SeenBy:
    run = sighting.import_run
    lists = [
        each
        for (source, kind), each in whole.items()
        if source == sighting.source and (run is None or kind == run.kind)
    ]
    is_missing = any(sighting.last_seen_at < each.began_at for each in lists)
    return SeenBy(
        sighting.source, role_of(sighting.source).value, _shown(sighting.source_id), sighting.first_seen_at,
        sighting.last_seen_at, is_missing, run.file if run else None,
    )  # fmt: skip


def _since(told: SeenBy, first: datetime) -> SeenBy:
    return SeenBy(
        told.source, told.role, told.source_id, first, told.last_seen_at, told.is_missing, told.file
    )


def _shown(source_id: str) -> str:
    """Return a source's key without the column it stood in."""
    return source_id.partition(":")[2] or source_id


def not_seen(*, by: Member, register: str) -> tuple[str, ...]:
    """Return the refs of rows in use that a source once named and its latest whole list leaves out."""
    by.require(Right.READ_REGISTERS)
    rows, refs = _rows(by, register), set[str]()
    for whole in seen.whole_lists(by.organisation_id, register).values():
        missing = seen.left_out(rows, by.organisation_id, register, whole)
        refs.update(missing.values_list("ref", flat=True))
    return tuple(sorted(refs))


def not_enrolled(*, by: Member) -> tuple[str, ...]:
    """Return the refs of computers and phones at hand that were bought and no management tool knows.

    Empty while no management tool has brought a list: then nobody can say.
    """
    by.require(Right.READ_REGISTERS)
    sources = [name for at, name in store.sources_by_register(by.organisation_id) if at == "items"]
    managing = [name for name in sources if role_of(name) == "management"]
    if not managing:
        return ()
    buying = [name for name in sources if role_of(name) in _BUYERS]
    rows = seen.enrollable(_rows(by, "items"), _ENROLLED)
    bought = seen.named_by(rows, by.organisation_id, buying)
    found = seen.not_named_by(bought, by.organisation_id, managing)
    return tuple(found.order_by("ref").values_list("ref", flat=True))


def _rows(by: Member, name: str) -> seen.Rows:
    """Return the rows in use that the member may see; raises `NotThereError` for a register they may not."""
    return register_rows.rows_of(models_by_register()[register(by, name).name], by)
