"""Packs as they are kept: the draft, those issued, their files, and what was answered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from fullscore.engine.calendars.clock import zone_of
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import FieldClass, Member, NotAllowedError, Right
from fullscore.engine.registers.cleaning import shown as quoted
from fullscore.store import reports as store
from fullscore.store.models import Pack, PackAnswer
from fullscore.usecases.registers.values import NotThereError
from fullscore.usecases.reports.values import Answer, PackShown


def packs(*, by: Member) -> tuple[PackShown, ...]:
    """Return every pack without its document, the newest first."""
    by.require(Right.PLAN_GOALS)
    return tuple(_listed(by.organisation_id))


def _listed(organisation_id: int) -> Iterator[PackShown]:
    forms: dict[int, list[str]] = {}
    for file in store.files(organisation_id):
        forms.setdefault(file.pack_id, []).append(file.form)
    answers: dict[int, list[Answer]] = {}
    for answer in store.answers(organisation_id):
        answers.setdefault(answer.pack_id, []).append(_answer(answer))
    for row in store.packs(organisation_id).select_related("organisation"):
        yield _shown(row, forms.get(row.pk, ()), answers.get(row.pk, ()))


def pack(*, by: Member, kind: str, number: int) -> PackShown:
    """Return one with its document; raises `NotThereError`."""
    require_reading(by, kind)
    return whole(found(by.organisation_id, kind, number))


def require_reading(by: Member, kind: str) -> None:
    """Raise `NotAllowedError` unless the member reads whatever stands in a pack of this kind.

    A hand-over holds what is internal and personal, so only those read it who read every class of fields.
    """
    by.require(Right.PLAN_GOALS)
    if kind == "hand-over" and by.reads != frozenset(FieldClass):
        raise NotAllowedError(by.role, Right.PLAN_GOALS)


def found(organisation_id: int, kind: str, number: int, *, is_locked: bool = False) -> Pack:
    row = store.pack(organisation_id, kind, number, is_locked=is_locked)
    if row is None:
        values = {"target": "pack", "value": quoted(f"{kind} {number}")}
        raise NotThereError(Finding("row-not-found", Subject("reports", quoted(kind)), values))
    return row


def whole(row: Pack) -> PackShown:
    """Return a stored pack with its document, its files and what was answered."""
    forms = (each.form for each in store.files(row.organisation_id).filter(pack=row))
    answers = store.answers(row.organisation_id).filter(pack=row)
    return _shown(row, tuple(forms), map(_answer, answers), row.document)


def _answer(row: PackAnswer) -> Answer:
    return Answer(row.proposal, row.answer, row.words, row.by_name, row.at)


def _shown(
    row: Pack, forms: Iterable[str], answers: Iterable[Answer], document: Mapping[str, Any] | None = None
) -> PackShown:
    zone = zone_of(row.organisation.zone)
    return PackShown(
        row.kind, row.number, row.on, row.state, row.asked_at.astimezone(zone), row.asked_by, row.asked,
        row.progress, row.ended_at.astimezone(zone) if row.ended_at else None, row.error, row.fingerprint,
        tuple(forms), tuple(replace(each, at=each.at.astimezone(zone)) for each in answers),
        int(row.asked.get("asks", 0)), document,
    )  # fmt: skip


def file(*, by: Member, kind: str, number: int, form: str) -> bytes:
    """Return a pack as one file, as it was printed when it was made; raises `NotThereError`."""
    require_reading(by, kind)
    return content_of(found(by.organisation_id, kind, number), form)


def content_of(row: Pack, form: str) -> bytes:
    content = store.file(row, form)
    if content is None:
        values = {"target": "file", "value": quoted(form)}
        raise NotThereError(Finding("row-not-found", Subject("reports", row.kind), values))
    return content


def asks_of(document: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """Return what a document asks to be decided, each proposal once."""
    blocks = (block for section in document["sections"] for block in section["blocks"])
    asks = (ask for block in blocks if block["type"] == "asks" for ask in block["asks"])
    return tuple({ask["proposal"]: ask for ask in asks}.values())
