"""English sentences about rows that may be one thing, about merging them, and about whose word counts."""

from fullscore.engine.findings.english.words import Sentence

SENTENCES: dict[str, Sentence] = {
    "import-item-ambiguous": lambda v: (
        f"Several items are called {v['value']}. Put a serial number or asset tag in the file."
    ),
    "import-pair-host": lambda v: (
        f"Both are called {v['host']}"
        + (
            f", and their serial numbers differ ({v['one']} and {v['other']})"
            if v["one"] and v["other"]
            else ""
        )
        + ". One may have replaced the other; merge them only if they are one device."
    ),
    "import-pair-serial": lambda v: (
        f"The serial numbers {v['one']} and {v['other']} differ as a typing error does, and no list has "
        "both. Merge them if they are one device."
    ),
    "import-pair-person": lambda v: (
        f"Both are called {v['name']}; their e-mails are {v['one'] or 'not known'} and "
        f"{v['other'] or 'not known'}. Merge them if they are one person."
    ),
    "import-pair-model": lambda v: (
        f"{v['one']} and {v['other']} differ only in how they are written. Merge them if they are one thing."
    ),
    "import-pair-name": lambda v: (
        f"{v['one']} and {v['other']} are called nearly the same. Merge them if they are one."
    ),
    "pair-joined": lambda v: (
        f"A list knows {v['one']} and {v['other']} as one device, so they were merged. "
        "Part them if they are two."
    ),
    "pair-not-here": lambda v: f"There is no pair {v['value']} here.",
    "pair-overtaken": lambda v: (
        f"{v['by'] or 'Somebody'} has decided on these rows meanwhile, or one was put away. "
        "Look at them again."
    ),
    "pair-edit-kept": lambda v: (
        f"{v['field']} of {v['ref']} was changed after the merge; it stays as it is: {v['value']}."
    ),
    "trust-unknown": lambda v: f"There is no {v['target']} {v['value']} here. Choose one from the list.",
}
