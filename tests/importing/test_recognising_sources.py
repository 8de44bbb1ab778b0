"""What is written down of programs agrees with the kinds that read their lists."""

import subprocess
import sys

import pytest

from fullscore.importing.kinds import KINDS
from fullscore.importing.layouts import Layout, Source
from fullscore.importing.lexicon.headers import squeezed
from fullscore.importing.sources import SOURCES

BY_NAME = {kind.name: kind for kind in KINDS}
LAYOUTS = [(source, layout) for source in SOURCES for layout in source.layouts]


def test_every_program_stands_once() -> None:
    assert len({source.name for source in SOURCES}) == len(SOURCES)


@pytest.mark.parametrize(("source", "layout"), LAYOUTS, ids=[f"{s.name}: {x.label}" for s, x in LAYOUTS])
def test_a_layouts_names_mean_what_its_kind_knows(source: Source, layout: Layout) -> None:
    meanings = {meaning.name for meaning in BY_NAME[layout.kind].meanings} | {""}
    names = {squeezed(name) for name in layout.names}

    assert set(layout.columns.values()) <= meanings, source.name
    assert {squeezed(name) for name in layout.columns} <= names


@pytest.mark.parametrize("source", [each for each in SOURCES if each.words], ids=lambda each: each.name)
def test_a_programs_words_mean_words_of_ours(source: Source) -> None:
    closed = {
        meaning.name: set(meaning.options)
        for layout in source.layouts
        for meaning in BY_NAME[layout.kind].meanings
        if meaning.options
    }

    for meaning, words in source.words.items():
        known = {
            option
            for layout in source.layouts
            for each in BY_NAME[layout.kind].meanings
            if each.name == meaning
            for option in each.options
        }
        assert meaning in closed
        assert set(words.values()) <= known
        assert all(word == word.casefold() for word in words)


def test_planning_does_not_wait_for_the_lexicon() -> None:
    loaded = "'fullscore.importing.lexicon' in sys.modules"
    script = f"import sys, fullscore.cli, fullscore.engine.goals; print({loaded})"
    # Our own words, no shell.
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603

    assert done.stdout.strip() == "False"
