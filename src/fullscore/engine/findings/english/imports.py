"""English sentences of the findings about imports: what, where, what to do."""

from fullscore.engine.findings.english.words import Sentence, listed, number

SENTENCES: dict[str, Sentence] = {
    "import-file-unreadable": lambda v: f"{v['file']} cannot be opened: {v['reason']}. Check its name.",
    "import-file-empty": lambda v: f"{v['file']} holds no rows. Export it again and look inside first.",
    "import-file-too-large": lambda v: (
        f"{v['file']} is larger than {number(v['limit'])} MB. Export fewer columns, or split it."
    ),
    "import-old-workbook": lambda v: f"{v['file']} is an old .xls workbook. Save it as .xlsx or .csv.",
    "import-workbook-broken": lambda v: (
        f"{v['file']} is no readable workbook; it may be cut off. Save it again as .xlsx or .csv."
    ),
    "import-workbook-swells": lambda v: (
        f"{v['file']} would unpack to {number(v['count'])} MB. Save only the sheet that is needed, as .csv."
    ),
    "import-parser-died": lambda v: (
        f"{v['file']} could not be read: {v['reason']}. "
        "Save only the rows and columns that are needed, as .csv."
    ),
    "import-too-many-rows": lambda v: (
        f"{v['file']} has more than {number(v['count'])} rows. Split it into several files."
    ),
    "import-too-many-columns": lambda v: (
        f"{v['file']} has {number(v['count'])} columns; at most 500 fit. Export fewer columns."
    ),
    "import-not-recognised": lambda v: (
        f"{v['file']} is no list Fullscore knows; its first columns are {listed(v['columns'])}. "
        "Send a list from Snipe-IT, Microsoft 365 or BambooHR with its header, or a Fullscore export."
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
    "import-kind-unsaid": lambda v: f"Say first what {v['file']} is: choose its kind on the page.",
    "import-not-waiting": lambda v: f"{v['file']} does not wait for an answer any more; it is {v['state']}.",
    "import-other-source-believed": lambda v: (
        f"{v['field']}: {v['source']} is believed first here, so its word stays."
    ),
}
