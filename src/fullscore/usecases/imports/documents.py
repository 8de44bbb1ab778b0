"""Imports as documents: what REST and `--json` answer."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from fullscore.usecases.imports.meeting.previews import as_json
from fullscore.usecases.imports.pairing.pairs import Pair, PairSide
from fullscore.usecases.imports.values import Imported

Document = dict[str, object]


def imports_document(files: Sequence[Imported]) -> Document:
    """Return `fullscore/import/1`: each file with its counts and a reason for each row not taken."""
    return {"schema": "fullscore/import/1", "files": [_file(file) for file in files]}


def pairs_document(found: Sequence[Pair]) -> Document:
    """Return `fullscore/pairs/1`: rows that may be one thing, and what was decided about them."""
    return {"schema": "fullscore/pairs/1", "pairs": [_pair(pair) for pair in found]}


def _pair(pair: Pair) -> Document:
    return {
        "number": pair.number,
        "register": pair.register,
        "sentence": pair.sentence,
        "state": pair.state,
        "one": _side(pair.one),
        "other": _side(pair.other),
        "kept": pair.kept,
        "by": pair.by_name,
        "decided_at": pair.decided_at.isoformat(timespec="seconds") if pair.decided_at else None,
    }


def _side(side: PairSide) -> Document:
    values = [{"label": label, "text": text} for label, text in side.values]
    return {"ref": side.ref, "title": side.title, "values": values, "sources": list(side.sources)}


def _file(file: Imported) -> Document:
    return {
        "id": file.id or None,
        "file": file.file,
        "source": file.source,
        "kind": file.kind,
        "confidence": file.confidence,
        "register": file.register or None,
        "state": file.state,
        "came_by": file.came_by,
        "started_at": file.started_at.isoformat(timespec="seconds"),
        "finished_at": file.finished_at.isoformat(timespec="seconds") if file.finished_at else None,
        "by": file.by_name,
        "rows": file.rows,
        "preamble": file.preamble,
        "totals": file.totals,
        "applied": file.applied,
        "created": file.created,
        "updated": file.updated,
        "left": file.left,
        "refused": file.refused,
        "conflicts": file.conflicts,
        "reasons": [
            {
                "line": r.line,
                "column": r.column,
                "code": r.code,
                "sentence": r.sentence,
                "refused": r.is_refusal,
            }
            for r in file.reasons
        ],
        "preview": None if file.preview is None else json.loads(json.dumps(as_json(file.preview))),
        "undone_at": file.undone_at.isoformat(timespec="seconds") if file.undone_at else None,
        "kept_edits": [asdict(edit) for edit in file.kept_edits],
    }
