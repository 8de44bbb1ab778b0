"""Succession: what is bought today where something else was bought once."""

from collections.abc import Mapping

from fullscore.engine.estate.facts import ModelFact


def bought(ref: str, models: Mapping[str, ModelFact]) -> ModelFact:
    """Return the last successor of a model; a circle of successors ends where it began to repeat."""
    seen = {ref}
    while True:
        following = models[ref].successor
        if following is None or following not in models or following in seen:
            return models[ref]
        ref = following
        seen.add(ref)
