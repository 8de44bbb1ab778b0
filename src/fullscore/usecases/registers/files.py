"""Files on rows: kept as bytes in the database, given back as downloads only."""

import hashlib
from datetime import datetime

from django.db import models, transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import FieldClass, Member, NotAllowedError, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.store.models import Attachment, Blob, RegisterRow
from fullscore.usecases.registers import remembering
from fullscore.usecases.registers.reading import stored
from fullscore.usecases.registers.values import FileOnRow, NotThereError, RefusedError

LIMIT_MB = 25
_LONGEST_NAME = 200


def _require_files(by: Member) -> None:
    # Nobody knows what a file holds, so reading one asks for the widest class.
    if FieldClass.INTERNAL not in by.reads:
        raise NotAllowedError(by.role, Right.READ_REGISTERS)


def attachments(*, by: Member, register: str, ref: str) -> tuple[FileOnRow, ...]:
    """Return the files of a row; empty for members who may not read what a file may hold."""
    row = stored(by, register, ref)
    if FieldClass.INTERNAL not in by.reads:
        return ()
    kept = _of(by, row).select_related("blob").defer("blob__content").order_by("id")
    return tuple(FileOnRow(a.pk, a.name, a.blob.size, a.added_at, a.added_by) for a in kept)


def attach(*, by: Member, register: str, ref: str, name: str, content: bytes, now: datetime) -> FileOnRow:
    """Keep a file on a row; raises `RefusedError` for one that is empty, too large or oddly named."""
    by.require(Right.EDIT_REGISTERS)
    _refuse_unfit(register, ref, name, content)
    row = stored(by, register, ref)
    with transaction.atomic():
        blob = kept_blob(by.organisation_id, content)
        file = Attachment.objects.create(
            organisation_id=by.organisation_id, register=register, row_id=row.pk, name=name, blob=blob,
            added_at=now, added_by=by.name,
        )  # fmt: skip
        remembering.remember(by, row, "file added", {}, now)
    return FileOnRow(file.pk, name, blob.size, now, by.name)


def attachment(*, by: Member, register: str, ref: str, file: int) -> tuple[str, bytes]:
    """Return a file's name and bytes."""
    _require_files(by)
    found = _one(by, register, ref, file)
    return found.name, bytes(found.blob.content)


def remove_attachment(*, by: Member, register: str, ref: str, file: int, now: datetime) -> None:
    """Put a file away; its bytes stay for the history."""
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        found = _one(by, register, ref, file)
        found.removed_at = now
        found.save(update_fields=["removed_at"])
        remembering.remember(by, stored(by, register, ref), "file removed", {}, now)


def kept_blob(organisation_id: int, content: bytes) -> Blob:
    """Return the blob of these bytes, kept once per organisation."""
    digest = hashlib.sha256(content).hexdigest()
    same = Blob.objects.of(organisation_id).filter(sha256=digest).defer("content").first()
    return same or Blob.objects.create(
        organisation_id=organisation_id, sha256=digest, size=len(content), content=content
    )


def _of(by: Member, row: RegisterRow) -> "models.QuerySet[Attachment]":
    return Attachment.objects.of(by.organisation_id).filter(
        register=row.REGISTER, row_id=row.pk, removed_at=None
    )


def _one(by: Member, register: str, ref: str, file: int) -> Attachment:
    found = _of(by, stored(by, register, ref)).select_related("blob").filter(pk=file).first()
    if found is None:
        raise NotThereError(
            Finding("row-not-found", Subject(register, ref), {"target": "file", "value": str(file)})
        )
    return found


def _refuse_unfit(register: str, ref: str, name: str, content: bytes) -> None:
    subject = Subject(register, ref)
    if not name.isprintable() or not 0 < len(name) <= _LONGEST_NAME or "/" in name or "\\" in name:
        raise RefusedError(Finding("file-name-unfit", subject, {"value": shown(name)}))
    if not content:
        raise RefusedError(Finding("file-empty", subject, {"value": shown(name)}))
    if len(content) > LIMIT_MB * 1024 * 1024:
        raise RefusedError(Finding("file-too-large", subject, {"value": shown(name), "limit": LIMIT_MB}))
