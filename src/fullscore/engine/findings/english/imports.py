"""English sentences of the findings about imports: what, where, what to do."""

from collections.abc import Mapping

from fullscore.engine.findings.english.words import Sentence, listed, number
from fullscore.engine.findings.finding import Value

_OTHER_FILES = {
    "pdf": "a PDF", "picture": "a picture", "program": "a program", "database": "a database",
    "packed": "a packed file", "document": "a text document", "slides": "a set of slides",
    "numbers": "an Apple Numbers file", "mail": "a mail", "xml": "an XML file",
    "cards": "a set of contact cards", "sql": "a copy of a database (SQL)", "page": "a web page",
}  # fmt: skip
_INSTEAD = {
    "packed": "Unpack it, and send the list that is in it.",
    "page": "Some programs name one .xls: open it in Excel or LibreOffice and save it as .xlsx or .csv.",
    "numbers": "Export it from Numbers as CSV or Excel.",
}


def _what(v: Mapping[str, Value]) -> str:
    return _OTHER_FILES.get(str(v["what"]), "something else")


def _instead(v: Mapping[str, Value]) -> str:
    return _INSTEAD.get(str(v["what"]), "Export the list as CSV or Excel instead.")


SENTENCES: dict[str, Sentence] = {
    "import-file-unreadable": lambda v: f"{v['file']} cannot be opened: {v['reason']}. Check its name.",
    "import-file-empty": lambda v: f"{v['file']} holds no rows. Export it again and look inside first.",
    "import-file-too-large": lambda v: (
        f"{v['file']} is larger than {number(v['limit'])} MB. Export fewer columns, or split it."
    ),
    "import-workbook-broken": lambda v: (
        f"{v['file']} is no readable workbook; it may be cut off. Save it again as .xlsx or .csv."
    ),
    "import-workbook-swells": lambda v: (
        f"{v['file']} would unpack to {number(v['count'])} MB. Save only the sheet that is needed, as .csv."
    ),
    "import-workbook-locked": lambda v: (
        f"{v['file']} has a password. Open it, save it without one, and send that."
    ),
    "import-other-file": lambda v: f"{v['file']} is {_what(v)}, not a list. {_instead(v)}",
    "logo-is-none": lambda _: (
        "This is no picture a pack can print. Choose a PNG, JPEG or SVG; what a file is called does not make "
        "it one."
    ),
    "logo-broken": lambda _: "The picture is damaged or cut off. Save it anew and choose it again.",
    "logo-too-large": lambda v: (
        f"The picture is {number(v['width'])} by {number(v['height'])} dots, more than anybody can print "
        f"here. Save it with at most {number(v['widest'])} on a side and 16 million together."
    ),
    "logo-too-heavy": lambda v: f"The logo is larger than {v['limit']} MB. Save it smaller.",
    "logo-unsafe": lambda v: (
        f"The SVG holds {v['what']}, which may run or fetch something. Save it as a plain drawing, or as PNG."
    ),
    "import-archive-broken": lambda v: (
        f"{v['file']} is no readable ZIP; it may be cut off. Pack or download it again."
    ),
    "import-archive-locked": lambda v: (
        f"{v['file']} has a password ({v['member']}). Unpack it, and send the lists themselves."
    ),
    "import-archive-inside": lambda v: (
        (
            f"{v['file']} holds another archive, {v['member']}."
            if v.get("member")
            else f"{v['file']} is a ZIP."
        )
        + " Unpack it first, and send the lists that are in it."
    ),
    "import-archive-link": lambda v: (
        f"{v['file']} holds a link ({v['member']}) instead of a list. Pack the list itself."
    ),
    "import-archive-many": lambda v: (
        f"{v['file']} holds {number(v['count'])} files; at most {number(v['limit'])} fit. "
        "Pack only the lists that are needed."
    ),
    "import-archive-swells": lambda v: (
        f"{v['file']} would unpack to {number(v['count'])} MB; at most {number(v['limit'])} MB fit. "
        "Send its lists one by one, or with fewer columns."
    ),
    "import-archive-without-lists": lambda v: (
        f"{v['file']} holds no list: no CSV, workbook, JSON or calendar. Look inside, and pack the lists."
    ),
    "import-json-broken": lambda v: (
        f"{v['file']} is no readable JSON; it breaks off or has an error on line {number(v['line'])}. "
        "Export it again, or as CSV."
    ),
    "import-json-deep": lambda v: (
        f"{v['file']} holds things within things beyond counting. Export a plain list, or as CSV."
    ),
    "import-json-no-list": lambda v: (
        f"{v['file']} is JSON, but holds no list of things with names for their values. "
        "Export the list itself, or as CSV."
    ),
    "import-json-line": lambda v: (
        f"{v['value']} is no object like those on the other lines. Export the file again, or correct it."
    ),
    "import-calendar-empty": lambda v: (
        f"{v['file']} is a calendar without an event. Choose the calendar that has them, and export it again."
    ),
    "import-event-unreadable": lambda v: (
        f"The event {v['value']} cannot be read: its dates or its rule make no sense. "
        "Correct it in the calendar and import again."
    ),
    "import-event-endless": lambda v: (
        f"{v['value']} repeats too often to be read to the end; its first dates were kept. "
        "Say in the calendar how often it repeats, or until when."
    ),
    "import-parser-died": lambda v: (
        f"{v['file']} could not be read: {v['reason']}. "
        "Save only the rows and columns that are needed, as .csv."
    ),
    "import-too-many-rows": lambda v: (
        f"{v['file']} has more than {number(v['count'])} rows. Split it into several files."
    ),
    "import-too-many-cells": lambda v: (
        f"{v['file']} has more than {number(v['count'])} filled cells. Export fewer columns, or split it."
    ),
    "import-too-many-columns": lambda v: (
        f"{v['file']} has {number(v['count'])} columns; at most 500 fit. Export fewer columns."
    ),
    "import-not-recognised": lambda v: (
        f"{v['file']} is no list Fullscore knows; its first columns are {listed(v['columns'])}. "
        "It takes lists of people, devices, licences, sites, vendors, contracts, bills and tickets, "
        "from any program or a sheet of your own: see that one of the first rows names the columns "
        "(Name, E-mail, Serial number), and send it again."
    ),
    "import-cell-too-long": lambda v: (
        f"{v['column']} holds more text than a cell can (32,767 characters). A quote may not be closed."
    ),
    "import-cell-unreadable": lambda v: (
        f"{v['column']} holds characters that are no text: {v['value']}. "
        "Save the file as UTF-8, or type it again."
    ),
    "import-nothing-to-know-it-by": lambda _: (
        "Nothing to know this row by: no name, number, tag or serial. Fill one in."
    ),
    "import-repeated": lambda v: (
        f"{v['column']} {v['value']} already stands on row {number(v['first'])}. "
        "One of the two has a typing error."
    ),
    "import-day-impossible": lambda v: (
        f"{v['field']}: {v['value']} is no day of the calendar."
        + (f" Probably {v['guess']}." if v.get("guess") else " Correct it.")
    ),
    "import-other-currency": lambda v: (
        f"{v['field']}: {v['value']} is not in {v['guess']}, the organisation's currency. Convert it first."
    ),
    "import-word-unknown": lambda v: (
        f"Nobody has said what {v['value']} means. Known are {listed(v['known'])}."
    ),
    "import-place-unknown": lambda v: (
        f"{v['field']}: nobody here knows {v['value']}. It stays beside the row; write it as {v['example']}."
    ),
    "import-period-assumed": lambda v: (
        f"Nobody says what time the price {v['value']} is for. It was taken for a year's; "
        "add a column Billing cycle with monthly, annual or once."
    ),
    "import-owners-several": lambda v: (
        f"{v['field']}: {v['value']} names more than one. A contract has one who decides: the row was kept "
        "without; name one of them."
    ),
    "import-notice-unread": lambda v: (
        f"{v['field']}: {v['value']} is no notice that can be reckoned with. It stays beside the contract; "
        "write 3 months, 90 days, or 4 weeks to the end of a month."
    ),
    "import-increase-unread": lambda v: (
        f"{v['field']}: {v['value']} is no increase that can be reckoned with. It stays beside the contract; "
        "write 3%, CPI, or 3% max 5%."
    ),
    "import-total-without-term": lambda v: (
        f"{v['field']}: {v['value']} is for the whole term, and nobody says how long that is. "
        "It stays beside the contract; add a column Term (months)."
    ),
    "import-renewal-elsewhere": lambda v: (
        f"{v['field']}: {v['value']} is not the day after the end of the row, {v['guess']}. "
        "The end was taken; correct one of the two."
    ),
    "import-lines-differ": lambda v: (
        f"{v['field']}: {v['value']} differs from row {number(v['first'])}, which is of the same contract. "
        "That row was taken; correct one of the two."
    ),
    "import-person-unknown": lambda v: (
        f"Nobody here is called {v['value']}. The row was kept without them; add the person and import again."
    ),
    "import-person-ambiguous": lambda v: (
        f"{v['value']} is the name of several people. Put the e-mail or employee number in the file."
    ),
    "import-reference-ambiguous": lambda v: (
        f"{v['field']}: several {v['target']} are called {v['value']}. Put the ref in the file."
    ),
    "import-account-without-person": lambda v: (
        f"The account {v['value']} has no licence and belongs to nobody in People. It was left out."
    ),
    "import-keys-disagree": lambda v: (
        f"{v['column']} {v['value']} belongs to {v['other']}, but this row is about {v['ref']}. "
        "Correct one of the two."
    ),
    "import-own-edit-kept": lambda v: (
        f"{v['field']} was typed by {v['person']} ({v['yours']}); the file says {v['value']}. Yours was kept."
    ),
    "import-row-archived": lambda v: (
        f"{v['ref']} was put away by hand. It stays away; bring it back to update it."
    ),
    "import-row-clashes": lambda v: f"The database refused this row beside another one ({v['detail']}).",
    "import-required-missing": lambda v: f"{v['field']} is empty, and a new row needs it. Fill it in.",
    "import-not-here": lambda v: f"There is no import {v['value']} here.",
    "import-not-sure": lambda v: (
        f"{v['file']} is probably a {v['guess']}, but only {number(v['sure'])} % surely. "
        f"Say what it is with --as '{v['kind']}', or bring it in on the page, which asks."
    ),
    "import-column-not-there": lambda v: (
        f"{v['file']} has no column {v['value']}. Its columns are {listed(v['known'])}."
    ),
    "import-meaning-unknown": lambda v: (
        f"{v['file']}: {v['column']} cannot mean {v['value']}. It may mean {listed(v['known'])}."
    ),
    "import-kind-unsaid": lambda v: f"Say first what {v['file']} is: choose its kind on the page.",
    "import-not-waiting": lambda v: f"{v['file']} does not wait for an answer any more; it is {v['state']}.",
    "inbox-place-unknown": lambda v: (
        f"There is no organisation {v['value']} for {v['file']}. Put it into {listed(v['folders'])}."
    ),
    "inbox-place-unsaid": lambda v: (
        f"{v['file']} does not say whose it is. Put it into the folder of one organisation: "
        f"{listed(v['folders'])}."
    ),
    "import-not-undoable": lambda v: (
        f"{v['file']} cannot be taken back: it is {v['state']}. Only what was brought in to its end can be."
    ),
    "import-other-source-believed": lambda v: (
        f"{v['field']}: {v['source']} is believed first here, so its word stays."
    ),
    "import-line-contradicted": lambda v: (
        f"{v['field']}: an earlier row of the file says {v['value']} of the same one, so that stays."
    ),
    "import-number-shortened": lambda v: (
        f"{v['column']}: {v['value']} was rounded by a spreadsheet; its last digits are lost, so nothing is "
        "known by it. Format the column as text and export again."
    ),
    "import-several-without-number": lambda v: (
        f"{v['value']} of {v['name']} have no number of their own, so the model was kept with its count. "
        "Give each a tag to list them one by one."
    ),
    "import-counted-together": lambda v: (
        f"{v['value']} stands on row {number(v['first'])} too. "
        f"Both are one model, {number(v['count'])} together."
    ),
    "import-not-a-duration": lambda v: (
        f"{v['column']}: {v['value']} is no span of time. Write 36 months or 3 years."
    ),
}
