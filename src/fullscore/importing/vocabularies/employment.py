"""The words of HR systems for whether somebody works here, and how much; English and German."""

_HERE = (
    "active", "active - regular", "active - payroll eligible", "active employee", "yes", "y", "true", "1",
    "a", "contractor", "contingent worker", "contingent", "employee", "hired", "rehired", "rehire",
    "new hire", "current", "employed", "enabled", "working", "present", "on payroll", "probation",
    "probationary", "in probation", "in service", "aktiv", "ja", "j", "beschäftigt", "angestellt",
    "im dienst", "probezeit", "in probezeit", "eingestellt", "wahr", "aktiver mitarbeiter", "tätig",
    "ungekündigt",
)  # fmt: skip
_LEFT = (
    "inactive", "terminated", "terminated - voluntary", "terminated - involuntary", "voluntary termination",
    "involuntary termination", "term", "retired", "retirement", "furloughed", "furlough", "no", "0", "t",
    "i", "n", "false", "deactivated", "disabled", "archived", "deleted", "deceased", "suspended",
    "suspended - payroll eligible", "not on payroll", "former employee", "former", "dormant", "discarded",
    "separated", "separation", "withdrawn", "resigned", "resignation", "left", "left company", "ended",
    "not active", "non-active", "nonactive", "ex-employee", "ex employee", "laid off", "layoff",
    "reported no show", "no show", "dismissed", "fired", "exited", "offboarded", "quit", "contract ended",
    "inaktiv", "nicht aktiv", "ausgeschieden", "ausgetreten", "gekündigt", "entlassen", "pensioniert",
    "in rente", "rentner", "verrentet", "im ruhestand", "verstorben", "ehemalig", "ehemaliger mitarbeiter",
    "ehemalige mitarbeiterin", "gesperrt", "deaktiviert", "nein", "falsch", "gelöscht", "archiviert",
    "beendet", "ausgestellt", "weg",
)  # fmt: skip
_AWAY = (
    "l", "leave of absence", "on leave", "unpaid leave", "paid leave", "leave", "loa", "leave with pay",
    "leave without pay", "parental leave", "maternity leave", "paternity leave", "maternity",
    "medical leave", "sick leave", "long-term sick", "long term sick", "long-term leave", "sabbatical",
    "disability", "military leave", "family leave", "fmla", "garden leave", "beurlaubt", "elternzeit",
    "in elternzeit", "mutterschutz", "im mutterschutz", "krank", "langzeitkrank", "dauerkrank",
    "freigestellt", "ruhend", "ruht", "unbezahlter urlaub", "pflegezeit", "sabbatjahr", "abwesend",
    "karenz", "in karenz",
)  # fmt: skip
STATUSES = {
    **dict.fromkeys(_HERE, "active"),
    **dict.fromkeys(_LEFT, "left"),
    **dict.fromkeys(_AWAY, "on leave"),
}
_FULL = (
    "full-time", "full time", "fulltime", "ft", "f", "regular full-time", "regular full time",
    "full-time regular", "full-time employee", "full-time salaried", "full-time hourly",
    "permanent full-time", "exempt full-time", "regular/full-time", "salaried ft", "hourly ft",
    "salaried, full-time", "hourly, full-time", "vollzeit", "vz", "vollzeitkraft", "in vollzeit",
    "vollzeitbeschäftigt",
)  # fmt: skip
_PART = (
    "part-time", "part time", "parttime", "pt", "p", "regular part-time", "regular part time",
    "part-time regular", "part-time employee", "part-time hourly", "permanent part-time", "half-time",
    "half time", "minijob", "mini-job", "minijobber", "teilzeit", "tz", "teilzeitkraft", "in teilzeit",
    "teilzeitbeschäftigt", "geringfügig beschäftigt", "geringfügig", "altersteilzeit", "450-euro-job",
    "538-euro-job", "midijob", "halbtags", "salaried pt", "hourly pt", "hourly, part-time",
)  # fmt: skip
_HOWEVER = (
    "permanent", "regular", "temporary", "temp", "seasonal", "casual", "intern", "internship", "trainee",
    "apprentice", "apprenticeship", "freelance", "freelancer", "consultant", "agency", "agency worker",
    "per diem", "fixed term", "fixed-term", "salaried", "salary", "hourly", "exempt", "non-exempt",
    "vendor", "working student", "w2", "1099", "staff", "member", "volunteer", "owner", "unbefristet",
    "befristet", "festangestellt", "angestellter", "angestellte", "arbeiter", "auszubildender",
    "auszubildende", "azubi", "praktikant", "praktikantin", "praktikum", "werkstudent", "werkstudentin",
    "leiharbeiter", "zeitarbeit", "leihkraft", "aushilfe", "freie mitarbeit", "freier mitarbeiter",
    "beamter", "beamtin", "geschäftsführer", "geschäftsführerin", "extern", "externer", "saisonkraft",
    "dualer student", "ehrenamt", "gewerblich",
)  # fmt: skip
KINDS = ("full time", "part time", "active", "on leave", "left")
WORDS = {
    **STATUSES,
    **dict.fromkeys(_HOWEVER, "active"),
    **dict.fromkeys(_FULL, "full time"),
    **dict.fromkeys(_PART, "part time"),
}
