"""What columns of restore tests, decision logs and evidence packs may mean, in English and German."""

from fullscore.importing.kinds.kind import Looks, Meaning
from fullscore.importing.kinds.writing import names

RESTORES = (
    Meaning("number", "number", names(
        "test id | test number | test no | restore test id | test | testnummer | test nr"
    )),
    Meaning("tested_on", "tested on", names(
        "test date and time | test date | date | tested on | date of test | restore date"
        " | last restore test | last tested | testdatum | datum | getestet am | prüfdatum | datum des tests"
        " | wiederherstellungsdatum"
    ), "", Looks.DAY),
    Meaning("system", "system", names(
        "system application | system | application | server | workload | system tested | what was restored"
        " | asset | data set | system anwendung | anwendung | systemname | wiederhergestelltes system"
    ), "", Looks.TEXT),
    Meaning("environment", "environment", names(
        "environment | restored to | target | umgebung | ziel | zielsystem"
    )),
    Meaning("scope", "scope", names(
        "scope | scope full point in time file | restore type | test type | restore scope | type of restore"
        " | umfang | testart | wiederherstellungsart"
    )),
    Meaning("backup", "backup", names(
        "backup type | backup date | backup source | backup job | backup set | backup used | restore point"
        " | backup art | sicherungsdatum | sicherungsart | sicherung | backup datum"
        " | wiederherstellungspunkt"
    )),
    Meaning("target", "target", names(
        "target rpo | target rto | rpo target | rto target | rto | rpo | rto objective | rpo objective"
        " | ziel rpo | ziel rto | rto soll | rpo soll | rpo ziel | rto ziel"
    )),
    Meaning("achieved", "achieved", names(
        "achieved rpo | achieved rto | actual rpo | actual rto | time to restore | restore time"
        " | rpo achieved | rto achieved | recovery time | data restored | erreichte rpo | erreichte rto"
        " | rpo ist | rto ist | wiederherstellungszeit | wiederherstellungsdauer | erreichter rto"
        " | erreichter rpo"
    )),
    Meaning("result", "result", names(
        "result | outcome | pass fail | success | test result | integrity check | status | ergebnis"
        " | bestanden | testergebnis | erfolgreich"
    ), "", Looks.WORD),
    Meaning("performed_by", "performed by", names(
        "performed by | tested by | operator | tester | engineer | durchgeführt von | getestet von | prüfer"
    ), "", Looks.PERSON),
    Meaning("reviewer", "reviewed by", names(
        "reviewer | reviewed by | approved by | sign off | geprüft von | freigegeben von | abnahme"
    ), "", Looks.PERSON),
    Meaning("issues", "issues", names(
        "issues remediation | issues | remediation | lessons learned | corrective actions | findings"
        " | follow up | probleme | maßnahmen | probleme maßnahmen | abhilfe | mängel"
    )),
    Meaning("evidence", "evidence", names(
        "evidence | screenshot | proof | log | attachment | evidence link | nachweis | beleg | protokoll"
    )),
    Meaning("beside", "kept beside", names(
        "notes | comments | next test | next test date | notizen | bemerkung | nächster test"
    )),
)  # fmt: skip
RESTORES_NEED = (
    frozenset({"system", "number", "scope"}),
    frozenset({"achieved", "target", "backup"}),
)
DECISIONS = (
    Meaning("decided_on", "day", names(
        "date | decision date | decided on | date decided | datum | entscheidungsdatum | entschieden am"
    ), "", Looks.DAY),
    Meaning("decision", "decision", names(
        "decision | decision made | what was decided | resolution | decision title | entscheidung"
        " | beschluss | was wurde entschieden"
    ), "", Looks.TEXT),
    Meaning("rationale", "rationale", names(
        "rationale | reason | why | justification | reasoning | context | options considered | alternatives"
        " | alternatives considered | begründung | grund | warum | kontext | alternativen"
    ), "", Looks.TEXT),
    Meaning("owner", "owner", names(
        "owner | decided by | decision maker | decision owner | approver | made by | verantwortlich"
        " | entschieden von | entscheider | verantwortlicher"
    ), "", Looks.PERSON),
    Meaning("affects", "affects", names(
        "impacted systems teams | impacted systems | impacted teams | affects | stakeholders | impact"
        " | systems affected | betroffene systeme | betroffene teams | betroffene systeme teams | betrifft"
        " | beteiligte"
    )),
    Meaning("follow_ups", "follow-ups", names(
        "follow ups | follow up | next steps | actions | action items | review date | folgemaßnahmen"
        " | nächste schritte | folgeaufgaben | wiedervorlage"
    )),
    Meaning("beside", "kept beside", names(
        "status | id | decision id | category | notes | kategorie | notizen | bemerkung"
    )),
)  # fmt: skip
DECISIONS_NEED = (
    frozenset({"decision"}),
    frozenset({"rationale", "follow_ups", "affects", "owner", "decided_on"}),
)
EVIDENCE = (
    Meaning("control", "control", names(
        "control | control name | requirement | control id | safeguard | security control"
        " | control objective | question | kontrolle | maßnahme | anforderung | sicherheitsmaßnahme"
        " | kontrollziel"
    ), "", Looks.TEXT),
    Meaning("scope", "scope", names(
        "systems in scope | scope | applies to | in scope | asset scope | geltungsbereich"
        " | systeme im geltungsbereich | umfang | betroffene systeme"
    )),
    Meaning("proof", "proof", names(
        "proof | evidence | evidence type | artifact | evidence description | documentation"
        " | supporting evidence | nachweis | beleg | nachweise | nachweisart"
    ), "", Looks.TEXT),
    Meaning("owner", "owner", names(
        "owner | control owner | responsible | evidence owner | verantwortlich | verantwortlicher"
        " | zuständig"
    ), "", Looks.PERSON),
    Meaning("cadence", "cadence", names(
        "cadence | frequency | review cadence | how often | review frequency | collection frequency"
        " | turnus | häufigkeit | prüfintervall | intervall | rhythmus"
    )),
    Meaning("storage", "where it lies", names(
        "storage location | location | where stored | evidence location | link | evidence link | repository"
        " | ablageort | speicherort | ablage | fundstelle"
    )),
    Meaning("status", "status", names(
        "status | last reviewed | last collected | next review | implemented | implementation status"
        " | umsetzungsstatus | zuletzt geprüft | nächste prüfung"
    )),
    Meaning("beside", "kept beside", names(
        "notes | comments | framework | category | notizen | bemerkung | norm | kategorie"
    )),
)  # fmt: skip
EVIDENCE_NEEDS = (
    frozenset({"control"}),
    frozenset({"proof", "cadence", "storage"}),
)
