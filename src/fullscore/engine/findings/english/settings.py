"""English sentences of the findings about settings."""

from fullscore.engine.findings.english.words import Sentence

SENTENCES: dict[str, Sentence] = {}
