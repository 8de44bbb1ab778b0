"""Calendars: days the business cares about, from calendar programs and sheets."""

from fullscore.importing.kinds.kept import unread
from fullscore.importing.kinds.kind import Kind, Looks, Meaning
from fullscore.importing.kinds.writing import names
from fullscore.importing.vocabularies import answers

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
    Meaning("uid", "id of the source", names("uid | event id | ical uid | event uid | termin id")),
    Meaning("notes", "notes", names(
        "notes | description | details | body | comment | agenda | beschreibung | notizen | bemerkung"
        " | inhalt"
    ), "notes"),
    Meaning("beside", "kept beside", names(
        "all day event | all day | start time | end time | organizer | meeting organizer"
        " | required attendees | optional attendees | attendees | calendar | categories | category | status"
        " | class | url | rrule | recurrence | meeting resources | show time as | repeats | time zone"
        " | ganztägiges ereignis | ganztägig | beginnt um | endet um | besprechungsplanung"
        " | erforderliche teilnehmer | optionale teilnehmer | kategorien | zeitspanne zeigen als"
        " | organisator | teilnehmer | kalender | startzeit | endzeit | uhrzeit"
    )),
    Meaning("counters", "left out", names(
        "reminder on off | reminder date | reminder time | priority | private | sensitivity"
        " | billing information | mileage | dtstamp | created | last modified | sequence | transp"
        " | erinnerung ein aus | erinnerung am | erinnerung um | priorität | privat | vertraulichkeit"
        " | reisekilometer | abrechnungsinformationen | ressourcen besprechung"
    ), is_dropped=True),
)  # fmt: skip
KIND = Kind(
    "calendar", "Calendar", "events", _MEANINGS, (frozenset({"name"}), frozenset({"starts_on"})), unread
)
