"""How word lists are written down in kinds: a bar between two names of one column."""


def names(text: str) -> tuple[str, ...]:
    """Return the names in a text with bars between them, each once, in the order of their use."""
    return tuple(dict.fromkeys(" ".join(name.split()) for name in text.split("|") if name.strip()))
