"""English sentences of the findings about imports."""

from fullscore.engine.findings.english.words import Sentence

SENTENCES: dict[str, Sentence] = {}
