"""Packs and links as documents: what REST and `--json` answer, the same for both."""

from collections.abc import Iterable
from datetime import datetime

from fullscore.usecases.reports.values import Moved, NewPackLink, PackLinkShown, PackShown

Document = dict[str, object]


def packs_document(organisation: str, found: Iterable[PackShown]) -> Document:
    """Return `fullscore/packs/1`: the drafts and every issued pack, the newest first."""
    return {
        "schema": "fullscore/packs/1", "organisation": organisation, "packs": [_told(each) for each in found],
    }  # fmt: skip


def pack_document(organisation: str, found: PackShown) -> Document:
    """Return `fullscore/pack/1`: how far a pack is, what was answered, and its document once it is done."""
    return {
        "schema": "fullscore/pack/1", "organisation": organisation, **_told(found),
        "document": None if found.document is None or found.is_open else dict(found.document),
    }  # fmt: skip


def _told(one: PackShown) -> Document:
    return {
        "kind": one.kind, "number": one.number, "on": one.on.isoformat(), "state": one.state,
        "asked_at": _moment(one.asked_at), "asked_by": one.asked_by,
        "left_out": list(one.asked.get("left_out", ())), "step": one.progress.get("step"),
        "ended_at": _moment(one.ended_at), "error": one.error, "fingerprint": one.fingerprint or None,
        "files": list(one.forms), "asks": one.asks,
        "answers": [
            {
                "proposal": each.proposal, "answer": each.answer, "words": each.words, "by": each.by_name,
                "at": _moment(each.at),
            }
            for each in one.answers
        ],
    }  # fmt: skip


def new_link_document(made: NewPackLink, site: str) -> Document:
    """Return `fullscore/pack-link/1` with the address, which is told this once."""
    return {
        "schema": "fullscore/pack-link/1", "id": made.id, "path": made.path, "address": f"{site}{made.path}",
        "expires_at": _moment(made.expires_at),
    }  # fmt: skip


def links_document(found: Iterable[PackLinkShown]) -> Document:
    """Return `fullscore/pack-links/1`: for whom links were made, and which were read."""
    return {
        "schema": "fullscore/pack-links/1",
        "links": [
            {
                "id": each.id, "to_name": each.to_name, "to_email": each.to_email,
                "made_at": _moment(each.made_at), "made_by": each.made_by,
                "expires_at": _moment(each.expires_at), "revoked_at": _moment(each.revoked_at),
                "read_at": _moment(each.read_at),
            }
            for each in found
        ],
    }  # fmt: skip


def moved_document(done: Moved) -> Document:
    """Return `fullscore/roadmap-move/1`: when the proposal starts now, and what takes it back."""
    return {
        "schema": "fullscore/roadmap-move/1", "proposal": done.proposal, "name": done.name,
        "starts_from": done.starts_from.isoformat(), "starts_until": done.starts_until.isoformat(),
        "entry": done.entry,
    }  # fmt: skip


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="seconds")
