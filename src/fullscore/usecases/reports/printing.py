"""A pack as files: PDF and slides from its document, tables of a hand-over as a ZIP."""

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.store.models import Brand
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.reports.handover_files import handover_zip

Document = Mapping[str, Any]


def files(organisation_id: int, document: Document) -> Iterator[tuple[str, bytes]]:
    """Yield (form, content) one by one, so that whoever waits can be told."""
    from fullscore.paper import packs  # noqa: PLC0415  only the worker pays for typesetting

    logo, kind = logo_of(organisation_id)
    try:
        yield from _files(packs, document, logo, kind)
    except packs.NotPrintedError as error:
        about = Subject("reports", str(document["title"])[:64])
        raise RefusedError(Finding("pack-not-printed", about, {"why": str(error)})) from error


def _files(
    packs: ModuleType, document: Document, logo: bytes | None, kind: str
) -> Iterator[tuple[str, bytes]]:
    yield "pdf", packs.pdf(document, logo=logo, logo_type=kind)
    if document["schema"].startswith("fullscore/board-pack/"):
        yield "pptx", packs.slides(document, logo=logo, logo_type=kind)
    else:
        yield "zip", handover_zip(document)


def logo_of(organisation_id: int) -> tuple[bytes | None, str]:
    row = Brand.objects.of(organisation_id).select_related("logo").first()
    if row is None or row.logo is None:
        return None, ""
    return bytes(row.logo.content), row.logo_type
