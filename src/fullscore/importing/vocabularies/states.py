"""States and provinces as people write them, in English and German, and their codes within a country."""

from fullscore.importing.vocabularies.countries import plain

# Code, then names with a bar between two.
_TABLES = {
    "US": """
AL Alabama|Ala
AK Alaska
AZ Arizona|Ariz
AR Arkansas|Ark
CA California|Kalifornien|Calif
CO Colorado|Colo
CT Connecticut|Conn
DE Delaware|Del
DC District of Columbia|Washington DC|Washington D.C.
FL Florida|Fla
GA Georgia
HI Hawaii
ID Idaho
IL Illinois|Ill
IN Indiana|Ind
IA Iowa
KS Kansas
KY Kentucky
LA Louisiana
ME Maine
MD Maryland
MA Massachusetts|Mass
MI Michigan|Mich
MN Minnesota|Minn
MS Mississippi|Miss
MO Missouri
MT Montana
NE Nebraska
NV Nevada
NH New Hampshire
NJ New Jersey
NM New Mexico
NY New York|New York State
NC North Carolina
ND North Dakota
OH Ohio
OK Oklahoma|Okla
OR Oregon
PA Pennsylvania|Penn
RI Rhode Island
SC South Carolina
SD South Dakota
TN Tennessee|Tenn
TX Texas|Tex
UT Utah
VT Vermont
VA Virginia
WA Washington|Washington State|Wash
WV West Virginia
WI Wisconsin|Wis
WY Wyoming
AS American Samoa
GU Guam
MP Northern Mariana Islands
PR Puerto Rico
VI U.S. Virgin Islands|Virgin Islands
UM United States Minor Outlying Islands
""",
    "DE": """
BW Baden-Württemberg|Baden Württemberg|Baden-Wuerttemberg|BaWü
BY Bayern|Bavaria|Freistaat Bayern
BE Berlin
BB Brandenburg
HB Bremen|Freie Hansestadt Bremen
HH Hamburg|Freie und Hansestadt Hamburg
HE Hessen|Hesse
MV Mecklenburg-Vorpommern|Mecklenburg Vorpommern|Mecklenburg-Western Pomerania
NI Niedersachsen|Lower Saxony|NDS
NW Nordrhein-Westfalen|Nordrhein Westfalen|North Rhine-Westphalia|NRW
RP Rheinland-Pfalz|Rheinland Pfalz|Rhineland-Palatinate|RLP
SL Saarland
SN Sachsen|Saxony|Freistaat Sachsen
ST Sachsen-Anhalt|Sachsen Anhalt|Saxony-Anhalt|LSA
SH Schleswig-Holstein|Schleswig Holstein
TH Thüringen|Thuringia|Thueringen|Freistaat Thüringen
""",
    "AT": """
1 Burgenland|Bgld
2 Kärnten|Carinthia|Ktn
3 Niederösterreich|Lower Austria|NÖ
4 Oberösterreich|Upper Austria|OÖ
5 Salzburg|Sbg
6 Steiermark|Styria|Stmk
7 Tirol|Tyrol
8 Vorarlberg|Vbg
9 Wien|Vienna
""",
    "CH": """
AG Aargau
AR Appenzell Ausserrhoden
AI Appenzell Innerrhoden
BL Basel-Landschaft|Baselland
BS Basel-Stadt|Basel
BE Bern|Berne
FR Freiburg|Fribourg
GE Genf|Genève|Geneva
GL Glarus
GR Graubünden|Grisons
JU Jura
LU Luzern|Lucerne
NE Neuenburg|Neuchâtel
NW Nidwalden
OW Obwalden
SG St. Gallen|Sankt Gallen
SH Schaffhausen
SZ Schwyz
SO Solothurn
TG Thurgau
TI Tessin|Ticino
UR Uri
VS Wallis|Valais
VD Waadt|Vaud
ZG Zug
ZH Zürich|Zurich|Zuerich
""",
    "CA": """
AB Alberta
BC British Columbia
MB Manitoba
NB New Brunswick
NL Newfoundland and Labrador|Newfoundland
NS Nova Scotia
NT Northwest Territories
NU Nunavut
ON Ontario
PE Prince Edward Island|PEI
QC Quebec|Québec
SK Saskatchewan
YT Yukon
""",
}


def _words(country: str, table: str) -> dict[str, str]:
    rows = [row.split(" ", 1) for row in table.strip().splitlines()]
    return {
        plain(word): code
        for code, names in rows
        for word in (code, f"{country}-{code}", *names.split("|"))
    }  # fmt: skip


WORDS = {country: _words(country, table) for country, table in _TABLES.items()}
CODES = {country: tuple(dict.fromkeys(words.values())) for country, words in WORDS.items()}
_LONGEST_CODE = 3


def subdivision(text: str, country: str | None) -> str | None:
    """Return the code of a state in its country, None for a word nobody here knows.

    Of other countries what looks like a code is taken as it stands.
    """
    word = plain(text)
    if country in WORDS:
        return WORDS[country].get(word)
    bare = word.removeprefix(f"{country}-".casefold()) if country else word
    is_code = len(bare) <= _LONGEST_CODE and bare.isalnum() and bare.isascii()
    return bare.upper() if is_code and country else None


def country_of(text: str) -> str | None:
    """Return the only country with a state of this name; a code alone does not tell it."""
    word = plain(text)
    if len(word) <= _LONGEST_CODE:
        return None
    found = [country for country, words in WORDS.items() if word in words]
    return found[0] if len(found) == 1 else None
