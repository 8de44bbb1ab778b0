"""A pack as files: PDF and slides from its document, tables of a hand-over as a ZIP."""

from collections.abc import Iterator, Mapping
from typing import Any

from fullscore.store.models import Brand

Document = Mapping[str, Any]


def files(organisation_id: int, document: Document) -> Iterator[tuple[str, bytes]]:
    """Yield (form, content) one by one, so that whoever waits can be told."""
    from fullscore.paper import packs  # noqa: PLC0415  only the worker pays for typesetting

    logo, kind = logo_of(organisation_id)
    yield "pdf", packs.pdf(document, logo=logo, logo_type=kind)
    if document["schema"].startswith("fullscore/board-pack/"):
        yield "pptx", packs.slides(document, logo=logo, logo_type=kind)


def logo_of(organisation_id: int) -> tuple[bytes | None, str]:
    row = Brand.objects.of(organisation_id).select_related("logo").first()
    if row is None or row.logo is None:
        return None, ""
    return bytes(row.logo.content), row.logo_type
