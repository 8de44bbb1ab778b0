"""What columns of ticket lists and change logs may mean, in English and German."""

from fullscore.importing.kinds.kind import Looks, Meaning
from fullscore.importing.kinds.writing import names

TICKETS = (
    Meaning("number", "number", names(
        "ticket number | ticket id | ticket | id | ticket no | number | case number | case id"
        " | incident number | incident id | request id | issue key | key | service ticket | ticket nr"
        " | ticketnummer | vorgangsnummer | fallnummer | anfragenummer | störungsnummer"
    )),
    Meaning("subject", "subject", names(
        "subject | title | summary | short description | issue | ticket title | ticket subject | headline"
        " | betreff | titel | kurzbeschreibung | thema | zusammenfassung | anliegen"
    ), "", Looks.TEXT),
    Meaning("description", "description", names(
        "description | body | details | detail description | problem description | initial description"
        " | beschreibung | inhalt | problembeschreibung | text"
    ), "", Looks.TEXT),
    Meaning("status", "status", names(
        "status | state | ticket status | current status | stage | ticket state | zustand"
        " | bearbeitungsstatus | ticketstatus"
    ), "", Looks.WORD),
    Meaning("priority", "priority", names(
        "priority | urgency | severity | impact | ticket priority | priorität | dringlichkeit | auswirkung"
        " | prio"
    ), "", Looks.WORD),
    Meaning("kind", "kind", names(
        "issue type | sub issue type | sub issue | type | category | sub category | subcategory"
        " | ticket type | request type | subtype | item | work type | service category | ticket category"
        " | kategorie | typ | anfrageart | tickettyp | unterkategorie | störungsart | ticketart"
    ), "", Looks.WORD),
    Meaning("source", "came by", names(
        "source | channel | origin | request source | via | ticket source | quelle | kanal | eingangskanal"
        " | anfragequelle"
    ), "", Looks.WORD),
    Meaning("requester", "asked by", names(
        "requester | customer | contact | reported by | requested by | requester name | requester email"
        " | caller | end user | account | client | contact name | company | reporter | submitter | user"
        " | requestor | customer name | opened by | initiator | anfragender | melder | anforderer | kunde"
        " | gemeldet von | kontakt | antragsteller | kundenname"
    ), "", Looks.PERSON),
    Meaning("agent", "worked on by", names(
        "agent | assigned to | resources | assignee | owner | technician | primary resource | resource"
        " | agent name | assigned agent | assigned technician | ticket owner | assigned resource"
        " | bearbeiter | zugewiesen an | techniker | besitzer | zuständig | verantwortlicher"
    ), "", Looks.PERSON),
    Meaning("group", "group", names(
        "group | queue | board | service board | assignment group | assigned group | support group"
        " | ticket queue | gruppe | warteschlange | technikergruppe | bearbeitergruppe"
    )),
    Meaning("opened_on", "opened", names(
        "created time | created | created at | opened | opening date | date created | submitted on"
        " | created on | create date | date entered | open date | opened at | reported on | created date"
        " | date opened | ticket created | create time | erstellt am | erstellt | eröffnet am"
        " | eröffnungsdatum | gemeldet am | angelegt am | erstellungsdatum | eingang"
    ), "", Looks.DAY),
    Meaning("due_on", "due by", names(
        "due by time | due by | due date | sla due | time to resolve | resolution due | due | escalation at"
        " | due date time | sla deadline | required date | fällig am | lösungszeit | fälligkeit"
        " | fälligkeitsdatum"
    ), "", Looks.DAY),
    Meaning("closed_on", "closed", names(
        "resolved time | closed time | closed | closed at | resolved at | resolved | close date"
        " | solved date | closing date | complete date | completed date | date closed | last closed"
        " | closed on | resolution date | closed date | date closed time | solve date | geschlossen am"
        " | gelöst am | abgeschlossen am | lösungsdatum | erledigt am | schließdatum"
    ), "", Looks.DAY),
    Meaning("hours", "hours", names(
        "total hours worked | billed hours | hours | time spent | actual hours | worked hours"
        " | time tracked | hours worked | time unit | total hours | estimated hours | budget hours"
        " | stunden | aufwand | arbeitszeit | gebuchte stunden | zeitaufwand"
    ), "", Looks.COUNT),
    Meaning("service", "service level", names(
        "sla | first response time | resolution time | first response status | resolution status"
        " | sla status | first response time in hrs | resolution time in hrs | agent interactions"
        " | customer interactions | first response | every response status | survey results"
        " | association type | satisfaction | reaktionszeit | erstreaktion"
    )),
    Meaning("beside", "kept beside", names(
        "last update | last updated | last modified | updated at | tags | product | location | department"
        " | organization | internal subject | contact email | contact phone | notes | resolution | entity"
        " | contract | project | time to own | schlagworte | letzte änderung | abteilung | standort"
        " | lösung | organisation | vertrag"
    )),
)  # fmt: skip
TICKETS_NEED = (
    frozenset({"number", "subject"}),
    frozenset({"status", "priority", "agent", "group", "kind"}),
    frozenset({"requester", "opened_on", "closed_on", "due_on", "hours", "description", "service", "source"}),
)
CHANGES = (
    Meaning("changed_on", "day", names(
        "date | change date | implemented on | planned start | scheduled start | date of change"
        " | scheduled for | datum | änderungsdatum | durchgeführt am | umgesetzt am | geplant für"
    ), "", Looks.DAY),
    Meaning("change", "change", names(
        "change | change title | change description | summary | change summary | what changed | title"
        " | change request | änderung | change titel | maßnahme | was wurde geändert"
        " | beschreibung der änderung"
    ), "", Looks.TEXT),
    Meaning("number", "number", names(
        "change id | change number | change no | rfc | rfc number | cr number | ticket | änderungsnummer"
        " | change nr"
    )),
    Meaning("reason", "reason", names(
        "reason | justification | business justification | purpose | reason for change | why | grund"
        " | begründung | anlass"
    )),
    Meaning("systems", "affected systems", names(
        "affected systems | systems | affected services | configuration items | impacted systems | system"
        " | services affected | affected ci | system affected | betroffene systeme | systeme"
        " | betroffene dienste"
    )),
    Meaning("impact", "expected impact", names(
        "expected user impact | impact | user impact | downtime | expected downtime | risk | risk level"
        " | risk assessment | auswirkung | auswirkungen | ausfallzeit | risiko | erwartete auswirkung"
    )),
    Meaning("class", "class", names(
        "class | class routine standard urgent high risk | change type | type | category | change class"
        " | priority | klasse | änderungsart | change typ | kategorie"
    ), "", Looks.WORD),
    Meaning("steps", "steps", names(
        "implementation steps | implementation plan | steps | plan | procedure | deployment plan"
        " | umsetzungsschritte | umsetzung | vorgehen | schritte | durchführung"
    )),
    Meaning("rollback", "way back", names(
        "rollback steps | rollback plan | backout plan | rollback | back out | fallback | rückfallplan"
        " | rückweg | rollback plan vorhanden | rückfall | fallback plan"
    )),
    Meaning("approved_by", "approved by", names(
        "approved by | approver | approval | cab approval | change advisory board | genehmigt von"
        " | freigabe | freigegeben von"
    )),
    Meaning("notified", "notified", names(
        "notified | communication | notified users | communicated to | informiert | benachrichtigt"
        " | kommunikation"
    )),
    Meaning("window", "window", names(
        "window | change window | maintenance window | start time | end time | wartungsfenster"
        " | zeitfenster"
    )),
    Meaning("result", "result", names(
        "result | outcome | status | validation | unexpected issues | post implementation review | issues"
        " | verification | lessons learned | test result | ergebnis | validierung | unerwartete probleme"
        " | prüfung | probleme"
    )),
    Meaning("beside", "kept beside", names(
        "implemented by | requested by | requester | owner | performed by | notes | comments | assigned to"
        " | planned end | durchgeführt von | angefordert von | notizen | bemerkung | verantwortlich"
    )),
)  # fmt: skip
CHANGES_NEED = (
    frozenset({"change", "number"}),
    frozenset({"rollback", "systems", "impact", "class", "steps", "window", "approved_by", "reason"}),
)
