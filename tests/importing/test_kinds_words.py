"""Word lists of kinds hold together, and no cell of any list breaks a reader."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fullscore.engine.findings.sentences_en import say
from fullscore.importing.kinds import KINDS
from fullscore.importing.kinds.kind import Kind
from fullscore.importing.kinds.people.names import turned
from fullscore.importing.layouts import Role
from fullscore.importing.records import Mention, Plain
from fullscore.importing.vocabularies import employment
from fullscore.usecases.registers import all_registers
from tests.importing.lists import CONTEXT, FIRST_LINE, kind, mapped

MINE = [each for each in KINDS if each.name not in {"devices", "models", "accessories"}]
# One word for the person and for their number, as "Employee" and "Employee #": values tell them apart.
SHARED = {"employee"}


@pytest.mark.parametrize("each", MINE, ids=lambda each: each.name)
def test_a_word_means_one_thing_within_a_kind(each: Kind) -> None:
    names = [meaning.name for meaning in each.meanings]
    words = [word for meaning in each.meanings for word in meaning.words if word not in SHARED]

    assert len(set(names)) == len(names)
    assert len(set(words)) == len(words), sorted(word for word in words if words.count(word) > 1)
    assert all(word == " ".join(word.casefold().split()) or "ß" in word for word in words)
    assert all(group <= set(names) for group in each.needs)


@pytest.mark.parametrize("each", MINE, ids=lambda each: each.name)
def test_a_meaning_becomes_a_column_that_is_there(each: Kind) -> None:
    columns = {column.name for column in all_registers()[each.register].columns} if each.register else set()

    assert {meaning.becomes for meaning in each.meanings if meaning.becomes} <= columns
    assert bool(each.register) or bool(each.room)


@pytest.mark.parametrize("each", MINE, ids=lambda each: each.name)
def test_a_vocabulary_is_looked_up_without_case_and_ends_in_its_options(each: Kind) -> None:
    for meaning in each.meanings:
        assert set(meaning.vocabulary.values()) <= set(meaning.options)
        assert all(word == " ".join(word.casefold().split()) for word in meaning.vocabulary)


def test_words_of_hr_are_what_the_register_keeps() -> None:
    choices = {name: {each.value for each in all_registers()["people"].column(name).choices}
               for name in ("status", "working_pattern")}  # fmt: skip

    assert set(employment.STATUSES.values()) == choices["status"]
    assert set(employment.KINDS) <= choices["status"] | choices["working_pattern"]


CELLS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["", "-", "n/a", "Ruiz, Ana", "ana@mill.example", "A+B;C", "31/02/2025", "2026-01-31", "-3",
         "1,200.50", "$5/month",
         "€ 9", "True", "Guest", "left", "Teilzeit", "Deutschland", "BY", "12", "1e400", "Unlimited",
         ", Jr.", "0"]
    ),
)  # fmt: skip


@pytest.mark.parametrize("name", [each.name for each in MINE])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_cells_give_a_line_a_row_in_order_and_never_an_exception(name: str, data: st.DataObject) -> None:
    meanings = [meaning.name for meaning in kind(name).meanings]
    chosen = data.draw(st.lists(st.sampled_from([*meanings, ""]), min_size=1, max_size=12))
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(chosen), max_size=len(chosen)), max_size=4))
    columns = {f"{meaning or 'other'} {place}": meaning for place, meaning in enumerate(chosen)}
    role = data.draw(st.sampled_from(list(Role)))

    told = mapped(name, columns, *rows, role=role)
    found = list(told.kind.lines(CONTEXT, told))

    assert [each.number for each in found] == [FIRST_LINE + place for place in range(len(rows))]
    assert list(told.kind.lines(CONTEXT, told)) == found
    for each in found:
        assert all(say(reason.finding) for reason in (*each.refusals, *each.notes))
        assert all(reason.column in columns for reason in (*each.refusals, *each.notes) if reason.column)
        for record in each.records:
            known = {column.name for column in all_registers()[record.register].columns}
            told_columns = {**record.values, **record.fills, **record.firsts}
            assert told_columns.keys() <= known
            assert all(isinstance(value, (*get_args(Plain), Mention)) for value in told_columns.values())
            assert set(record.headers.values()) <= {*columns, ""}
            assert record.extra.keys() <= columns.keys()


@given(secret=st.text(alphabet="abcdefghij", min_size=12, max_size=20))
def test_a_secret_is_never_in_what_is_read(secret: str) -> None:
    for each in MINE:
        for meaning in (one for one in each.meanings if one.is_secret):
            told = mapped(each.name, {"Name": each.meanings[0].name, "S": meaning.name}, ["Ana", secret])
            assert secret not in repr(list(each.lines(CONTEXT, told)))


WORDS = st.sampled_from(
    ["Ana", "Ruiz", "von", "Jr.", "PhD", "Md", "(HR)", "O'Neil", "Dr.", "III", "Inc.", "7", "Na", "-"]
)


@settings(max_examples=400)
@given(parts=st.lists(st.lists(WORDS, max_size=3).map(" ".join), max_size=4))
def test_turning_a_name_round_loses_no_letter_and_happens_once(parts: list[str]) -> None:
    written = ", ".join(parts)
    ours = turned(written)

    assert turned(ours) == ours
    assert sorted(filter(str.isalnum, ours)) == sorted(filter(str.isalnum, written))
