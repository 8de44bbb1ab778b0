"""English sentences of the findings about accounts."""

from fullscore.engine.findings.english.words import Sentence

SENTENCES: dict[str, Sentence] = {}
