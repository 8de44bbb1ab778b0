"""GLPI: computers and tickets as its search lists are exported, in English, French and German."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "devices", "GLPI computer list",
        (
            "Name", "Entity", "Status", "Manufacturer", "Serial number", "Type", "Model",
            "Operating System - Name", "Operating system - Name", "Location", "Last update",
            "Components - Processor", "Inventory number", "Alternate username", "User", "Group",
            "Technician in charge", "Comments", "UUID", "Networking - IP", "Last inventory date", "Nom",
            "Entité", "Statut", "Fabricant", "Numéro de série", "Modèle", "Système d'exploitation - Nom",
            "Lieu", "Dernière modification", "Composants - Processeur", "Numéro d'inventaire", "Usager",
            "Utilisateur", "Groupe", "Technicien responsable", "Commentaires", "Instanz", "Hersteller",
            "Seriennummer", "Typ", "Modell", "Betriebssystem - Name", "Standort", "Letzte Aktualisierung",
            "Komponenten - Prozessor", "Inventarnummer", "Benutzer", "Gruppe", "Kommentare",
        ),
        columns={
            "Entity": "", "Type": "category", "Model": "model", "Operating System - Name": "system",
            "Operating system - Name": "system", "Location": "site", "Alternate username": "holder_name",
            "User": "holder_name", "Inventory number": "tag", "Last update": "", "Name": "hostname",
            "Components - Processor": "processor", "Group": "", "Technician in charge": "",
            "Networking - IP": "ip", "Last inventory date": "checked_in_on", "Nom": "hostname",
            "Entité": "", "Statut": "status", "Fabricant": "manufacturer", "Numéro de série": "serial",
            "Modèle": "model", "Système d'exploitation - Nom": "system", "Lieu": "site",
            "Usager": "holder_name", "Utilisateur": "holder_name", "Numéro d'inventaire": "tag",
            "Dernière modification": "", "Composants - Processeur": "processor",
            "Hersteller": "manufacturer", "Seriennummer": "serial", "Typ": "category", "Modell": "model",
            "Betriebssystem - Name": "system", "Standort": "site", "Benutzer": "holder_name",
            "Inventarnummer": "tag", "Letzte Aktualisierung": "", "Instanz": "",
            "Komponenten - Prozessor": "processor",
        },
    ),
    Layout(
        "tickets", "GLPI ticket list",
        (
            "ID", "Title", "Entity", "Status", "Last update", "Opening date", "Priority", "Urgency",
            "Requester - Requester", "Requester", "Assigned to - Technician", "Technician", "Category",
            "Time to resolve", "Closing date", "Resolution date", "Associated items - Associated items",
            "Type", "Titre", "Entité", "Statut", "Dernière modification", "Date d'ouverture", "Priorité",
            "Urgence", "Demandeur - Demandeur", "Demandeur", "Attribué à - Technicien", "Technicien",
            "Catégorie", "TTR", "Date de clôture", "Date de résolution", "Titel", "Instanz",
            "Letzte Aktualisierung", "Eröffnungsdatum", "Priorität", "Dringlichkeit",
            "Anfragender - Anfragender", "Anfragender", "Zugewiesen an - Techniker", "Techniker",
            "Kategorie", "Lösungszeit", "Abschlussdatum", "Typ",
        ),
    ),
)  # fmt: skip
_STATUS = {
    "en service": "in use", "en stock": "in stock", "en panne": "in repair", "en réparation": "in repair",
    "réformé": "retired", "au rebut": "retired", "volé": "lost", "perdu": "lost",
}  # fmt: skip
SOURCE = Source("GLPI", Role.ASSETS, _LAYOUTS, words={"status": _STATUS})
