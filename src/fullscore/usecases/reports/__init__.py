"""Reports: packs for readers without an account, composed, frozen, sent by link and answered."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.reports.answering import answer, opened, printed
    from fullscore.usecases.reports.composing import SECTIONS, board_document
    from fullscore.usecases.reports.documents import (
        links_document,
        moved_document,
        new_link_document,
        pack_document,
        packs_document,
    )
    from fullscore.usecases.reports.issuing import again, issue, prepare, stop
    from fullscore.usecases.reports.keeping import asks_of, file, pack, packs
    from fullscore.usecases.reports.linking import end, link, links
    from fullscore.usecases.reports.making import made, site
    from fullscore.usecases.reports.printing import files
    from fullscore.usecases.reports.roadmap import move
    from fullscore.usecases.reports.values import (
        FORMS,
        KINDS,
        Answer,
        NewPackLink,
        PackLinkDeadError,
        PackLinkShown,
        PackShown,
        Reading,
    )
    from fullscore.usecases.reports.working import advance, finish, stale

__all__ = [
    "FORMS", "KINDS", "SECTIONS", "Answer", "NewPackLink", "PackLinkDeadError", "PackLinkShown", "PackShown",
    "Reading", "advance", "again", "answer", "asks_of", "board_document", "end", "file", "files",
    "finish", "issue", "link", "links", "links_document", "made", "move", "moved_document",
    "new_link_document", "opened",
    "pack", "pack_document", "packs", "packs_document", "prepare", "printed", "site",
    "stale", "stop",
]  # fmt: skip
__getattr__ = doors(__name__, {
    "answering": "answer opened printed",
    "composing": "SECTIONS board_document",
    "documents": "links_document moved_document new_link_document pack_document packs_document",
    "issuing": "again issue prepare stop",
    "linking": "end link links",
    "making": "made site",
    "keeping": "asks_of file pack packs",
    "printing": "files",
    "roadmap": "move",
    "values": "FORMS KINDS Answer NewPackLink PackLinkDeadError PackLinkShown PackShown Reading",
    "working": "advance finish stale",
})  # fmt: skip
