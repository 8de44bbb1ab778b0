"""Writing a change down in plain words: new, changed, from a template, or after the fact."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from fullscore.engine.changes import words
from fullscore.engine.changes.ordering import circle
from fullscore.engine.changes.problem import Touch
from fullscore.engine.changes.states import Stage
from fullscore.engine.changes.words import Hands
from fullscore.engine.estate.graph import register_of
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.goals.matching import near_misses
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.store import living as store
from fullscore.store.graph import read_graph
from fullscore.store.models import Change, HistoryEntry
from fullscore.usecases import registers
from fullscore.usecases.changes.living import afterwards, beside, keeping, verdicts
from fullscore.usecases.changes.living.running import done
from fullscore.usecases.changes.living.values import Done
from fullscore.usecases.registers.values import RefusedError

# What is written as lengths of time, and what they are called.
LENGTHS = {
    "shortest_hours": "At best", "likely_hours": "Takes", "longest_hours": "At worst",
    "rollback_hours": "Taking it back",
}  # fmt: skip
# What is written as lines of words, each of them rows of its own.
LINES = ("touches", "crew", "after", "steps")


@dataclass(frozen=True, slots=True)
class Read:
    """What was written, understood: fields of the register as they are, and rows of their own."""

    fields: Mapping[str, object]
    touches: tuple[Touch, ...] | None
    crew: tuple[Hands, ...] | None
    after: tuple[str, ...] | None
    steps: tuple[str, ...] | None


def add(*, by: Member, given: Mapping[str, str], now: datetime) -> Done:
    """Write a new change down; a standard one takes what its template says and you leave out.

    `given` holds fields of the register as they are typed, and `touches`, `crew`, `after`, `steps` in lines.
    Raises `RefusedError` with everything that is not understood.
    """
    by.require(Right.EDIT_REGISTERS)
    kind = given.get("kind") or "normal"
    with transaction.atomic():
        template = _template(by, given) if kind == "standard" and given.get("is_template") != "yes" else None
        read = _read(by, given, None)
        values = {**(_taken_over(template) if template else {}), **read.fields}
        row = keeping.locked(by, _saved(by, None, values, None, now), None)
        _write_lines(by, row, _filled(read, template), now)
        entry = _placed(by, row, template, given, now)
    return done(row, entry)


def change(
    *, by: Member, ref: str, given: Mapping[str, str], version: int | None, on: date, now: datetime
) -> Done:  # fmt: skip
    """Change what is given of a change; lines that are given replace those that were there.

    Where it then affects what somebody else answers for, it is no longer agreed.
    """
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        row = keeping.locked(by, ref, version)
        read = _read(by, given, row)
        _saved(by, ref, read.fields, version, now)
        row = keeping.locked(by, str(read.fields.get("ref") or ref), None)
        _write_lines(by, row, read, now)
        verdicts.reopen(by, row, on, now)
    return done(row, None)


def _saved(
    by: Member, ref: str | None, values: Mapping[str, object], version: int | None, now: datetime
) -> str:
    return registers.save(
        by=by, register=keeping.REGISTER, ref=ref, values=values, version=version, now=now
    ).ref


def _read(by: Member, given: Mapping[str, str], row: Change | None) -> Read:
    """Return what was written; raises `RefusedError` with all findings at once."""
    findings: list[Finding] = []
    lines = _Lines(by, row, findings)
    found = Read(
        dict(_fields(given, findings)),
        lines.touches(given.get("touches")),
        lines.crew(given.get("crew")),
        lines.after(given.get("after")),
        None if given.get("steps") is None else words.parts(given["steps"]),
    )
    findings += _odd_lengths(found.fields, row)
    if findings:
        raise RefusedError(*findings)
    return found


def _fields(given: Mapping[str, str], findings: list[Finding]) -> Iterator[tuple[str, object]]:
    for name, text in given.items():
        if name in LENGTHS and text.strip():
            hours = words.hours(text)
            if hours is None:
                about = Subject(keeping.REGISTER, name)
                values = {"field": LENGTHS[name], "value": shown(text)}
                findings.append(Finding("change-length-unknown", about, values))
            yield name, hours
        elif name not in {*LINES, *afterwards.FIELDS, "template"}:
            yield name, text


def _odd_lengths(fields: Mapping[str, object], row: Change | None) -> list[Finding]:
    said = [fields.get(name, getattr(row, name, None)) for name in list(LENGTHS)[:3]]
    known = [value for value in said if isinstance(value, Decimal)]
    if known == sorted(known):
        return []
    return [Finding("change-lengths-odd", Subject(keeping.REGISTER, "likely_hours"))]


class _Lines:
    """Reads lines of words by what there is; what names nothing is noted among the findings."""

    def __init__(self, by: Member, row: Change | None, findings: list[Finding]) -> None:
        self._organisation, self._row, self._findings = by.organisation_id, row, findings

    def touches(self, text: str | None) -> tuple[Touch, ...] | None:
        if text is None:
            return None
        names = read_graph(self._organisation).names
        able = {node: name for node, name in names.items() if register_of(node) in beside.TOUCHABLE}
        found, findings = words.touched(text, able)
        self._findings += findings
        return found

    def crew(self, text: str | None) -> tuple[Hands, ...] | None:
        if text is None:
            return None
        people = store.people(self._organisation)
        skills = {skill for one in people.values() for skill in words.skills_of(one.skills)}
        found, findings = words.hands(text, {ref: one.name for ref, one in people.items()}, sorted(skills))
        self._findings += findings
        return found

    def after(self, text: str | None) -> tuple[str, ...] | None:
        if text is None:
            return None
        names = store.names(self._organisation)
        called = {name.casefold(): ref for ref, name in names.items()} | {
            ref.casefold(): ref for ref in names
        }
        found: list[str] = []
        for part in words.parts(text):
            ref = called.get(part.casefold())
            if ref is None or (self._row is not None and ref == self._row.ref):
                near = near_misses(part, names.values())
                values: dict[str, Value] = {"value": shown(part), "near": near}
                self._findings.append(
                    Finding("change-before-unknown", Subject(keeping.REGISTER, "after"), values)
                )
            else:
                found.append(ref)
        return tuple(dict.fromkeys(found))


def _write_lines(by: Member, row: Change, read: Read, now: datetime) -> None:
    if read.touches is not None:
        beside.write_touches(by, row, read.touches, now)
    if read.crew is not None:
        beside.write_crew(by, row, read.crew, now)
    if read.after is not None:
        _refuse_circle(row, read.after)
        beside.write_after(by, row, read.after, now)
    if read.steps is not None:
        beside.write_steps(by, row, read.steps, now)


def _refuse_circle(row: Change, after: tuple[str, ...]) -> None:
    """Refuse what would wait for itself, naming all who wait for each other."""
    found = circle({**store.after(row.organisation_id), row.ref: after})
    if found:
        names = store.names(row.organisation_id)
        raise keeping.refused("change-order-cycle", row, names=tuple(names.get(ref, ref) for ref in found))


def _template(by: Member, given: Mapping[str, str]) -> Change:
    """Return the template a standard change is made from; raises `RefusedError` without an agreed one."""
    ref = given.get("template", "").strip()
    about = Subject(keeping.REGISTER, "template")
    if not ref:
        raise RefusedError(Finding("change-template-missing", about))
    found = store.templates(by.organisation_id).filter(ref=ref).first()
    if found is None:
        raise RefusedError(Finding("change-template-unknown", about, {"value": shown(ref)}))
    if found.state not in {Stage.AGREED, Stage.SCHEDULED, Stage.DONE}:
        raise keeping.refused("change-template-not-agreed", found)
    return found


# What a change takes over from its template where nothing else is said.
_OF_TEMPLATE = (
    "why", "shortest_hours", "likely_hours", "longest_hours", "rollback_hours", "notice_days", "soak_days",
    "test", "rollback", "notice",
)  # fmt: skip


def _taken_over(template: Change) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(template, name) for name in _OF_TEMPLATE}
    values["vendor"] = template.vendor.ref if template.vendor else None
    values["owner"] = template.owner.ref if template.owner else None
    return values


def _filled(read: Read, template: Change | None) -> Read:
    """Return the lines with those of the template where none were written."""
    if template is None:
        return read
    touches = tuple(Touch(store.node(one), beside.STATES[one.how]) for one in store.touches(template))
    crew = tuple(
        Hands(one.person.ref if one.person else None, one.skill, one.count) for one in store.crews(template)
    )
    return Read(
        read.fields,
        read.touches or touches,
        read.crew or crew,
        read.after,
        read.steps or tuple(one.text for one in store.steps(template)),
    )


def _placed(
    by: Member, row: Change, template: Change | None, given: Mapping[str, str], now: datetime
) -> HistoryEntry | None:
    """Put a new change where its kind puts it: agreed already, over already, or a draft."""
    if template is not None:
        stage = Stage.SCHEDULED if row.starts_on else Stage.AGREED
        return keeping.put(by, row, {"state": stage.value, "kind": "standard"}, now)
    if row.kind == "emergency" and afterwards.is_told(given):
        return afterwards.write(by, row, given, now)
    return None
