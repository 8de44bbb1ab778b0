"""What a thing is known by, compared as people mean it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.registers import identity
from fullscore.engine.registers.names import named


@pytest.mark.parametrize(
    ("column", "one", "other"),
    [
        ("serial", "VMware-42 1d 5e", "vmware-421D5E"),
        ("serial", "S/N 1234", "sn1234"),
        ("tag", "A-1 ", "a-1"),
        ("device_id", "{0F1E22AA-1}", "0f1e22aa1"),
        ("mac", "AA-BB-CC-00-11-22", "aabb.cc00.1122"),
        ("hostname", "LT-12.mill.example", "lt-12"),
    ],
)
def test_two_ways_to_write_one_number(column: str, one: str, other: str) -> None:
    assert identity.keyed(column, one) == identity.keyed(column, other)


@pytest.mark.parametrize(
    ("column", "one", "other"),
    [("tag", "A-1", "A1"), ("serial", "O01", "001"), ("hostname", "10.0.0.1", "10.0.0.2")],
)
def test_two_numbers_that_only_look_alike(column: str, one: str, other: str) -> None:
    assert identity.keyed(column, one) != identity.keyed(column, other)


def test_a_number_of_signs_only_is_still_one() -> None:
    assert identity.keyed("serial", "--") == ("--",)
    assert identity.keyed("mac", "none") == identity.keyed("tag", " ") == ()


MACS = st.lists(
    st.binary(min_size=6, max_size=6).map(lambda bits: bits.hex(":")), max_size=4, unique=True
).map(", ".join)


@given(MACS, MACS)
def test_addresses_that_join_others_are_all_kept_and_none_twice(standing: str, told: str) -> None:
    both = identity.addresses(identity.joined(standing, told, 1000))

    assert set(both) == {*identity.addresses(standing), *identity.addresses(told)}
    assert identity.joined(identity.joined(standing, told, 1000), told, 1000) == identity.joined(
        standing, told, 1000
    )
    assert len(identity.joined(standing, told, 20)) <= max(20, len(standing), len(told))


@pytest.mark.parametrize(
    "text",
    ["Ana Ruiz", "Ruiz, Ana", "Ana M. Ruiz", "RUIZ, ANA M", "Dr. Ana Ruiz, CPA", "Ana Ruiz (she/her)",
     "Ruíz, Ána", "ana   ruiz"],
)  # fmt: skip
def test_one_name_in_the_forms_lists_write_it(text: str) -> None:
    assert named(text).forms == ("ana ruiz",)


def test_an_umlaut_is_met_in_either_spelling_and_the_spellings_do_not_meet_each_other() -> None:
    written, dropped, spelt = (
        set(named(text).forms) for text in ("Jürgen Müller", "Jurgen Muller", "Juergen Mueller")
    )

    assert written & dropped
    assert written & spelt
    assert not dropped & spelt


@pytest.mark.parametrize(
    ("one", "other", "is_two"),
    [
        ("Robert Hayes Jr.", "Robert Hayes Sr.", True),
        ("Robert Hayes II", "Hayes Jr., Robert", False),
        ("Robert Hayes Jr.", "Robert Hayes", False),
        ("Ana M. Ruiz", "Ana K. Ruiz", True),
        ("Ana M. Ruiz", "Ana M K Ruiz", False),
    ],
)
def test_what_stands_beside_a_name_tells_two_people_apart(one: str, other: str, *, is_two: bool) -> None:
    assert named(one).contradicts(named(other)) is is_two
    assert named(other).contradicts(named(one)) is is_two


def test_a_short_name_is_not_taken_for_a_degree() -> None:
    assert named("Minh Do").forms == ("minh do",)
    assert named("Md Rahman").forms == ("md rahman",)


@given(st.text(max_size=40))
def test_any_text_has_a_form_that_stays_the_same(text: str) -> None:
    for form in named(text).forms:
        assert form in named(form).forms or not form.isascii() or not form
