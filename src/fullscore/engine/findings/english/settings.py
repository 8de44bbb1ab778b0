"""English sentences of the findings about settings."""

from fullscore.engine.findings.english.words import Sentence

SENTENCES: dict[str, Sentence] = {
    "hours-turned-round": lambda _: "The working day ends before it begins. Check both times.",
    "organisation-name-taken": lambda v: (
        f"There is another organisation called '{v['name']}' here. Use another name."
    ),
    "setting-not-understood": lambda v: f"The {v['field']} cannot be '{v['value']}'. {v['hint']}",
    "settings-changed": lambda _: (
        "Somebody else changed the settings while you were looking at them. Nothing was saved; "
        "here is how they stand now."
    ),
}
