"""English sentences of the findings about goals."""

from fullscore.engine.findings.english.words import Sentence

SENTENCES: dict[str, Sentence] = {}
