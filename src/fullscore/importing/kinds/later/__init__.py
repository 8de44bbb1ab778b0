"""Lists that no register holds yet: recognised and kept whole for the room that will read them."""

from fullscore.importing.kinds.kept import unread
from fullscore.importing.kinds.kind import Kind
from fullscore.importing.kinds.later import books, desk, proofs, things

KINDS = (
    Kind("tickets", "Tickets", "", desk.TICKETS, desk.TICKETS_NEED, unread, room="desk"),
    Kind("replacements", "Capital replacement plan", "", books.REPLACEMENTS, books.REPLACEMENTS_NEED, unread,
         room="budget"),
    Kind("changes", "Change log", "", desk.CHANGES, desk.CHANGES_NEED, unread, room="changes"),
    Kind("restore tests", "Restore tests", "", proofs.RESTORES, proofs.RESTORES_NEED, unread,
         room="recovery"),
    Kind("decisions", "Decision log", "", proofs.DECISIONS, proofs.DECISIONS_NEED, unread, room="reports"),
    Kind("evidence", "Evidence for insurers and audits", "", proofs.EVIDENCE, proofs.EVIDENCE_NEEDS, unread,
         room="standards"),
    Kind("activity", "Activity report", "", things.ACTIVITY, things.ACTIVITY_NEEDS, unread, room="estate"),
    Kind("maintenances", "Maintenance report", "", things.MAINTENANCES, things.MAINTENANCES_NEED, unread,
         room="estate"),
    Kind("software", "Installed software", "", things.SOFTWARE, things.SOFTWARE_NEEDS, unread, room="estate"),
)  # fmt: skip
