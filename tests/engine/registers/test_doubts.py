"""What may be one thing is asked; what surely is two, or says nothing, is not."""

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.registers.doubts import Sketch, doubts
from fullscore.engine.registers.likeness import bare, bare_model, is_one_slip, lookalike

EVERY = frozenset(range(1000))


def pairs(register: str, *rows: Sketch, fresh: frozenset[int] = EVERY) -> list[tuple[int, int]]:
    return [(each.one, each.other) for each in doubts(register, rows, fresh)]


def code(register: str, *rows: Sketch) -> str:
    (doubt,) = doubts(register, rows, EVERY)
    return doubt.code


def device(at: int, source: str = "", **values: str) -> Sketch:
    return Sketch(at, values, frozenset([source] if source else []))


def test_only_pairs_with_a_new_row_are_asked() -> None:
    rows = [device(at, hostname="lt-1", serial=f"S{at}") for at in (1, 2)]

    assert pairs("items", *rows) == [(1, 2)]
    assert code("items", *rows) == "import-pair-host"
    assert pairs("items", *rows, fresh=frozenset()) == []


def test_a_name_that_many_devices_carry_is_no_doubt() -> None:
    assert (
        pairs("items", *(device(at, hostname="MacBook-Pro", serial=f"X{at * 977}") for at in range(9))) == []
    )


def test_a_slip_between_two_lists_is_a_doubt_within_one_list_it_is_none() -> None:
    apart = device(1, "a", serial="PF3XKQ7T"), device(2, "b", serial="PF3XKQT7")
    together = device(1, "a", serial="PF3XKQ7T"), device(2, "a", serial="PF3XKQT7")

    assert pairs("items", *apart) == [(1, 2)]
    assert code("items", *apart) == "import-pair-serial"
    assert pairs("items", *together) == []


def test_a_slip_between_two_models_is_none() -> None:
    rows = device(1, "a", serial="PF3XKQ7T", model="5"), device(2, "b", serial="PF3XKQT7", model="6")

    assert pairs("items", *rows) == []


def test_a_letter_for_a_digit_is_a_doubt_even_in_a_lot() -> None:
    lot = [device(at, "a", serial=f"5CG40210{at:02}") for at in range(20)]
    slip = device(99, "b", serial="5CG4O21007")

    assert pairs("items", *lot, slip) == [(7, 99)]
    assert pairs("items", *lot, device(99, "b", serial="5CG4021099")) == []


def test_people_of_one_name_are_asked_unless_their_numbers_say_two() -> None:
    one = Sketch(1, {"name": "Ana Ruiz", "email": "a@x.example", "employee_number": "1"})
    other = Sketch(2, {"name": "Ruiz, Ana", "email": "b@x.example"})

    assert pairs("people", one, other) == [(1, 2)]
    assert code("people", one, other) == "import-pair-person"
    assert pairs("people", one, Sketch(2, {**other.values, "employee_number": "2"})) == []


def test_words_that_say_nothing_are_left_out_and_numbers_are_not() -> None:
    assert bare("CDW, LLC") == bare("The CDW Company") == "cdw"
    assert bare("The Company") == "thecompany"
    assert bare_model("Dell Latitude 5450") == bare_model("LATITUDE-5450")
    assert bare_model("Latitude 5450") != bare_model("Latitude 5440")


TEXTS = st.text("01OIab", min_size=1, max_size=6)


def _slips(text: str) -> set[str]:
    """Every text one letter away: the definition, without any cleverness."""
    letters = "01OIab"
    spots = range(len(text))
    return (
        {text[:at] + letter + text[at + 1 :] for at in spots for letter in letters}
        | {text[:at] + text[at + 1 :] for at in spots}
        | {text[:at] + letter + text[at:] for at in range(len(text) + 1) for letter in letters}
        | {text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in range(len(text) - 1)}
    )


@given(TEXTS, TEXTS)
def test_one_slip_is_what_its_definition_says(one: str, other: str) -> None:
    folded = lookalike(one.casefold()), lookalike(other.casefold())
    slips = {lookalike(each.casefold()) for each in _slips(folded[0])}
    expected = one.casefold() != other.casefold() and (folded[1] in slips or folded[0] == folded[1])

    assert is_one_slip(one.casefold(), other.casefold()) is expected
    assert is_one_slip(other.casefold(), one.casefold()) is expected


ROWS = st.lists(
    st.tuples(st.sampled_from(["lt-1", "lt-2", "lt-3", ""]), st.text("AB01", min_size=6, max_size=8),
              st.sampled_from(["", "a", "b"])),
    max_size=12,
)  # fmt: skip


@given(ROWS, st.sets(st.integers(0, 11)))
def test_a_doubt_is_one_pair_in_order_with_a_new_row_and_no_list_in_common(
    told: list[tuple[str, str, str]], fresh: set[int]
) -> None:
    rows = [
        device(at, source, hostname=host, serial=serial) for at, (host, serial, source) in enumerate(told)
    ]
    found = doubts("items", rows, frozenset(fresh))

    assert len({(each.one, each.other) for each in found}) == len(found)
    for each in found:
        one, other = rows[each.one], rows[each.other]
        assert each.one < each.other
        assert {each.one, each.other} & fresh
        assert one.sources.isdisjoint(other.sources)
        assert (one.told("hostname") == other.told("hostname") != "") or is_one_slip(
            one.told("serial").casefold(), other.told("serial").casefold()
        )
