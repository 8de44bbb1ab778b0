"""Words for yes and no, as programs and people write them; English and German."""

OPTIONS = ("yes", "no")
_YES = (
    "yes", "y", "true", "t", "1", "on", "x", "✓", "✔", "☑", "enabled", "active", "checked", "ja", "j",
    "wahr", "an", "ein", "aktiv", "aktiviert", "vorhanden", "checked in",
)  # fmt: skip
_NO = (
    "no", "n", "false", "f", "0", "off", "-", "✗", "✘", "☐", "disabled", "inactive", "unchecked", "none",
    "nein", "falsch", "aus", "inaktiv", "deaktiviert", "nicht vorhanden", "kein", "keine",
)  # fmt: skip
WORDS = {**dict.fromkeys(_YES, "yes"), **dict.fromkeys(_NO, "no")}


def is_yes(text: str) -> bool | None:
    """Return the answer, None when the words are neither."""
    word = WORDS.get(" ".join(text.casefold().split()))
    return None if word is None else word == "yes"
