"""English sentences of the findings about registers."""

from fullscore.engine.findings.english.words import Sentence

SENTENCES: dict[str, Sentence] = {}
