"""What a column of a list of people may mean, and the names it goes by in English and German."""

from fullscore.importing.kinds.kind import Looks, Meaning
from fullscore.importing.kinds.writing import names
from fullscore.importing.vocabularies import employment

_WHO = (
    Meaning("name", "name", names(
        "name | full name | display name | employee | employee name | payroll name | person | user"
        " | user name | staff member | team member | worker | worker name | preferred full name"
        " | legal name | legal full name | associate | associate name | formatted name | member name"
        " | common name | cn | contact | vollständiger name | anzeigename | mitarbeiter | mitarbeitername"
        " | mitarbeiter name | name mitarbeiter | mitarbeitende | beschäftigte | benutzer | nutzer"
        " | name vorname | nachname vorname"
    ), "name", Looks.PERSON),
    Meaning("first_name", "first name", names(
        "first name | first name required | given name | forename | legal first name | name first | fname"
        " | vorname | rufname | vornamen"
    ), "name", Looks.PERSON),
    Meaning("last_name", "last name", names(
        "last name | last name required | surname | family name | legal last name | name last | lname | sn"
        " | nachname | familienname | zuname"
    ), "name", Looks.PERSON),
    Meaning("middle_name", "middle name", names(
        "middle name | middle names | middle initial | initials | second name | zweiter vorname | initialen"
    )),
    Meaning("preferred_name", "preferred name", names(
        "preferred name | nickname | known as | preferred first name | goes by | alias name | spitzname"
        " | bevorzugter name | bevorzugter vorname | anzeigevorname"
    )),
    Meaning("email", "e-mail", names(
        "email | e mail | mail | email address | e mail address | email address required | primary email"
        " | work email | work e mail | company email | business email | corporate email | email work"
        " | work email address | official email | primary email address | primary smtp address"
        " | office email | e mail adresse | email adresse | mailadresse | mail adresse"
        " | geschäftliche e mail | e mail geschäftlich | dienstliche e mail | e mail dienstlich"
        " | firmen e mail | e mail arbeit | primäre e mail adresse"
    ), "email", Looks.EMAIL),
    Meaning("login", "login", names(
        "user principal name | upn | username | user id | login | login name | logon name | account"
        " | account name | user logon name | sam account name | sam | user account | sign in name"
        " | network login | ldap username | windows username | benutzerprinzipalname | benutzername"
        " | nutzername | anmeldename | benutzerkonto | kontoname | loginname | kennung | benutzerkennung"
        " | windows anmeldung | benutzer id"
    ), "email"),
    Meaning("employee_number", "employee number", names(
        "employee number | employee id | employee no | employee nr | employee | emp id | emp no | empl id"
        " | emplid | staff id | staff number | staff no | worker id | worker number | personnel number"
        " | personnel no | payroll number | payroll id | file number | position id | associate id"
        " | badge number | hr id | person id | clock number | personalnummer | personal nr | personalnr"
        " | pers nr | persnr | mitarbeiternummer | mitarbeiter nr | mitarbeiternr | mitarbeiter id | ma nr"
        " | ma nummer | stammnummer | ausweisnummer | personenkennung"
    ), "employee_number"),
    Meaning("object_id", "id of the source", names(
        "object id | object guid | entra object id | azure ad object id | immutable id | user guid"
        " | external id | system id | record id | objekt id | objektkennung | objekt guid | datensatz id"
    ), "", Looks.GUID),
)  # fmt: skip
_WORK = (
    Meaning("title", "job title", names(
        "job title | title | position | position title | position description | role | job | job name"
        " | employee title | job role | designation | occupation | business title | working title"
        " | job description | job profile | stelle | position bezeichnung | stellenbezeichnung"
        " | berufsbezeichnung | funktion | tätigkeit | rolle | positionsbezeichnung | jobtitel | aufgabe"
        " | stellentitel | beruf"
    ), "title"),
    Meaning("team", "team", names(
        "department | team | department name | home department | dept | group | function area"
        " | business unit | unit | org unit | organizational unit | organisational unit | organization unit"
        " | section | home department description | department description | workgroup | squad"
        " | division department | cost center name | area | abteilung | bereich | team name"
        " | abteilungsname | organisationseinheit | fachbereich | gruppe | referat | fachabteilung"
        " | arbeitsgruppe | ressort | dezernat | geschäftsbereich | sachgebiet | schicht team"
        " | supervisory organization"
    ), "team"),
    Meaning("site", "site", names(
        "location | site | office | office location | work location | location name"
        " | physical delivery office name | workplace | building | building id | branch | branch office"
        " | plant | facility | campus | home office location | primary location | location description"
        " | store | work site | jobsite | standort | büro | niederlassung | filiale | betriebsstätte"
        " | arbeitsort | dienstort | einsatzort | werk | bürostandort | gebäude | dienststelle"
        " | arbeitsstätte | lokation"
    ), "site"),
    Meaning("status", "status", names(
        "status | employee status | active | worker status | position status | status read only"
        " | account status | user status | is active | state of employment | employment state"
        " | current status | enabled state | aktiv | mitarbeiterstatus | personalstatus | zustand"
        " | beschäftigt | austrittsstatus | kontostatus"
    ), "status", Looks.WORD, ("active", "on leave", "left"), employment.STATUSES),
    Meaning("employment", "employment", names(
        "employment status | employment type | employee type | worker type | contract type"
        " | employment category | employee class | employee category | time type | full time part time"
        " | ft pt | full part time | flsa status | working pattern | work schedule type | pay class"
        " | beschäftigungsart | beschäftigungsverhältnis | anstellungsart | vertragsart | arbeitszeitmodell"
        " | mitarbeitertyp | arbeitsverhältnis | beschäftigungstyp | vollzeit teilzeit"
        " | anstellungsverhältnis | beschäftigungsstatus | mitarbeitergruppe"
    ), "status", Looks.WORD, employment.KINDS, employment.WORDS),
    Meaning("blocked", "sign-in", names(
        "block credential | blocked | account enabled | enabled | suspended | is suspended"
        " | account disabled | disabled | sign in blocked | sign in allowed | sign in status | locked"
        " | is disabled | block sign in | konto aktiviert | gesperrt | konto gesperrt | anmeldung blockiert"
        " | anmeldung blockieren | deaktiviert | konto deaktiviert | aktiviert"
        " | anmeldeinformationen blockieren"
    ), "status", Looks.YES_NO),
    Meaning("account_type", "kind of account", names(
        "user type | account type | member type | benutzertyp | kontotyp | kontoart"
    ), "", Looks.WORD),
    Meaning("starts_on", "starts on", names(
        "hire date | start date | employment start date | date of hire | hired | hired on | date hired"
        " | joining date | date of joining | join date | employee hire date | original hire date"
        " | latest hire date | most recent hire date | rehire date | contract start | first day"
        " | first day of work | starts on | start | commencement date | onboard date | date started"
        " | eintrittsdatum | eintritt | eintritt am | einstellungsdatum | einstelldatum | beginn"
        " | beschäftigungsbeginn | startdatum | vertragsbeginn | erster arbeitstag | eingestellt am"
        " | datum eintritt | zugangsdatum | dienstbeginn | dienstantritt"
    ), "starts_on", Looks.DAY),
    Meaning("ends_on", "last day", names(
        "termination date | end date | employment end date | leave date | last day | last day of work"
        " | separation date | date of termination | contract end | contract end date | last working day"
        " | date left | left on | exit date | leaving date | ends on | employee leave date time"
        " | resignation date | term date | release date | austrittsdatum | austritt | austritt am"
        " | vertragsende | beschäftigungsende | enddatum | letzter arbeitstag | ausgeschieden am"
        " | ausscheiden am | befristet bis | datum austritt | abgangsdatum | kündigung zum | dienstende"
    ), "ends_on", Looks.DAY),
    Meaning("hours_week", "hours a week", names(
        "hours per week | weekly hours | hours a week | standard hours | scheduled hours"
        " | standard weekly hours | scheduled weekly hours | work hours | working hours per week"
        " | hours week | wochenstunden | stunden pro woche | wochenarbeitszeit | std woche"
        " | arbeitsstunden pro woche | vertragliche wochenstunden | stunden woche"
        " | wöchentliche arbeitszeit | arbeitszeit pro woche"
    ), "hours_week", Looks.COUNT),
    Meaning("licences", "licences", names(
        "licenses | licences | assigned licenses | assigned licences | license | licence | licenses display"
        " | assigned products | assigned plans | product licenses | license names | subscriptions"
        " | assigned license | lizenzen | zugewiesene lizenzen | lizenz | produktlizenzen"
        " | zugewiesene produkte"
    )),
)  # fmt: skip
_REACHED = (
    Meaning("phone", "phone", names(
        "phone | work phone | phone number | telephone | telephone number | business phone"
        " | business phones | office phone | phone work | tel | extension | phone extension | direct line"
        " | work telephone | telefon | telefonnummer | rufnummer | telefon geschäftlich"
        " | telefon dienstlich | durchwahl | festnetz | telefon arbeit | diensttelefon"
        " | geschäftliche telefonnummer"
    ), "phone"),
    Meaning("mobile", "mobile phone", names(
        "mobile phone | mobile | cell phone | cell | mobile number | mobile phone number | work mobile"
        " | cell number | mobiltelefon | handy | handynummer | mobil | mobilnummer | diensthandy"
        " | mobilfunknummer | mobiltelefonnummer"
    ), "phone"),
    Meaning("manager", "manager", names(
        "manager | reports to | supervisor | line manager | manager name | reporting manager"
        " | direct manager | boss | manager email | reports to email | supervisor name | supervisor email"
        " | manager id | supervisor id | manager username | reporting to | vorgesetzter | vorgesetzte"
        " | führungskraft | teamleiter | teamleitung | leiter | manager e mail | abteilungsleiter"
        " | direkter vorgesetzter | berichtet an | disziplinarischer vorgesetzter"
    )),
    Meaning("cost_center", "cost centre", names(
        "cost center | cost centre | cost center code | cost center number | kostenstelle | kst"
        " | kostenstellennummer | kostenstelle nr | kostenträger"
    )),
    Meaning("notes", "notes", names(
        "notes | note | comments | comment | remarks | remark | notizen | notiz | bemerkung | bemerkungen"
        " | kommentar | anmerkung | anmerkungen | hinweise"
    ), "notes"),
    Meaning("beside", "kept beside", names(
        "activated | login enabled | company | company name | legal entity | entity | organization"
        " | organisation | division | employer | city | state | country | country or region"
        " | state or province | province | street address | street | address | zip | zip code | postal code"
        " | usage location | fax | preferred language | language | work address | time zone | when created"
        " | created date time | org unit path | org unit path required | floor name | floor section"
        " | alternate email address | recovery email | home secondary email | work secondary email"
        " | website | remote | vip | vip user | pay group | cost number | region | extension attribute"
        " | seniority date | work country | work city | work state | grade | firma | unternehmen"
        " | gesellschaft | mandant | straße | strasse | hausnummer | plz | postleitzahl | ort | stadt"
        " | land | bundesland | adresse | anschrift | sprache | zeitzone | buchungskreis | region name"
        " | webseite | entgeltgruppe stufe"
    )),
)  # fmt: skip
_AWAY = (
    Meaning("counters", "left out", names(
        "dir sync enabled | dirsync enabled | last dirsync time | on premises sync enabled"
        " | directory synced | password never expires | last password change time stamp"
        " | last password change | soft deletion time stamp | proxy addresses | preferred data location"
        " | age group | consent provided for minor | legal age group classification | creation type"
        " | invitation state | identity issuer | last sign in | last sign in read only | last login"
        " | last logon | 2sv enrolled | 2sv enforced | 2sv enrolled read only | 2sv enforced read only"
        " | email usage | drive usage | photos usage | storage limit | storage used | email usage read only"
        " | drive usage read only | photos usage read only | storage limit read only"
        " | storage used read only | change password at next sign in | new status | new primary email"
        " | gemini limit status | gemini limit status read only | new status upload only"
        " | new primary email upload only | avatar | gravatar | photo | picture | assets | consumables"
        " | accessories | managed users | managed locations | groups | ldap enabled | 2fa device enrolled"
        " | 2fa active | auto assign licenses | created by | created at | updated at | age | licenses count"
        " | letzte anmeldung | bild | foto | erstellt von | erstellt am | geändert am | letzte änderung"
        " | kennwort läuft nie ab | letzte kennwortänderung | last logon date | last login date"
        " | last activity date | last seen"
    ), is_dropped=True),
    Meaning("secret", "never kept", names(
        "password | password required | password hash function | password hash function upload only"
        " | password hash | initial password | temporary password | pin | passcode"
        " | authentication phone number | authentication email | authentication alternative phone number"
        " | recovery phone | recovery phone must be in the e 164 format | salary | annual salary | pay rate"
        " | hourly rate | base pay | wage | wages | compensation | bonus | ssn | social security number"
        " | tax id | national id | date of birth | birth date | birthday | dob | gender | sex"
        " | marital status | ethnicity | race | religion | nationality | citizenship | bank account"
        " | bank account number | iban | bic | routing number | home address | home phone | home email"
        " | personal email | private email | home telephone | personal phone | emergency contact"
        " | emergency contact phone | passport number | disability | kennwort | passwort | initialkennwort"
        " | gehalt | monatsgehalt | jahresgehalt | stundenlohn | lohn | bruttogehalt | steuer id"
        " | steuerklasse | sozialversicherungsnummer | sv nummer | rentenversicherungsnummer | geburtsdatum"
        " | geburtstag | geburtsort | geschlecht | familienstand | konfession | nationalität"
        " | staatsangehörigkeit | bankverbindung | kontonummer | krankenkasse | private e mail"
        " | e mail privat | telefon privat | privatadresse | schwerbehindert | notfallkontakt | vergütung"
    ), is_secret=True),
)  # fmt: skip
MEANINGS = (*_WHO, *_WORK, *_REACHED, *_AWAY)
