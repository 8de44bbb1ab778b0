"""A pack as PDF: the document goes in as data, typst sets it; the same document gives the same bytes."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
_TEMPLATE = (HERE / "pack.typ").read_bytes()
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def pdf(document: Mapping[str, Any], logo: bytes | None, logo_type: str, root: str) -> bytes:
    """Return the document as PDF; `root` is an empty folder. Raises `ValueError` for what cannot be set."""
    return _compiled(document, logo, logo_type, root)


def _compiled(document: Mapping[str, Any], logo: bytes | None, logo_type: str, root: str) -> bytes:
    data = {**document, "spoken_on": _spoken(str(document["on"])), "traces": [], "logo": None}
    if logo:
        # As figures: what stands beside the template by name is read as text.
        data |= {"logo": list(logo), "logo_type": "jpg" if logo_type == "jpeg" else logo_type}
    # The library takes files by name as well; its types do not say so yet.
    files: Any = {"main.typ": _TEMPLATE, "data.json": json.dumps(data).encode()}
    try:
        made = typst.compile(
            files, root=root, font_paths=[str(FONTS)], ignore_system_fonts=True, format="pdf",
            timestamp=_moment(document),
        )  # fmt: skip
    except (typst.TypstError, RuntimeError) as error:
        raise ValueError(str(error)) from error
    assert isinstance(made, bytes)
    return made


def _moment(document: Mapping[str, Any]) -> datetime:
    """Return the moment a pack was frozen, of a draft its day: never the clock's."""
    at = document.get("issued_at")
    return datetime.fromisoformat(at or f"{document['on']}T00:00:00+00:00").astimezone(UTC)


def _spoken(day: str) -> str:
    on = date.fromisoformat(day)
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
