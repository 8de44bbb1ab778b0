"""Whatever people type: never an exception, and every word is used or named."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.facts import SiteFact
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.goals.goal import Reading
from fullscore.engine.goals.sentences import sizes
from fullscore.engine.goals.sentences.numbers import WORDS, value_of
from tests.engine.goals.mill import house, mill, read

ESTATE = replace(mill(), sites=(SiteFact("dayton", "Dayton"), SiteFact("lima", "Lima")))
HOUSE = house(events={"stock-taking": (date(2027, 1, 16), date(2027, 1, 17))}, fiscal_start_month=7)
# Words no sentence, name or number knows.
NOISE = ("zorp", "Quux", "blarg7", "ynw", "Xyl-fip", "grunk's", "7zz")
KNOWN = (
    "grow",
    "hire",
    "reduce",
    "double",
    "open a new office",
    "halve",
    "add",
    "lay off",
    "we need",
    "sales",
    "Packing",
    "in Lima",
    "in Dayton",
    '"Sales"',
    "reps",
    "people",
    "seasonal",
    "temporary",
    "by",
    "to",
    "from",
    "12",
    "6",
    "50",
    "percent",
    "half",
    "a third",
    "the rest",
    "a dozen",
    "twenty-five",
    "0",
    "-5",
    "2.5",
    "1,200",
    "a month",
    "per week",
    "each",
    "in",
    "on",
    "until",
    "before",
    "after",
    "between",
    "and",
    "within",
    "for",
    "the next",
    "march",
    "January",
    "1",
    "4",
    "2027",
    "Q1",
    "next quarter",
    "FY28",
    "fiscal",
    "Friday",
    "christmas",
    "summer",
    "mid-",
    "early",
    "end of",
    "the first week of",
    "six weeks",
    "three months",
    "now",
    "stock-taking",
    ":",
    ",",
    "-",
    "/",
    "(",
    '"',
    "the new ones in",
    "more",
    "fewer",
    "all",
    "3/4",
    "1.3.",
)
EARLY = {
    "goal-empty",
    "goal-unreadable",
    "goal-too-long",
    "goal-kind-not-planned-yet",
    "goal-hangs-on-a-word",
}


def named(reading: Reading) -> set[str]:
    """Return the words a reading says nobody used, and those it takes for a new site's name."""
    site = reading.goal.site.name if reading.goal and reading.goal.site else ""
    told = [*reading.not_understood, site, *(str(one.values.get("site")) for one in reading.refusals)]
    return set(re.findall(r"[\w'-]+", " ".join(told).lower()))


@given(st.lists(st.sampled_from(KNOWN + NOISE), max_size=16))
def test_every_word_is_used_or_named(words: list[str]) -> None:
    sentence = " ".join(words)
    reading = read(sentence, ESTATE, HOUSE)

    assert (reading.goal is None) == bool(reading.refusals)
    assert all(say(one) for one in (*reading.refusals, *reading.findings))
    if {one.code for one in reading.refusals} & EARLY:
        return
    opened = {"open a new office"} & set(words)
    if not opened:
        assert {one.lower() for one in words if one in NOISE} <= named(reading), sentence


@given(st.text(max_size=520))
def test_no_text_at_all_breaks_the_reading(text: str) -> None:
    for sentence in (
        text,
        f"hire 5 people for Sales {text} in March",
        f'open a shop in "{text}" with 4 people',
    ):
        reading = read(sentence, ESTATE, HOUSE)
        assert (reading.goal is None) == bool(reading.refusals)
        assert all(say(one) for one in (*reading.refusals, *reading.findings))


def test_ten_megabytes_are_refused_at_once_and_not_kept() -> None:
    reading = read("grow sales by 5 people in March " * 320_000)

    assert [one.code for one in reading.refusals] == ["goal-too-long"]
    assert len(reading.sentence) == 500
    assert len(reading.refusals[0].subject.ref) == 80


@pytest.mark.parametrize("bad", ["\x00", "\x1b[31m", "\x07", "\ud800", "\ue000", "\u0378", "\x85"])
def test_characters_nobody_can_read_are_refused(bad: str) -> None:
    assert [one.code for one in read(f"grow sales {bad} by 5 people in March").refusals] == [
        "goal-unreadable"
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "grow Sales by 5\u00a0people in\u2009March",
        "grow \u201cSales\u201d by 5 people in March.",
        "Grow Sales\u2019 headcount by 5 in March?",
        "grow sales\tby\n5 people\r\nin March!!",
        "\uff27row sales by \uff15 people in March",
        "  grow   sales  by 5 people in March  ...",
    ],
)
def test_what_word_processors_make_of_a_sentence_is_read(typed: str) -> None:
    reading = read(typed)

    assert reading.goal is not None
    assert (reading.goal.delta, reading.not_understood) == (5, ())


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("one", 1),
        ("nineteen", 19),
        ("twenty", 20),
        ("twenty-one", 21),
        ("twenty two", 22),
        ("ninety-nine", 99),
        ("hundred", 100),
        ("a hundred", 100),
        ("one hundred", 100),
        ("a dozen", 12),
        ("dozen", 12),
        ("two dozen", 24),
        ("three dozen", 36),
        ("half a dozen", 6),
        ("a couple of", 2),
        ("1,200", 1200),
        ("100,000", 100_000),
        ("12", 12),
    ],
)
def test_numbers_are_read_in_words_and_digits(words: str, number: int) -> None:
    assert value_of(words) == number
    reading = read(f"hire {words} more people for packing in March")
    assert reading.goal is not None
    assert reading.goal.delta == number


def test_every_number_to_a_hundred_has_its_word() -> None:
    assert set(range(101)) <= set(WORDS.values())


@pytest.mark.parametrize(
    ("masked", "size", "value", "direction"),
    [
        ("by 50%", "percent", 50, 0),
        ("50 percent more", "percent", 50, 1),
        ("50 per cent fewer", "percent", 50, -1),
        ("by half", "percent", 50, 0),
        ("half again", "percent", 50, 0),
        ("by a quarter", "percent", 25, 0),
        ("by a fifth", "percent", 20, 0),
        ("double", "factor", 2, 0),
        ("twice", "factor", 2, 0),
        ("triple", "factor", 3, 0),
        ("quadruple", "factor", 4, 0),
        ("to 36", "target", 36, 0),
        ("to a total of 36 people", "target", 36, 0),
        ("to a headcount of 36", "target", 36, 0),
        ("should be 36 people", "target", 36, 0),
        ("by 12", "change", 12, 0),
        ("12 more", "change", 12, 1),
        ("12 fewer people", "change", 12, -1),
        ("12 less", "change", 12, -1),
        ("another person", "change", 1, 0),
        ("one more person", "change", 1, 1),
        ("+12 people", "change", 12, 1),
        ("+ 50%", "percent", 50, 1),
        ("half of the people", "percent", 50, 0),
        ("half the people", "percent", 50, 0),
        ("three quarters of us", "percent", 75, 0),
        ("be 3 more people", "change", 3, 1),
        ("12 new full-time people", "change", 12, 1),
    ],
)
def test_how_many_is_said_in_four_ways(masked: str, size: str, value: int, direction: int) -> None:
    (found,) = sizes.sizes(masked)

    assert (str(found.size), int(found.value), found.direction) == (size, value, direction)


def test_a_third_is_exact() -> None:
    reading = read("cut packing by a third in March")

    assert reading.goal is not None
    assert reading.goal.head_to == 6
    assert reading.assumptions[-1].text == "33.33% of 10 people is 3.333, rounded up to 4"


def test_a_present_number_that_agrees_is_not_remarked_on() -> None:
    assert read("grow sales from 24 to 36 in March").findings == ()


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("hire 5 reps by March", "By the end of that time is meant: 31 March 2027"),
        ("hire 5 reps by summer", "By that time is meant: 1 June 2027"),
        ("hire 5 reps in summer", "'summer' is read as 1 June 2027 to 31 August 2027"),
        ("hire 5 reps by 3/4/2027", "3/4/2027 is read month first: 4 March 2027"),
        ("hire 5 reps on Tuesday 1 March 2027", "1 March 2027 is a Monday"),
        ("hire 5 reps next Friday", "'next Friday' is read as Friday 4 December, in next week"),
        ("hire 5 reps early next year", "'early next year' is read as 1 January to 30 April 2027"),
        ("hire 5 reps in the first week of March", "'the first week of March' is read as 1 to 7 March 2027"),
        (
            "hire 5 reps over the next two quarters",
            "'the next two quarters' is read as: by 30 June 2027 at the latest",
        ),
        (
            "hire 5 reps between now and March",
            "'between now and March' is read as: by 31 March 2027 at the latest",
        ),
    ],
)
def test_how_a_wording_was_read_is_said(sentence: str, note: str) -> None:
    assert note.lower() in [one.text.lower() for one in read(sentence).assumptions]


@pytest.mark.parametrize(
    "sentence",
    [
        "hire 5 reps on 1 March",
        "hire 5 reps by 1 March 2027",
        "hire 5 reps in March",
        "hire 5 reps by the end of March",
        "hire 5 reps on Monday 1 March 2027",
    ],
)
def test_what_can_be_read_in_one_way_only_is_not_remarked_on(sentence: str) -> None:
    assert [one.register for one in read(sentence).assumptions] == ["teams"]
