"""Packs: asked for, worked out by one worker, frozen with their files; and links to them."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from django.db.models import Max, QuerySet

from fullscore.store.models import Blob, Pack, PackAnswer, PackFile, PackLink, Proposal

OPEN_PACKS = ("asked", "running")
# The one pack of each kind that nobody has issued yet; preparing it anew replaces it.
DRAFT = 0


def packs(organisation_id: int) -> QuerySet[Pack]:
    """Return packs without their documents, the newest first."""
    return Pack.objects.of(organisation_id).defer("document").order_by("-asked_at", "-number")


def pack(organisation_id: int, kind: str, number: int, *, is_locked: bool = False) -> Pack | None:
    rows = Pack.objects.of(organisation_id).select_related("organisation")
    chosen = rows.select_for_update(of=("self",)) if is_locked else rows
    return chosen.filter(kind=kind, number=number).first()


def pack_by_key(key: int) -> Pack | None:
    """Return one pack whoever it belongs to: a worker is in no organisation."""
    everywhere: QuerySet[Pack] = QuerySet(Pack)
    return everywhere.select_related("organisation").filter(pk=key).first()


def open_packs() -> QuerySet[Pack]:
    """Return every pack of any organisation that is not over, the oldest first."""
    everywhere: QuerySet[Pack] = QuerySet(Pack)
    return everywhere.filter(state__in=OPEN_PACKS).defer("document").order_by("pk")


def next_number(organisation_id: int, kind: str) -> int:
    rows = Pack.objects.of(organisation_id).filter(kind=kind)
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1


def claim(row: Pack, at: datetime) -> bool:
    """Take a pack up, unless somebody else did since it was read."""
    mine = Pack.objects.of(row.organisation_id).filter(pk=row.pk, state=row.state, begun_at=row.begun_at)
    return mine.filter(stop_asked=False).update(state="running", begun_at=at) == 1


def write(row: Pack, claimed_at: datetime | None, changes: Mapping[str, object]) -> bool:
    """Write how far a pack is, if it is still in the hands that claimed it then."""
    mine = Pack.objects.of(row.organisation_id).filter(pk=row.pk, state="running", begun_at=claimed_at)
    return mine.update(**changes) == 1


def is_stop_asked(row: Pack) -> bool:
    return Pack.objects.of(row.organisation_id).filter(pk=row.pk, stop_asked=True).exists()


def keep_file(row: Pack, form: str, content: bytes) -> None:
    """Keep a pack as one file; the one there was goes with its bytes."""
    drop_files(row, form)
    blob = Blob.objects.of(row.organisation_id).create(
        organisation=row.organisation, sha256=hashlib.sha256(content).hexdigest(), size=len(content),
        content=content,
    )  # fmt: skip
    PackFile.objects.of(row.organisation_id).create(
        organisation=row.organisation, pack=row, form=form, blob=blob
    )


def drop_files(row: Pack, *forms: str) -> None:
    rows = PackFile.objects.of(row.organisation_id).filter(pack=row)
    for file in rows.filter(form__in=forms) if forms else rows:
        file.delete()
        Blob.objects.of(row.organisation_id).filter(pk=file.blob_id).delete()


def files(organisation_id: int) -> QuerySet[PackFile]:
    return PackFile.objects.of(organisation_id).select_related("pack").order_by("pack_id", "form")


def file(row: Pack, form: str) -> bytes | None:
    found = (
        PackFile.objects.of(row.organisation_id).filter(pack=row, form=form).select_related("blob").first()
    )
    return bytes(found.blob.content) if found else None


def link_with(secret_hash: str, *, is_locked: bool = False) -> PackLink | None:
    """Return the link whose secret this is, with pack and organisation; locked for whoever answers.

    Not asked inside one organisation: who holds a link is in none.
    """
    everywhere: QuerySet[PackLink] = QuerySet(PackLink)
    chosen = everywhere.select_for_update(of=("self",)) if is_locked else everywhere
    return chosen.select_related("pack", "organisation").filter(secret_hash=secret_hash).first()


def links(organisation_id: int) -> QuerySet[PackLink]:
    return PackLink.objects.of(organisation_id).select_related("pack").order_by("-pk")


def answers(organisation_id: int) -> QuerySet[PackAnswer]:
    """Return every answer, the oldest first: the last one of a proposal counts."""
    return PackAnswer.objects.of(organisation_id).select_related("pack").order_by("pk")


def proposal(organisation_id: int, ref: str) -> Proposal | None:
    return Proposal.objects.of(organisation_id).filter(ref=ref, archived_at=None).first()
