"""English sentences of the findings about bills and budget sheets that were brought in."""

from fullscore.engine.findings.english.words import Sentence, number

SENTENCES: dict[str, Sentence] = {
    "bill-without-vendor": lambda _: (
        "The row names nobody who billed it, so it is no bill of a vendor. Fill in the vendor."
    ),
    "bill-other-currency": lambda v: (
        f"The bill is in {v['currency']} ({v['value']}). It is kept as it is and counts in no total."
    ),
    "bill-of-two-currencies": lambda v: (
        f"The row is in {v['currency']}, but row {number(v['first'])} of the same bill is not. "
        "That row was taken; correct one of the two."
    ),
    "import-reference-unknown": lambda v: (
        f"{v['field']}: nothing in {v['target']} is called {v['value']}. It is kept beside the row."
    ),
    "budget-row-off-total": lambda v: (
        f"{v['name']}: its months come to {v['sum']}, but its total says {v['total']}: {v['off']} off. "
        "Nothing of the row was taken; correct one of the two."
    ),
    "budget-column-off-total": lambda v: (
        f"{v['column']}: the total in row {number(v['row'])} says {v['total']}, but the rows above come to "
        f"{v['sum']}: {v['off']} off. The rows count; a row may be missing."
    ),
    "budget-month-outside": lambda v: (
        f"{v['column']} lies outside the sheet's year, {v['first']} to {v['last']}. "
        "Nothing of the row was taken; bring each year in by itself."
    ),
    "budget-month-twice": lambda v: (
        f"{v['column']} is the same month as {v['other']}. Nothing of the row was taken; "
        "say which one counts."
    ),
    "budget-year-unknown": lambda v: (
        f"{v['file']} names months without a year. Write Jan 2027, or put the year over the header."
    ),
    "budget-without-months": lambda v: (
        f"{v['value']} is not spread over months, so no month has a figure. Say the months."
    ),
    "budget-other-currency": lambda v: (
        f"The row is in {v['currency']}, and the budget in {v['ours']}. Nothing of it was taken; convert it."
    ),
}
