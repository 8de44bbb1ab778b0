"""One record against what is there: made, changed or left, and what a person typed stays."""

from collections.abc import Mapping
from enum import StrEnum

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.cleaning import shown
from fullscore.importing.records import Line, Mention, Record, Told
from fullscore.store.models import RegisterRow
from fullscore.usecases.imports.applying.telling import Looked, differs, first_told, say, standing_in
from fullscore.usecases.imports.meeting import facts
from fullscore.usecases.imports.meeting.known import Spot
from fullscore.usecases.imports.meeting.making import bring_back, missing, new_row, put, unfit
from fullscore.usecases.imports.meeting.matching import matched, mentioned, source_id
from fullscore.usecases.imports.meeting.previews import OwnEdit
from fullscore.usecases.imports.meeting.work import PUT_AWAY, Before, Changes, Work, rekeyed
from fullscore.usecases.imports.spelling import as_others_write
from fullscore.usecases.registers.showing import plain


class Outcome(StrEnum):
    """What became of a row."""

    CREATED = "created"
    UPDATED = "updated"
    LEFT = "left"
    REFUSED = "refused"
    # A person typed what the file would say otherwise; the rest of the row is taken.
    CONFLICT = "conflicts"


def looked_up(work: Work, line: Line, record: Record) -> Looked:
    """Return the record with its references as rows; who is not known becomes a reason and stays as text."""
    values = {name: _row_of(work, line.number, record, (name, told)) for name, told in record.values.items()}
    fills = {name: _row_of(work, line.number, record, (name, told)) for name, told in record.fills.items()}
    # What a reference said stays readable, though nobody here is called so.
    lost = {
        record.headers.get(name) or name: told.shown
        for name, told in record.values.items()
        if isinstance(told, Mention) and values[name] is None
    }
    return Looked(
        record, line.number,
        {name: value for name, value in values.items() if value is not None},
        {name: value for name, value in fills.items() if value is not None},
        {**record.extra, **lost},
    )  # fmt: skip


def _row_of(work: Work, line: int, record: Record, told: tuple[str, Told]) -> object:
    name, value = told
    if not isinstance(value, Mention):
        return value
    found, is_several = mentioned(work.known, value)
    if found is None and not record.is_met_only:
        header = record.headers.get(name) or work.column(record.register, name).label
        work.tally.because(line, header, _not_found(work, record, name, value, is_several=is_several))
    return found


def _not_found(work: Work, record: Record, name: str, told: Mention, *, is_several: bool) -> Finding:
    column = work.column(record.register, name)
    values: dict[str, Value] = {"field": column.label, "target": told.register, "value": shown(told.shown)}
    if told.register == "people":
        return Finding(
            "import-person-ambiguous" if is_several else "import-person-unknown",
            Subject("people", told.shown), values,
        )  # fmt: skip
    if not told.is_made and not is_several:
        return Finding("import-reference-unknown", Subject(told.register, told.shown), values)
    trouble = unfit(work, told) if told.is_made and not is_several else None
    return trouble or Finding("import-reference-ambiguous", Subject(told.register, told.shown), values)


def found_spot(work: Work, looked: Looked) -> tuple[Spot | None, bool]:
    """Return the row a record is about, and whether the record must be refused; says why."""
    met = work.met.get(id(looked))
    if met is not None and id(met[1]) not in work.touched:
        return met[1], False
    match = matched(work.known, looked.record, looked.values)
    if match.is_sure and match.spot is not None:
        work.met[id(looked)] = looked, match.spot
    if match.spot is not None:
        work.joints += [(match.spot, other) for other in match.also]
    if match.trouble is not None:
        column, finding = match.trouble
        work.tally.because(looked.line, looked.header(column) or column, finding)
    return match.spot, match.trouble is not None


def settle(work: Work, looked: Looked, spot: Spot | None) -> Outcome:
    """Make or change the row a record is about; its values are the file's except where a person typed."""
    return _create(work, looked) if spot is None else _update(work, looked, spot)


def _create(work: Work, looked: Looked) -> Outcome:
    record = looked.record
    if record.is_met_only:
        values: dict[str, Value] = {"value": record.keys[0].value if record.keys else ""}
        return _refuse(work, looked, Finding("import-account-without-person", _subject(looked), values))
    given = {**record.firsts, **looked.fills, **looked.values, **_stamped(work, record, looked.values)}
    lacking = missing(work, record.register, given)
    if lacking is not None:
        return _lack(work, looked, lacking)
    trouble = facts.broken(record.register, given)
    if trouble is not None:
        return _refuse(work, looked, trouble)
    wanted = next((key.value for key in record.keys if key.column == "ref"), "")
    spot = new_row(work, record.register, given, wanted=wanted, line=looked.line)
    if spot.row is not None:
        spot.row.extra = dict(looked.extra)
    say(looked, spot)
    _sight(work, looked, spot)
    return Outcome.CREATED


def _lack(work: Work, looked: Looked, column: str) -> Outcome:
    # What a reference could not be found was said when it was looked up.
    if column in looked.record.values:
        return Outcome.REFUSED
    label = work.column(looked.record.register, column).label
    return _refuse(work, looked, Finding("import-required-missing", _subject(looked), {"field": label}))


def _refuse(work: Work, looked: Looked, finding: Finding) -> Outcome:
    work.tally.because(looked.line, looked.header(str(finding.values.get("column", ""))), finding)
    return Outcome.REFUSED


def _update(work: Work, looked: Looked, spot: Spot) -> Outcome:
    row = spot.row
    is_back = row is not None and spot.is_away and PUT_AWAY in row.provenance
    if row is None or (spot.is_away and not is_back):
        work.tally.because(
            looked.line, None, Finding("import-row-archived", _subject(looked), {"ref": spot.ref})
        )
        return Outcome.LEFT
    looked = first_told(work, looked, spot, row)
    wanted, disputed = _wanted(work, looked, row)
    trouble = facts.broken(spot.register, {**facts.standing(row), **wanted})
    if trouble is not None:
        return _refuse(work, looked, trouble)
    if is_back:
        bring_back(work, spot, row)
    changes = _write(work, looked, spot, row, wanted)
    say(looked, spot)
    _sight(work, looked, spot)
    if disputed:
        return Outcome.CONFLICT
    return Outcome.UPDATED if changes or is_back else Outcome.LEFT


def _wanted(work: Work, looked: Looked, row: RegisterRow) -> tuple[dict[str, object], frozenset[str]]:
    """Return the values that are to change, and the columns in which a person's word stands against them."""
    record = looked.record
    values = as_others_write(row, looked.values, work.known.source)
    told: dict[str, object] = {name: value for name, value in values.items() if differs(row, name, value)}
    told |= {name: None for name in record.clears - looked.values.keys() if differs(row, name, None)}
    told |= {name: value for name, value in looked.fills.items() if _is_empty(row, name)}
    typed = {name for name in told if _is_typed(row, name)}
    for name in typed:
        _note_conflict(work, looked, row, name, told[name])
    disputed = frozenset(name for name in typed if _edit_key(row, name) not in work.files)
    kept = {
        name: value
        for name, value in told.items()
        if name not in disputed and (name in typed or _is_believed(work, looked, row, name))
    }
    return {**kept, **_stamped(work, record, kept)}, disputed


def _is_believed(work: Work, looked: Looked, row: RegisterRow, name: str) -> bool:
    """Say whether the file's program outranks the one whose value stands there."""
    origin = row.provenance.get(name)
    standing = str(origin[0]) if origin else ""
    if not standing or _is_empty(row, name) or work.trust.believes(row.REGISTER, name, standing):
        return True
    column = work.column(row.REGISTER, name)
    finding = Finding(
        "import-other-source-believed", Subject(row.REGISTER, row.ref),
        {"field": column.label, "source": standing},
    )  # fmt: skip
    work.tally.because(looked.line, looked.header(name) or column.label, finding)
    return False


def _edit_key(row: RegisterRow, name: str) -> str:
    return f"{row.ref}.{name}"


def _stamped(work: Work, record: Record, changed: Mapping[str, object]) -> dict[str, object]:
    return {stamp: work.on for stamp, name in record.stamps.items() if name in changed}


def _is_empty(row: RegisterRow, name: str) -> bool:
    return standing_in(row, name) in {None, ""}


def _is_typed(row: RegisterRow, name: str) -> bool:
    origin = row.provenance.get(name)
    return bool(origin and origin[3])


def _note_conflict(work: Work, looked: Looked, row: RegisterRow, name: str, value: object) -> None:
    column, key = work.column(row.REGISTER, name), _edit_key(row, name)
    yours = shown(work.called(row, column) or "nothing")
    says = shown(work.name_of(value) if isinstance(value, Spot) else str(value or "nothing"))
    if work.glance is not None:
        work.glance.edited(
            OwnEdit(key, row.REGISTER, row.ref, column.label, yours, says, is_files=key in work.files)
        )
    if key in work.files:
        return
    values: dict[str, Value] = {
        "field": column.label, "person": str(row.provenance[name][3]), "yours": yours, "value": says
    }  # fmt: skip
    finding = Finding("import-own-edit-kept", Subject(row.REGISTER, row.ref), values)
    work.tally.because(looked.line, looked.header(name) or column.label, finding)


def _write(work: Work, looked: Looked, spot: Spot, row: RegisterRow, wanted: Mapping[str, object]) -> Changes:
    columns = [work.column(spot.register, name) for name in wanted]
    was = {column.name: work.shown(row, column) for column in columns}
    before = _before(looked, row, wanted)
    for name, value in wanted.items():
        put(row, name, value)
    changes: Changes = {column.name: [was[column.name], work.shown(row, column)] for column in columns}
    changes |= _extra(looked, row)
    if changes:
        row.version += 1
        row.changed_at = work.now
        row.provenance = {**row.provenance, **{name: work.origin(looked.line) for name in wanted}}
        rekeyed(spot)
        work.known.at(spot.register).add(spot)
        # A row made in this very batch is not written yet; its first writing will hold the change.
        if spot.pk is not None:
            work.changed(spot, changes, frozenset(wanted), before)
    return changes


def _before(looked: Looked, row: RegisterRow, wanted: Mapping[str, object]) -> Before:
    """Return what taking this change back needs: values as stored, their origins, and what stood beside."""
    return {
        "values": {name: plain(standing_in(row, name)) for name in wanted},
        "provenance": {name: row.provenance.get(name) for name in wanted},
        "extra": {
            name: row.extra.get(name) for name, text in looked.extra.items() if row.extra.get(name) != text
        },
    }


def _extra(looked: Looked, row: RegisterRow) -> Changes:
    new = {name: text for name, text in looked.extra.items() if row.extra.get(name) != text}
    if not new:
        return {}
    before = ", ".join(f"{name}: {row.extra[name]}" for name in new if name in row.extra)
    row.extra = {**row.extra, **new}
    return {"extra": [before or None, ", ".join(f"{name}: {text}" for name, text in new.items())]}


def _sight(work: Work, looked: Looked, spot: Spot) -> None:
    key = source_id(looked.record)
    if key is not None:
        work.sighted(spot, key)


def _subject(looked: Looked) -> Subject:
    return Subject(looked.record.register, f"line {looked.line}")
