"""What columns of activity, maintenance and software reports may mean, in English and German."""

from fullscore.importing.kinds.kind import Looks, Meaning
from fullscore.importing.kinds.writing import names

ACTIVITY = (
    Meaning("happened_at", "when", names(
        "date | created at | timestamp | time | action date | event time | date time | when | datum"
        " | zeitpunkt | zeitstempel | zeit"
    ), "", Looks.DAY),
    Meaning("by", "by", names(
        "created by | admin | user | performed by | actor | by | changed by | erstellt von | benutzer"
        " | geändert von | durchgeführt von"
    ), "", Looks.PERSON),
    Meaning("action", "action", names(
        "action | event | action type | activity | operation | event name | aktion | ereignis | vorgang"
        " | aktivität"
    ), "", Looks.WORD),
    Meaning("kind", "kind of thing", names("type | item type | object type | typ | objekttyp | art")),
    Meaning("item", "thing", names(
        "item | object | target item | asset | item name | element | gegenstand | objekt | artikel"
    ), "", Looks.TEXT),
    Meaning("key", "serial or product key", names(
        "serial product key | product key | seriennummer produktschlüssel"
    ), is_secret=True),
    Meaning("model", "model", names(
        "model name | model no | model number | model | modellname | modellnummer | modell"
    )),
    Meaning("to", "to", names(
        "to | target | assigned to | checked out to | an | ziel | zugewiesen an | ausgegeben an"
    )),
    Meaning("changed", "changed", names(
        "changed | changes | log meta | old value | new value | geändert | änderungen | alter wert"
        " | neuer wert"
    )),
    Meaning("from_where", "from where", names(
        "ip address | user agent | action source | remote ip | ip adresse | browser | quelle der aktion"
    )),
    Meaning("notes", "notes", names("notes | note | file | comment | notizen | notiz | bemerkung | datei")),
)  # fmt: skip
ACTIVITY_NEEDS = (
    frozenset({"action"}),
    frozenset({"item", "kind", "to", "changed"}),
    frozenset({"happened_at", "by", "from_where"}),
)
MAINTENANCES = (
    Meaning("tag", "asset tag", names(
        "asset tag | tag | asset number | inventarnummer | inventar nr | anlagennummer"
    )),
    Meaning("asset", "thing", names(
        "asset name | asset | device | machine | item | geräte name | gerät | gerätename | anlage"
    )),
    Meaning("vendor", "vendor", names(
        "supplier | vendor | serviced by | service provider | lieferant | dienstleister | gewartet von"
    )),
    Meaning("kind", "kind of maintenance", names(
        "asset maintenance type | maintenance type | type of maintenance | service type | wartungsart"
        " | wartungstyp | art der wartung"
    )),
    Meaning("title", "title", names(
        "title | name | description | work done | titel | beschreibung | arbeiten | durchgeführte arbeiten"
    )),
    Meaning("starts_on", "from", names(
        "start date | started on | start | service date | startdatum | beginn | wartung am"
    ), "", Looks.DAY),
    Meaning("ends_on", "to", names(
        "completion date | completed on | end date | completed | fertiggestellt am | abschlussdatum"
        " | abgeschlossen am"
    ), "", Looks.DAY),
    Meaning("days", "takes", names(
        "asset maintenance time in days | asset maintenance time | maintenance time | downtime days"
        " | wartungszeit in tagen | wartungsdauer | dauer tage"
    ), "", Looks.COUNT),
    Meaning("cost", "cost", names("cost | maintenance cost | kosten | wartungskosten"), "", Looks.MONEY),
    Meaning("next_on", "next", names(
        "next maintenance | next service | next due | nächste wartung | nächste wartung am"
    ), "", Looks.DAY),
    Meaning("beside", "kept beside", names(
        "location | warranty | is warranty | notes | model | serial | standort | garantie | notizen"
        " | modell"
    )),
)  # fmt: skip
MAINTENANCES_NEED = (
    frozenset({"tag", "asset"}),
    frozenset({"kind", "days", "ends_on", "next_on"}),
    frozenset({"title", "starts_on", "ends_on", "cost", "days", "next_on"}),
)
SOFTWARE = (
    Meaning("name", "application", names(
        "application name | software | software name | application | app name | display name | program"
        " | product name | name | title | detected app | programm | anwendung | anwendungsname"
        " | softwarename | programmname"
    ), "", Looks.TEXT),
    Meaning("version", "version", names(
        "application version | version | software version | app version | display version | product version"
        " | softwareversion | anwendungsversion | versionsnummer"
    )),
    Meaning("publisher", "publisher", names(
        "publisher | manufacturer | developer | software publisher | hersteller | herausgeber"
    )),
    Meaning("devices", "devices", names(
        "device count | installs | installations | install count | number of installations | computers"
        " | device | device name | computer | computer name | endpoint | host | hostname | installed on"
        " | machine | number of devices | hosts | count of computers | total installs | installationen"
        " | anzahl installationen | anzahl geräte | gerät | gerätename | rechner | rechnername"
    )),
    Meaning("size", "size", names(
        "bundle size | size | estimated size | installed size | größe | installationsgröße"
    ), "", Looks.COUNT),
    Meaning("installed_on", "installed on", names(
        "install date | installed date | date installed | installation date | first seen | last seen"
        " | last used | installationsdatum | installiert am | zuletzt gesehen | zuletzt verwendet"
    ), "", Looks.DAY),
    Meaning("key", "key of the application", names(
        "application key | app id | application id | bundle id | package id | product code"
        " | identifying number | anwendungsschlüssel | anwendungs id | software id"
    )),
    Meaning("beside", "kept beside", names(
        "platform | architecture | install location | uninstall string | category | path | scope"
        " | plattform | architektur | kategorie | speicherort | installationspfad"
    )),
)  # fmt: skip
SOFTWARE_NEEDS = (
    frozenset({"name", "key"}),
    frozenset({"version", "devices"}),
    frozenset({"devices", "size", "installed_on", "publisher", "key"}),
)
