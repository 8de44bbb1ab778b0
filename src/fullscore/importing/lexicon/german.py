"""German words of such lists and what they say in English; compounds are taken apart by their stems."""

from functools import lru_cache

# Stems as they stand in compounds, umlauts written out; each says one or more English tokens.
_STEMS = {
    "abgang": "left", "abgelaufen": "expired", "abgleich": "sync", "ablaeuft": "expiration",
    "ablauf": "expiration", "abmelde": "logout", "abo": "subscription", "abonnement": "subscription",
    "abrechnung": "billing", "abschluss": "completion", "abschreibung": "depreciation",
    "abteilung": "department", "abweichung": "deviation", "adress": "address", "adresse": "address",
    "aendern": "change", "aenderung": "change", "agent": "agent", "aktion": "action", "aktiv": "active",
    "aktiviert": "enabled", "aktivierung": "activation", "aktualisiert": "updated",
    "aktualisierung": "update", "aktuell": "current", "alias": "alias", "alter": "age",
    "altersgruppe": "age group", "amts": "office", "anbieter": "vendor", "anfrag": "request",
    "angelegt": "created", "angewiesen": "instructed", "anlage": "asset", "anlagen": "asset",
    "anmelde": "login", "anmeldename": "login name", "anmeldung": "login", "anmerkung": "note",
    "annahme": "assumption", "annahmen": "assumption", "anrede": "salutation", "anschaffung": "purchase",
    "anschaffungs": "purchase", "anschrift": "address", "ansprechpartner": "contact",
    "anstellung": "employment", "antragsteller": "requester", "anwendung": "application",
    "anzahl": "quantity", "anzeige": "display", "arbeit": "work", "arbeits": "work",
    "arbeitsplatz": "workplace", "architektur": "architecture", "art": "type", "artikel": "item",
    "asset": "asset", "audit": "audit", "auf": "on", "aufgabe": "task", "aufgewendet": "worked",
    "ausfuehrung": "execution", "ausgabe": "checkout", "ausgaben": "expense", "ausgegeben": "checked out",
    "ausgehaendigt": "checked out", "ausmusterung": "disposition", "aussonderung": "disposition",
    "ausstattung": "equipment", "austausch": "replacement", "austritt": "termination",
    "ausweich": "alternate", "ausweis": "badge", "auswirkung": "impact", "auswirkungen": "impact",
    "auto": "auto", "automatisch": "auto", "avatar": "avatar", "bandbreite": "bandwidth",
    "barcode": "barcode", "bau": "build", "baustein": "component", "bearbeiter": "assignee",
    "bearbeitet": "modified", "bediener": "operator", "bedingung": "term", "befehl": "command",
    "befristet": "temporary", "beginn": "start", "begruendung": "rationale", "behoben": "resolved",
    "beleg": "document", "bemerkung": "note", "bemerkungen": "note", "benachrichtigt": "notified",
    "benutzer": "user", "benutzername": "username", "berechnet": "billed", "bereich": "scope",
    "bereitstellung": "deployment", "bericht": "report", "beschaeftigung": "employment",
    "beschaffung": "purchase", "beschreibung": "description", "besitz": "ownership", "besitzer": "owner",
    "bestand": "stock", "bestell": "order", "bestellung": "order", "betrag": "amount", "betreff": "subject",
    "betreuer": "manager", "betrieb": "operating", "betriebssystem": "os", "betroffen": "affected",
    "betroffene": "affected", "betroffenes": "affected", "bewertung": "rating", "bezahlt": "paid",
    "bezeichnung": "name", "bild": "image", "bis": "until", "blockiert": "blocked", "buchung": "posting",
    "budget": "budget", "buero": "office", "bundesland": "state", "chef": "manager", "computer": "computer",
    "computername": "computer name", "datei": "file", "daten": "data", "datentraeger": "disk",
    "datum": "date", "dauer": "duration", "deaktiviert": "disabled", "dezember": "december",
    "dienst": "service", "dienstag": "tuesday", "dienstleister": "vendor", "dienstlich": "work",
    "dienstliche": "work", "differenz": "difference", "domain": "domain", "dringlichkeit": "urgency",
    "drucker": "printer", "durchfuehrung": "performed", "durchgefuehrt": "performed",
    "durchschnitt": "average", "durchwahl": "extension", "eigentuemer": "owner", "eigentum": "ownership",
    "eindeutig": "unique", "eingang": "received", "eingesetzt": "deployed", "einheit": "unit",
    "einkauf": "purchase", "einkaufs": "purchase", "einsatz": "deployment", "einschreibung": "enrollment",
    "eintritt": "hire", "einzel": "unit", "email": "email", "empfaenger": "recipient", "ende": "end",
    "endet": "end", "entfernt": "remote", "entscheidung": "decision", "entsorgung": "disposal",
    "erfasst": "created", "ergebnis": "result", "erneuerbar": "renewable", "erneuerung": "renewal",
    "erneut": "re", "erreicht": "achieved", "ersatz": "replacement", "ersetzen": "replace",
    "erstell": "created", "erstellt": "created", "erstellung": "created", "erwartet": "expected",
    "etage": "floor", "fabrikat": "make", "faellig": "due", "faelligkeit": "due", "fax": "fax",
    "februar": "february", "feld": "field", "fenster": "window", "fernzugriff": "remote",
    "fertigstellung": "completion", "festnetz": "phone", "festplatte": "disk", "filiale": "branch",
    "firma": "company", "firmen": "company", "folge": "follow up", "folgemassnahmen": "follow up",
    "frei": "free", "freie": "free", "freier": "free", "freigabe": "approval", "frist": "deadline",
    "fuehrung": "manager", "garantie": "warranty", "gebaeude": "building", "geburt": "birth",
    "gehalt": "salary", "gekauft": "purchased", "gekuendigt": "terminated", "geloescht": "deleted",
    "geloest": "resolved", "gemietet": "leased", "genehmigt": "approved", "geplant": "planned",
    "geraet": "device", "geraete": "device", "gesamt": "total", "gesamtzahl": "total",
    "geschaeft": "business", "geschlecht": "gender", "gesellschaft": "company", "gesperrt": "blocked",
    "gewaehrleistung": "warranty", "grenze": "limit", "groesse": "size", "grund": "reason",
    "gruppe": "group", "gueltig": "valid", "guthaben": "credit", "haeufigkeit": "frequency",
    "handy": "mobile", "hardware": "hardware", "haupt": "primary", "hauptbenutzer": "primary user",
    "hersteller": "manufacturer", "hinzugefuegt": "added", "host": "host", "hostname": "hostname",
    "inhaber": "owner", "intervall": "interval", "inventar": "asset", "inventarisierung": "inventory",
    "ip": "ip", "jaehrlich": "annual", "jaehrliche": "annual", "jaehrliches": "annual", "jahr": "year",
    "jahres": "annual", "januar": "january", "juli": "july", "juni": "june", "kalender": "calendar",
    "kapazitaet": "capacity", "kategorie": "category", "kauf": "purchase", "kenn": "tag", "kennung": "id",
    "kennwort": "password", "kennzeichen": "tag", "kennzeichnung": "tag", "kern": "core", "klasse": "class",
    "kommentar": "comment", "konform": "compliant", "konformitaet": "compliance", "kontakt": "contact",
    "konto": "account", "kontrolle": "control", "kopie": "copy", "kosten": "cost",
    "kostenstelle": "cost center", "kreditor": "vendor", "kuendigung": "notice", "kuerzel": "code",
    "kuerzlich": "last", "kunde": "customer", "kunden": "customer", "lager": "stock", "land": "country",
    "lauf": "running", "laufend": "recurring", "laufende": "recurring", "laufendes": "recurring",
    "laufwerk": "drive", "laufzeit": "term", "lebensdauer": "life", "lebenszyklus": "lifecycle",
    "leitung": "manager", "letzt": "last", "letzte": "last", "letzten": "last", "letzter": "last",
    "letztes": "last", "lieferant": "supplier", "lieferung": "delivery", "lizensiert": "licensed",
    "lizenz": "license", "lizenziert": "licensed", "lizenzierung": "licensing", "loeschen": "delete",
    "loeschung": "deletion", "loesung": "solution", "login": "login", "mac": "mac", "maerz": "march",
    "mai": "may", "mandant": "tenant", "marke": "brand", "maschine": "machine", "massnahme": "measure",
    "mehrwertsteuer": "vat", "meldung": "message", "menge": "quantity", "miete": "rent",
    "mindest": "minimum", "mitarbeitende": "employee", "mitarbeitenden": "employee",
    "mitarbeitender": "employee", "mitarbeiter": "employee", "mobil": "mobile", "mobilfunk": "mobile",
    "mobiltelefon": "mobile phone", "modell": "model", "modus": "mode", "monat": "month",
    "monatlich": "monthly", "monatliche": "monthly", "monatliches": "monthly", "monats": "month",
    "montag": "monday", "nach": "after", "nachname": "last name", "nachricht": "message",
    "nachverfolgung": "follow up", "nachweis": "evidence", "naechst": "next", "naechste": "next",
    "naechster": "next", "naechstes": "next", "name": "name", "namen": "name", "netz": "network",
    "netzwerk": "network", "neu": "new", "niederlassung": "branch", "notiz": "note", "nr": "number",
    "nummer": "number", "nutzer": "user", "nutzerin": "user", "nutzername": "username", "nutzung": "usage",
    "objekt": "object", "offen": "open", "offener": "open", "oktober": "october", "ordner": "folder",
    "organisation": "organization", "ort": "city", "panne": "failure", "passwort": "password",
    "periode": "period", "person": "person", "personal": "employee", "personalnummer": "employee number",
    "pfad": "path", "pflege": "maintenance", "platz": "place", "plz": "zip", "position": "position",
    "posten": "line item", "postfach": "email", "postleitzahl": "zip", "preis": "price",
    "prinzipal": "principal", "prioritaet": "priority", "privat": "home", "private": "home", "pro": "per",
    "problem": "issue", "probleme": "issue", "produkt": "product", "protokoll": "log",
    "prozessor": "processor", "pruefer": "reviewer", "pruefung": "audit", "punkte": "point",
    "quartal": "quarter", "quelle": "source", "rabatt": "discount", "rack": "rack", "raum": "room",
    "rechner": "computer", "rechnung": "invoice", "referenz": "reference", "region": "region",
    "reparatur": "repair", "restlaufzeit": "remaining", "restwert": "current value", "risiko": "risk",
    "rolle": "role", "rueckfall": "rollback", "rueckgabe": "checkin", "ruecknahme": "rollback",
    "rufnummer": "phone number", "saldo": "balance", "scheidung": "decision", "schluessel": "key",
    "schritt": "step", "schritte": "step", "seit": "since", "seite": "page", "serie": "serial",
    "serien": "serial", "seriennummer": "serial number", "server": "server", "sicherheit": "security",
    "sicherung": "backup", "sitz": "seat", "sitze": "seat", "sitzplaetze": "seat", "software": "software",
    "soll": "target", "sommer": "summer", "sonstige": "other", "speicher": "storage",
    "speicherort": "storage location", "sperre": "block", "sprache": "language", "staat": "country",
    "stadt": "city", "stamm": "master", "stand": "state", "standard": "default", "standort": "location",
    "start": "start", "statistik": "statistics", "status": "status", "stelle": "job title",
    "stellen": "job title", "steuer": "tax", "stichtag": "date", "stockwerk": "floor", "strasse": "street",
    "stueck": "quantity", "stueckzahl": "quantity", "stunde": "hour", "stunden": "hour",
    "synchronisiert": "sync", "synchronisierung": "sync", "system": "system", "systeme": "system",
    "systemen": "system", "taeglich": "daily", "tarif": "plan", "tatsaechlich": "actual",
    "techniker": "technician", "teil": "part", "telefon": "phone", "telefonnummer": "phone number",
    "termin": "date", "test": "test", "ticket": "ticket", "titel": "title", "tochter": "subsidiary",
    "typ": "type", "typenbezeichnung": "model", "uebergeordnet": "parent", "uebernommen": "taken",
    "ueberwacht": "supervised", "uhr": "time", "uhrzeit": "time", "umfang": "scope", "umfangs": "scope",
    "umgebung": "environment", "umlage": "allocation", "umsatz": "revenue", "umsetzung": "implementation",
    "unerwartet": "unexpected", "unerwartete": "unexpected", "unterkategorie": "subcategory",
    "unternehmen": "company", "unterproblem": "sub issue", "urlaub": "leave", "ursache": "cause",
    "validierung": "validation", "verantwortlich": "owner", "verantwortliche": "owner",
    "verantwortlicher": "owner", "verantwortung": "responsibility", "verbindung": "connection",
    "verbleibend": "remaining", "verbleibende": "remaining", "verbrauch": "usage", "verfahren": "procedure",
    "verfuegbar": "available", "verfuegbare": "available", "vergabe": "assigned", "vergeben": "assigned",
    "verkaeufer": "seller", "verlaengerung": "renewal", "verleih": "loan", "verschluesselt": "encrypted",
    "verschluesselung": "encryption", "version": "version", "vertrag": "contract", "vertrags": "contract",
    "verwaltet": "managed", "verwaltung": "management", "verwendet": "used", "verwendung": "usage",
    "virtuell": "virtual", "von": "from", "vorfall": "incident", "vorgang": "ticket", "vorgangs": "ticket",
    "vorgesetzt": "manager", "vorgesetzte": "manager", "vorgesetzter": "manager", "vorhanden": "available",
    "vorjahr": "last year", "vorlage": "template", "vorname": "first name", "waehrung": "currency",
    "warengruppe": "category", "wartung": "maintenance", "wartungs": "maintenance",
    "wartungsfenster": "window", "webseite": "website", "website": "website", "wechsel": "change",
    "wert": "value", "wichtigkeit": "importance", "wiederherstellung": "restore",
    "wiederholung": "repetition", "winter": "winter", "woche": "week", "wochen": "week",
    "wochenstunden": "hour week", "wohn": "home", "zahl": "number", "zahlung": "payment", "zeichen": "mark",
    "zeile": "line", "zeit": "time", "zeitpunkt": "time", "zeitraum": "period", "zeitstempel": "timestamp",
    "zeitzone": "time zone", "zentrale": "headquarters", "ziel": "target", "zimmer": "room",
    "zugangs": "access", "zugeordnet": "assigned", "zugeordneter": "assigned", "zugewiesen": "assigned",
    "zugewiesene": "assigned", "zugewiesener": "assigned", "zugriff": "access", "zuletzt": "last",
    "zuordnung": "assigned", "zusammenfassung": "summary", "zusatz": "additional", "zustaendig": "agent",
    "zustaendige": "agent", "zustaendiger": "agent", "zustand": "state", "zustell": "delivery",
    "zuweisung": "assigned", "zyklus": "cycle",
}  # fmt: skip
_LINKS = ("", "s", "n", "en", "es", "er", "e")
_SHORTEST = 2


@lru_cache(maxsize=16384)
def in_english(word: str) -> tuple[str, ...]:
    """Return what a word says in English tokens; a word that is no German compound stays as it is."""
    return _parts(word) or (word,)


@lru_cache(maxsize=16384)
def _parts(word: str) -> tuple[str, ...]:
    """Return a compound's parts, the longest stem first; empty when it is not made of stems alone."""
    if not word:
        return ()
    for length in range(len(word), _SHORTEST - 1, -1):
        if word[:length] in _STEMS and (rest := _rest(word[length:])) is not None:
            return (*_STEMS[word[:length]].split(), *rest)
    return ()


def _rest(word: str) -> tuple[str, ...] | None:
    """Return what follows a stem: nothing but a linking sound, or more stems."""
    if word in _LINKS:
        return ()
    for link in _LINKS:
        if word.startswith(link) and (found := _parts(word[len(link) :])):
            return found
    return None
