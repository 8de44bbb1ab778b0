"""New rows: their ref, their first values, and rows made because another one mentions them."""

from collections.abc import Iterable, Mapping

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.cleaning import clean, shown
from fullscore.engine.registers.refs import free_ref, slug
from fullscore.importing.records import Line, Mention, Record
from fullscore.store.models import RegisterRow
from fullscore.usecases.imports.meeting.known import Known, Spot
from fullscore.usecases.imports.meeting.matching import mentioned
from fullscore.usecases.imports.meeting.work import PUT_AWAY, Before, Work, rekeyed


def make_mentioned(work: Work, pairs: Iterable[tuple[Line, Record]]) -> None:
    """Make the teams, sites, models, vendors and pools that records mention and nobody has yet."""
    before = work.known
    for line, record in pairs:
        for told in (*record.values.values(), *record.fills.values()):
            if isinstance(told, Mention) and told.is_made and not record.is_met_only:
                _make(work, before, told, line.number)
    work.flush()


def _make(work: Work, known: Known, mention: Mention, line: int) -> None:
    found, is_several = mentioned(known, mention)
    if found is not None or is_several or _has_come_back(work, mention) or unfit(work, mention) is not None:
        return
    values = {"name": mention.shown, **_seeded(work, mention)}
    new_row(work, mention.register, values, wanted=dict(mention.words).get("ref", ""), line=line)


def _has_come_back(work: Work, mention: Mention) -> bool:
    """Bring back a row of this name that an import had put away, rather than make a second one."""
    shelf = work.known.at(mention.register)
    away = [spot for column, word in mention.words for spot in shelf.find(column, word) if spot.is_away]
    work.load(away)
    for spot in away:
        if spot.row is not None and PUT_AWAY in spot.row.provenance:
            bring_back(work, spot, spot.row)
            return True
    return False


def bring_back(work: Work, spot: Spot, row: RegisterRow) -> None:
    """Bring back a row that an import had put away; one that a person put away stays away."""
    before: Before = {
        "archived_at": row.archived_at.isoformat() if row.archived_at else None,
        "provenance": {PUT_AWAY: row.provenance[PUT_AWAY]},
    }
    row.archived_at, row.changed_at, row.version = None, work.now, row.version + 1
    row.provenance = {name: origin for name, origin in row.provenance.items() if name != PUT_AWAY}
    spot.is_away = False
    work.changed(spot, {}, frozenset({"archived_at"}), before)


def unfit(work: Work, mention: Mention) -> Finding | None:
    """Return why no row can be called what the file says, or None; a database may cut no name short."""
    subject = Subject(mention.register, shown(mention.shown))
    name = clean(work.column(mention.register, "name"), mention.shown, subject)
    return name if isinstance(name, Finding) else None


def _seeded(work: Work, mention: Mention) -> dict[str, object]:
    """Return the seed as its columns keep it; what does not fit is left to whoever fills the row in."""
    subject = Subject(mention.register, mention.shown)
    told = {
        name: clean(work.column(mention.register, name), text, subject)
        for name, text in mention.seed.items()
        if text
    }
    return {name: value for name, value in told.items() if not isinstance(value, Finding)}


def new_row(work: Work, register: str, values: Mapping[str, object], *, wanted: str, line: int) -> Spot:
    """Return a new row with these values; its ref is the file's, else made from the register's fields."""
    shelf = work.known.at(register)
    row = shelf.model(organisation_id=work.run.organisation_id, created_at=work.now, changed_at=work.now)
    for name, value in values.items():
        put(row, name, value)
    # One origin for all: nobody changes it, and a hundred thousand rows have a dozen values each.
    row.provenance = dict.fromkeys(values, work.origin(line))
    row.ref = free_ref(wanted or _base(row, values), shelf.refs)
    spot = Spot(register, row.ref)
    spot.row = row
    rekeyed(spot)
    shelf.add(spot)
    work.made(spot)
    return spot


def put(row: RegisterRow, name: str, value: object) -> None:
    """Set one value; a reference is set by its row."""
    if isinstance(value, Spot):
        setattr(row, f"{name}_id", value.pk)
    else:
        setattr(row, name, value)


def _base(row: RegisterRow, values: Mapping[str, object]) -> str:
    words = [_word(row, name, values.get(name)) for name in row.REF_FROM]
    base = slug("-".join(words) if row.IS_REF_JOINED else next((word for word in words if word), ""))
    return base or row.SINGULAR.lower().replace(" ", "-")


def _word(row: RegisterRow, name: str, value: object) -> str:
    if isinstance(value, Spot):
        return value.ref
    return str(getattr(row, name, "") or "") if value is None else str(value)


def missing(work: Work, register: str, values: Mapping[str, object]) -> str | None:
    """Return the first required column that a new row was not given."""
    for column in work.registers[register].columns:
        if column.is_required and values.get(column.name) is None:
            return column.name
    return None
