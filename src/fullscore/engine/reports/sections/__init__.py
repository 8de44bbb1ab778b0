"""The sections of a board pack: each composes its sentences from figures by rules."""
