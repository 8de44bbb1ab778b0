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
}
