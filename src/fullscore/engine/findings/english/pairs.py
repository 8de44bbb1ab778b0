"""English sentences about rows that may be one thing, about merging them, and about whose word counts."""

from fullscore.engine.findings.english.words import Sentence

SENTENCES: dict[str, Sentence] = {
    "import-item-ambiguous": lambda v: (
        f"Several items are called {v['value']}. Put a serial number or asset tag in the file."
    ),
    "trust-unknown": lambda v: f"There is no {v['target']} {v['value']} here. Choose one from the list.",
}
