"""Imports as documents: what REST and `--json` answer."""

from collections.abc import Sequence

from fullscore.usecases.imports.values import Imported

Document = dict[str, object]


def imports_document(files: Sequence[Imported]) -> Document:
    """Return `fullscore/import/1`: each file with its counts and a reason for each row not taken."""
    return {"schema": "fullscore/import/1", "files": [_file(file) for file in files]}


def _file(file: Imported) -> Document:
    return {
        "id": file.id,
        "file": file.file,
        "kind": file.kind,
        "confidence": file.confidence,
        "register": file.register,
        "state": file.state,
        "started_at": file.started_at.isoformat(timespec="seconds"),
        "finished_at": file.finished_at.isoformat(timespec="seconds") if file.finished_at else None,
        "by": file.by_name,
        "rows": file.rows,
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
    }
