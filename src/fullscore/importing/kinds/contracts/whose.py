"""Who decides about a contract: one person, as the cell names them."""

import re

from fullscore.importing.filling import by_name
from fullscore.importing.kinds.contracts.parts import Part
from fullscore.importing.kinds.rows import Row

_JOINTS = re.compile(r"\s*(?:[;&+/|\n]|(?<!\w)(?:and|und)(?!\w))\s*", re.IGNORECASE)


def owner(row: Row) -> Part:
    """Return the owner; of two nobody can say who decides, so the contract is taken without."""
    text, header = row.text("owner"), row.header("owner")
    if not text:
        return Part()
    if len(people(text)) > 1:
        label = row.mapped.kind.meaning("owner").label
        return Part(notes=(row.reason("import-owners-several", header, field=label, value=text),))
    return Part({"owner": by_name("people", text)}, {"owner": header})


def people(text: str) -> tuple[str, ...]:
    """Return the people a cell names; "Ruiz, Ana" is one, "Ana Ruiz, Ben Ochoa" are two."""
    parts = tuple(part for part in _JOINTS.split(text) if part.strip())
    if len(parts) > 1:
        return parts
    by_comma = tuple(part.strip() for part in text.split(",") if part.strip())
    are_whole = all(" " in part or "@" in part for part in by_comma)
    return by_comma if len(by_comma) > 1 and (are_whole or len(by_comma) > 2) else (text,)  # noqa: PLR2004
