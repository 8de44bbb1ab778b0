"""What a column of a list of models, accessories, components or consumables may mean."""

from fullscore.importing.kinds.kind import Looks, Meaning

NAME = Meaning(
    "name", "Name",
    ("name", "model name", "model", "item name", "accessory name", "component name", "consumable name",
     "article", "product", "product name", "description", "bezeichnung", "artikel", "artikelbezeichnung",
     "modell", "modellname", "produkt"),
    "name", Looks.TEXT,
)  # fmt: skip
CATEGORY = Meaning(
    "category", "Category",
    ("category", "type", "category name", "item category", "kind", "group", "kategorie", "typ", "art",
     "warengruppe", "gruppe"),
    "category", Looks.WORD,
)  # fmt: skip
MANUFACTURER = Meaning(
    "manufacturer", "Manufacturer", ("manufacturer", "make", "brand", "maker", "hersteller", "marke"),
    "", Looks.WORD,
)  # fmt: skip
NUMBER = Meaning(
    "model_number", "Model number",
    ("model number", "model no", "model no.", "part number", "part no", "sku", "item number", "item no",
     "article number", "mpn", "modellnummer", "artikelnummer", "teilenummer", "artikel-nr."),
)  # fmt: skip
LIFE = Meaning(
    "life_months", "Useful life in months",
    ("eol", "eol months", "eol (months)", "eol rate", "useful life", "life months", "lifetime",
     "lifetime (months)", "lifespan", "useful life (months)", "useful life (years)", "life cycle",
     "refresh cycle", "nutzungsdauer", "nutzungsdauer (monate)", "nutzungsdauer (jahre)", "lebensdauer",
     "afa-dauer"),
    "life_months", Looks.COUNT,
)  # fmt: skip
MINIMUM = Meaning(
    "minimum", "Least to keep",
    ("min qty", "min amount", "min. qty", "min quantity", "minimum", "minimum quantity", "min amt",
     "minimum stock", "reorder point", "reorder level", "safety stock", "kept back", "min stock",
     "mindestbestand", "mindestmenge", "meldebestand"),
    "safety_stock", Looks.COUNT,
)  # fmt: skip
QUANTITY = Meaning(
    "quantity", "Quantity",
    ("quantity", "qty", "total", "count", "in stock", "stock", "on hand", "units", "number", "amount",
     "anzahl", "menge", "bestand", "stück", "stückzahl", "lagerbestand"),
    "", Looks.COUNT,
)  # fmt: skip
REMAINING = Meaning(
    "remaining", "How many are left",
    ("remaining", "available", "avail", "left", "free", "num remaining", "verfügbar", "übrig", "rest"),
    "", Looks.COUNT,
)  # fmt: skip
COST = Meaning(
    "cost", "Cost of one",
    ("purchase cost", "unit cost", "unit price", "cost", "price", "list price", "purchase price",
     "stückpreis", "einzelpreis", "preis", "kosten", "einkaufspreis"),
    "unit_cost", Looks.MONEY,
)  # fmt: skip
VENDOR = Meaning(
    "vendor", "Vendor",
    ("supplier", "vendor", "preferred vendor", "supplier name", "vendor name", "reseller", "lieferant",
     "händler", "anbieter"),
    "vendor", Looks.TEXT,
)  # fmt: skip
LEAD = Meaning(
    "lead_days", "Lead time in working days",
    ("lead time", "lead days", "lead time (days)", "delivery time", "delivery days", "lieferzeit",
     "lieferzeit (tage)", "beschaffungszeit"),
    "lead_days", Looks.COUNT,
)  # fmt: skip
SITE = Meaning(
    "site", "Site", ("location", "site", "place", "warehouse", "office", "standort", "lager", "lagerort",
    "ort"),
    "", Looks.TEXT,
)  # fmt: skip
BOUGHT = Meaning(
    "purchased_on", "Bought on",
    ("purchase date", "purchased", "date purchased", "bought on", "order date", "kaufdatum",
     "anschaffungsdatum", "bestelldatum"),
    "", Looks.DAY,
)  # fmt: skip
ORDER = Meaning(
    "order_number", "Order number",
    ("order number", "order no", "po number", "purchase order", "invoice number", "bestellnummer",
     "auftragsnummer", "rechnungsnummer"),
)  # fmt: skip
FIELDSET = Meaning("fieldset", "Set of fields", ("fieldset", "custom fieldset", "feldsatz", "depreciation"))
NOTES = Meaning(
    "notes", "Notes",
    ("notes", "model notes", "note", "comments", "remarks", "bemerkung", "bemerkungen", "notizen",
     "anmerkung"),
    "", Looks.TEXT,
)  # fmt: skip
OWN_ID = Meaning("source_id", "The program's own number", ("id", "record id", "internal id", "interne id"))
PASSING = Meaning(
    "passing", "Changes by itself; left out",
    ("image", "requestable", "updated at", "created at", "created by", "deleted", "deleted at", "url",
     "checkin", "checkout", "checkouts", "assets", "num assets", "users count", "erstellt am",
     "geändert am"),
    is_dropped=True,
)  # fmt: skip
