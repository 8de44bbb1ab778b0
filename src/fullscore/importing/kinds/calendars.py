"""Calendars: days the business cares about, from calendar programs and sheets."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from fullscore.importing.kinds.kind import Kind, Looks, Mapped, Meaning
from fullscore.importing.kinds.rows import Row, rows
from fullscore.importing.kinds.writing import names
from fullscore.importing.records import Context, Line, Reason, Record
from fullscore.importing.records import Told as Value
from fullscore.importing.vocabularies import answers
from fullscore.importing.vocabularies.answers import is_yes

_STATUSES = {
    **dict.fromkeys(("cancelled", "canceled", "abgesagt", "storniert", "entfällt", "declined"), "cancelled"),
    **dict.fromkeys(
        ("confirmed", "tentative", "busy", "free", "accepted", "planned", "scheduled", "bestätigt", "geplant",
         "mit vorbehalt", "gebucht", "frei"), "takes place",
    ),
}  # fmt: skip
_MEANINGS = (
    Meaning("name", "name", names(
        "name | subject | summary | title | event | event name | event title | appointment | holiday"
        " | occasion | what | meeting | betreff | titel | termin | ereignis | veranstaltung | feiertag"
        " | terminbezeichnung | anlass | bezeichnung | termin name"
    ), "name", Looks.TEXT),
    Meaning("starts_on", "from", names(
        "starts on | start date | start | dtstart | begins | begin | from | date | start time date"
        " | event date | when | starts | start date time | begins on | day | beginnt am | beginn"
        " | startdatum | von | ab | anfang | datum | tag | start datum"
    ), "starts_on", Looks.DAY),
    Meaning("ends_on", "to", names(
        "ends on | end date | end | dtend | to | until | ends | finish | end date time | end on | last day"
        " | endet am | ende | enddatum | bis | end datum | schluss"
    ), "ends_on", Looks.DAY),
    Meaning("is_closed", "closed for business", names(
        "closed for business | closed | business closed | is closed | office closed | public holiday"
        " | day off | shutdown | geschlossen | betrieb geschlossen | betriebsruhe | arbeitsfrei"
        " | betriebsferien | schließtag | zu"
    ), "is_closed", Looks.YES_NO, answers.OPTIONS, answers.WORDS),
    Meaning("place", "place", names(
        "place | location | where | room | venue | ort | raum | standort | treffpunkt | veranstaltungsort"
    )),
    Meaning("all_day", "all day", names(
        "all day event | all day | is all day | ganztägiges ereignis | ganztägig"
    ), "", Looks.YES_NO),
    Meaning("end_time", "until o'clock", names("end time | ends at | endet um | endzeit | uhrzeit ende")),
    Meaning("status", "status", names(
        "status | event status | terminstatus | zustand"
    ), "", Looks.WORD, ("cancelled", "takes place"), _STATUSES),
    Meaning("uid", "id of the source", names("uid | event id | ical uid | event uid | termin id")),
    Meaning("notes", "notes", names(
        "notes | description | details | body | comment | agenda | beschreibung | notizen | bemerkung"
        " | inhalt"
    ), "notes"),
    Meaning("beside", "kept beside", names(
        "start time | organizer | meeting organizer | required attendees | optional attendees | attendees"
        " | calendar | categories | category | class | url | rrule | recurrence"
        " | meeting resources | show time as | repeats | time zone | beginnt um | besprechungsplanung"
        " | erforderliche teilnehmer | optionale teilnehmer | kategorien | zeitspanne zeigen als"
        " | organisator | teilnehmer | kalender | startzeit | uhrzeit"
    )),
    Meaning("counters", "left out", names(
        "reminder on off | reminder date | reminder time | priority | private | sensitivity"
        " | billing information | mileage | dtstamp | created | last modified | sequence | transp"
        " | erinnerung ein aus | erinnerung am | erinnerung um | priorität | privat | vertraulichkeit"
        " | reisekilometer | abrechnungsinformationen | ressourcen besprechung"
    ), is_dropped=True),
)  # fmt: skip
_MIDNIGHT = frozenset({"0:00", "00:00", "00:00:00", "0:00:00", "12:00 AM", "12:00:00 AM"})
_PLAIN = {"name": "name", "starts_on": "starts_on", "ends_on": "ends_on", "notes": "notes"}


def _lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield one event for each row but cancelled ones; the days of a series are events of their own."""
    for row in rows(context, mapped):
        yield _line(row)


def _line(row: Row) -> Line:
    if row.word("status") == "cancelled":
        return Line(row.line)
    got = row.filled("events", _PLAIN)
    name, first = got.values.get("name"), got.values.get("starts_on")
    if not got.reasons and (name is None or first is None):
        return Line(row.line, (), (row.nameless("name" if name is None else "starts_on"),))
    values: dict[str, Value] = {"ends_on": first, **got.values, **_last_day(row, got.values)}
    notes: tuple[Reason, ...] = ()
    closed = row.word("is_closed")
    if closed:
        values["is_closed"] = closed == "yes"
    elif row.text("is_closed"):
        notes = (row.unknown("is_closed"),)
    headers = {**got.headers, **({"is_closed": row.header("is_closed")} if closed else {})}
    record = Record(
        "events",
        values,
        source_id=_own_id(row, first),
        together=("name", "starts_on"),
        extra=row.beside({*headers.values(), row.header("uid")}),
        headers=headers,
    )
    return Line(row.line, (record,), got.reasons, notes)


def _last_day(row: Row, values: Mapping[str, Value]) -> dict[str, Value]:
    """Return the last day of an event that lasts whole days and is said to end at the midnight after it."""
    first, end = values.get("starts_on"), values.get("ends_on")
    is_midnight = row.text("end_time").upper() in _MIDNIGHT and is_yes(row.text("all_day")) is True
    if is_midnight and isinstance(first, date) and isinstance(end, date) and end > first:
        return {"ends_on": end - timedelta(days=1)}
    return {}


def _own_id(row: Row, first: Value) -> str | None:
    """Return the program's id of this very day: a series has one id for all its days."""
    uid = row.text("uid")
    return f"{first.isoformat()} {uid}" if uid and isinstance(first, date) else None


KIND = Kind(
    "calendar", "Calendar", "events", _MEANINGS, (frozenset({"name"}), frozenset({"starts_on"})), _lines
)
