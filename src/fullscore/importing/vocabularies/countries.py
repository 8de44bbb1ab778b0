"""Countries of the world as people write them, in English, German and by code, and their two letters."""

import unicodedata

# Two letters, three letters, then names; the first is the English one, a bar stands between two.
_TABLE = """
AD AND Andorra
AE ARE United Arab Emirates|UAE|U.A.E.|Emirates|Vereinigte Arabische Emirate|VAE
AF AFG Afghanistan
AG ATG Antigua and Barbuda|Antigua & Barbuda|Antigua und Barbuda
AI AIA Anguilla
AL ALB Albania|Albanien
AM ARM Armenia|Armenien
AO AGO Angola
AQ ATA Antarctica|Antarktis
AR ARG Argentina|Argentinien
AS ASM American Samoa|Samoa (American)|Amerikanisch-Samoa
AT AUT Austria|Österreich|Oesterreich|Republik Österreich
AU AUS Australia|Australien
AW ABW Aruba
AX ALA Åland Islands|Aland Islands|Åland|Ålandinseln
AZ AZE Azerbaijan|Aserbaidschan
BA BIH Bosnia and Herzegovina|Bosnia & Herzegovina|Bosnia|Bosnien und Herzegowina|Bosnien
BB BRB Barbados
BD BGD Bangladesh|Bangladesch
BE BEL Belgium|Belgien|Belgique|België
BF BFA Burkina Faso
BG BGR Bulgaria|Bulgarien
BH BHR Bahrain
BI BDI Burundi
BJ BEN Benin
BL BLM Saint Barthélemy|St Barthelemy|Saint Barthelemy|St. Barthélemy
BM BMU Bermuda
BN BRN Brunei Darussalam|Brunei
BO BOL Bolivia|Bolivia, Plurinational State of|Bolivien
BQ BES Bonaire, Sint Eustatius and Saba|Caribbean Netherlands|Caribbean NL|Bonaire
BR BRA Brazil|Brasilien|Brasil
BS BHS Bahamas|The Bahamas
BT BTN Bhutan
BV BVT Bouvet Island|Bouvetinsel
BW BWA Botswana|Botsuana
BY BLR Belarus|Weißrussland|White Russia
BZ BLZ Belize
CA CAN Canada|Kanada
CC CCK Cocos (Keeling) Islands|Cocos Islands|Kokosinseln
CD COD Congo, Democratic Republic of the|Congo, The Democratic Republic of the|Congo (Dem. Rep.)|DR Congo
|Democratic Republic of the Congo|Congo (DRC)|Demokratische Republik Kongo|DR Kongo
CF CAF Central African Republic|Central African Rep.|Zentralafrikanische Republik
CG COG Congo|Congo (Rep.)|Republic of the Congo|Kongo
CH CHE Switzerland|Schweiz|Suisse|Svizzera|Swiss Confederation|Swiss
CI CIV Côte d'Ivoire|Cote d'Ivoire|Ivory Coast|Elfenbeinküste
CK COK Cook Islands|Cookinseln
CL CHL Chile
CM CMR Cameroon|Kamerun
CN CHN China|People's Republic of China|PRC|P.R. China|VR China|Volksrepublik China|Mainland China
CO COL Colombia|Kolumbien
CR CRI Costa Rica
CU CUB Cuba|Kuba
CV CPV Cabo Verde|Cape Verde|Kap Verde
CW CUW Curaçao|Curacao
CX CXR Christmas Island|Weihnachtsinsel
CY CYP Cyprus|Zypern
CZ CZE Czechia|Czech Republic|Tschechien|Tschechische Republik|Česko
DE DEU Germany|Deutschland|Federal Republic of Germany|Bundesrepublik Deutschland|BRD|Ger|Allemagne
|Almanya|Germania|Alemania
DJ DJI Djibouti|Dschibuti
DK DNK Denmark|Dänemark|Daenemark|Danmark
DM DMA Dominica
DO DOM Dominican Republic|Dominikanische Republik
DZ DZA Algeria|Algerien
EC ECU Ecuador
EE EST Estonia|Estland
EG EGY Egypt|Ägypten
EH ESH Western Sahara|Westsahara
ER ERI Eritrea
ES ESP Spain|Spanien|España|Espana
ET ETH Ethiopia|Äthiopien
FI FIN Finland|Finnland|Suomi
FJ FJI Fiji|Fidschi
FK FLK Falkland Islands|Falkland Islands (Malvinas)|Falklandinseln
FM FSM Micronesia|Micronesia, Federated States of|Mikronesien
FO FRO Faroe Islands|Färöer
FR FRA France|Frankreich
GA GAB Gabon|Gabun
GB GBR United Kingdom|UK|U.K.|Great Britain|Britain|Britain (UK)|England|Scotland|Wales|Northern Ireland
|United Kingdom of Great Britain and Northern Ireland|Großbritannien|Vereinigtes Königreich|Schottland
GD GRD Grenada
GE GEO Georgia|Georgien
GF GUF French Guiana|Französisch-Guayana
GG GGY Guernsey
GH GHA Ghana
GI GIB Gibraltar
GL GRL Greenland|Grönland
GM GMB Gambia|The Gambia
GN GIN Guinea
GP GLP Guadeloupe
GQ GNQ Equatorial Guinea|Äquatorialguinea
GR GRC Greece|Griechenland|Hellas|EL
GS SGS South Georgia and the South Sandwich Islands|South Georgia & the South Sandwich Islands|Südgeorgien
GT GTM Guatemala
GU GUM Guam
GW GNB Guinea-Bissau
GY GUY Guyana
HK HKG Hong Kong|Hongkong|Hong Kong SAR
HM HMD Heard Island and McDonald Islands|Heard Island & McDonald Islands
HN HND Honduras
HR HRV Croatia|Kroatien|Hrvatska
HT HTI Haiti
HU HUN Hungary|Ungarn|Magyarország
ID IDN Indonesia|Indonesien
IE IRL Ireland|Irland|Republic of Ireland|Éire
IL ISR Israel
IM IMN Isle of Man|Insel Man
IN IND India|Indien|Bharat
IO IOT British Indian Ocean Territory
IQ IRQ Iraq|Irak
IR IRN Iran|Iran, Islamic Republic of
IS ISL Iceland|Island
IT ITA Italy|Italien|Italia
JE JEY Jersey
JM JAM Jamaica|Jamaika
JO JOR Jordan|Jordanien
JP JPN Japan
KE KEN Kenya|Kenia
KG KGZ Kyrgyzstan|Kirgisistan
KH KHM Cambodia|Kambodscha
KI KIR Kiribati
KM COM Comoros|Komoren
KN KNA Saint Kitts and Nevis|St Kitts & Nevis|St. Kitts und Nevis
KP PRK North Korea|Korea (North)|Korea, Democratic People's Republic of|Nordkorea
KR KOR South Korea|Korea (South)|Korea, Republic of|Republic of Korea|Korea|Südkorea
KW KWT Kuwait
KY CYM Cayman Islands|Kaimaninseln
KZ KAZ Kazakhstan|Kasachstan
LA LAO Laos|Lao People's Democratic Republic
LB LBN Lebanon|Libanon
LC LCA Saint Lucia|St Lucia|St. Lucia
LI LIE Liechtenstein
LK LKA Sri Lanka
LR LBR Liberia
LS LSO Lesotho
LT LTU Lithuania|Litauen
LU LUX Luxembourg|Luxemburg
LV LVA Latvia|Lettland
LY LBY Libya|Libyen
MA MAR Morocco|Marokko
MC MCO Monaco
MD MDA Moldova|Moldova, Republic of|Republic of Moldova|Moldau|Moldawien
ME MNE Montenegro
MF MAF Saint Martin|St Martin (French)|Saint Martin (French part)
MG MDG Madagascar|Madagaskar
MH MHL Marshall Islands|Marshallinseln
MK MKD North Macedonia|Macedonia|Nordmazedonien|Mazedonien
ML MLI Mali
MM MMR Myanmar|Burma|Myanmar (Burma)
MN MNG Mongolia|Mongolei
MO MAC Macao|Macau
MP MNP Northern Mariana Islands|Nördliche Marianen
MQ MTQ Martinique
MR MRT Mauritania|Mauretanien
MS MSR Montserrat
MT MLT Malta
MU MUS Mauritius
MV MDV Maldives|Malediven
MW MWI Malawi
MX MEX Mexico|Mexiko|México
MY MYS Malaysia
MZ MOZ Mozambique|Mosambik
NA NAM Namibia
NC NCL New Caledonia|Neukaledonien
NE NER Niger
NF NFK Norfolk Island|Norfolkinsel
NG NGA Nigeria
NI NIC Nicaragua|Nikaragua
NL NLD Netherlands|The Netherlands|Holland|Niederlande|Nederland
NO NOR Norway|Norwegen|Norge
NP NPL Nepal
NR NRU Nauru
NU NIU Niue
NZ NZL New Zealand|Neuseeland|Aotearoa
OM OMN Oman
PA PAN Panama
PE PER Peru
PF PYF French Polynesia|Französisch-Polynesien
PG PNG Papua New Guinea|Papua-Neuguinea
PH PHL Philippines|The Philippines|Philippinen
PK PAK Pakistan
PL POL Poland|Polen|Polska
PM SPM Saint Pierre and Miquelon|St Pierre & Miquelon
PN PCN Pitcairn
PR PRI Puerto Rico
PS PSE Palestine|Palestine, State of|Palästina
PT PRT Portugal
PW PLW Palau
PY PRY Paraguay
QA QAT Qatar|Katar
RE REU Réunion|Reunion
RO ROU Romania|Rumänien|România
RS SRB Serbia|Serbien|Srbija
RU RUS Russia|Russian Federation|Russland|Russische Föderation
RW RWA Rwanda|Ruanda
SA SAU Saudi Arabia|Kingdom of Saudi Arabia|KSA|Saudi-Arabien
SB SLB Solomon Islands|Salomonen
SC SYC Seychelles|Seychellen
SD SDN Sudan
SE SWE Sweden|Schweden|Sverige
SG SGP Singapore|Singapur
SH SHN Saint Helena|St Helena|Saint Helena, Ascension and Tristan da Cunha
SI SVN Slovenia|Slowenien|Slovenija
SJ SJM Svalbard and Jan Mayen|Svalbard & Jan Mayen|Spitzbergen
SK SVK Slovakia|Slovak Republic|Slowakei|Slovensko
SL SLE Sierra Leone
SM SMR San Marino
SN SEN Senegal
SO SOM Somalia
SR SUR Suriname|Surinam
SS SSD South Sudan|Südsudan
ST STP São Tomé and Príncipe|Sao Tome & Principe|Sao Tome and Principe
SV SLV El Salvador
SX SXM Sint Maarten|St Maarten (Dutch)|Sint Maarten (Dutch part)
SY SYR Syria|Syrian Arab Republic|Syrien
SZ SWZ Eswatini|Eswatini (Swaziland)|Swaziland|Swasiland
TC TCA Turks and Caicos Islands|Turks & Caicos Is
TD TCD Chad|Tschad
TF ATF French Southern Territories|French S. Terr.
TG TGO Togo
TH THA Thailand
TJ TJK Tajikistan|Tadschikistan
TK TKL Tokelau
TL TLS Timor-Leste|East Timor|Osttimor
TM TKM Turkmenistan
TN TUN Tunisia|Tunesien
TO TON Tonga
TR TUR Türkiye|Turkey|Türkei|Turkiye
TT TTO Trinidad and Tobago|Trinidad & Tobago|Trinidad und Tobago
TV TUV Tuvalu
TW TWN Taiwan|Taiwan, Province of China
TZ TZA Tanzania|Tanzania, United Republic of|Tansania
UA UKR Ukraine
UG UGA Uganda
UM UMI United States Minor Outlying Islands|US minor outlying islands
US USA United States|United States of America|U.S.|U.S.A.|The United States|America|Vereinigte Staaten
|Vereinigte Staaten von Amerika|Amerika|Estados Unidos|États-Unis
UY URY Uruguay
UZ UZB Uzbekistan|Usbekistan
VA VAT Vatican City|Holy See|Vatikanstadt|Vatikan
VC VCT Saint Vincent and the Grenadines|St Vincent
VE VEN Venezuela|Venezuela, Bolivarian Republic of
VG VGB British Virgin Islands|Virgin Islands (UK)|Virgin Islands, British|Britische Jungferninseln
VI VIR U.S. Virgin Islands|Virgin Islands (US)|Virgin Islands, U.S.|Amerikanische Jungferninseln
VN VNM Vietnam|Viet Nam
VU VUT Vanuatu
WF WLF Wallis and Futuna|Wallis & Futuna
WS WSM Samoa|Samoa (western)
XK XKX Kosovo
YE YEM Yemen|Jemen
YT MYT Mayotte
ZA ZAF South Africa|Südafrika|RSA
ZM ZMB Zambia|Sambia
ZW ZWE Zimbabwe|Simbabwe
"""


# As on cars, which is how German lists shorten what they name most.
_PLATES = {"D": "DE", "A": "AT", "F": "FR", "I": "IT", "E": "ES", "B": "BE", "L": "LU", "P": "PT", "S": "SE"}


def plain(text: str) -> str:
    """Return a place's name as it is looked up: without case, points, commas and double spaces."""
    word = unicodedata.normalize("NFC", text).replace("\u2019", "'").casefold()
    return " ".join(word.replace(".", "").replace(",", " ").split())


def _words() -> dict[str, str]:
    words = {plain(plate): two for plate, two in _PLATES.items()}
    for row in _TABLE.replace("\n|", "|").strip().splitlines():
        two, three, names = row.split(" ", 2)
        said = (two, three, *names.split("|"))
        words |= {form: two for word in said for form in (plain(word), " ".join(word.casefold().split()))}
    return words


WORDS = _words()
CODES = tuple(dict.fromkeys(WORDS.values()))


def country(text: str) -> str | None:
    """Return the two letters of a country in any of its spellings, None for a word nobody here knows."""
    return WORDS.get(plain(text))
