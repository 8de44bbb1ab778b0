"""Sites: countries and states in anybody's spelling become our codes; what nobody knows is said."""

from importlib import resources

import holidays
import pytest

from fullscore.importing.vocabularies import countries, states
from tests.importing.lists import codes, line, record

ISO = [
    tuple(row.split("\t"))
    for row in resources.files("tzdata").joinpath("zoneinfo/iso3166.tab").read_text("utf-8").splitlines()
    if not row.startswith("#")
]
SUPPORTED = holidays.list_supported_countries()


@pytest.mark.parametrize(("two", "name"), ISO)
def test_every_country_of_the_time_zone_database_is_known_by_name_and_code(two: str, name: str) -> None:
    assert countries.country(name) == two
    assert countries.country(two) == countries.country(two.lower()) == two


def test_no_word_means_two_countries() -> None:
    rows = countries._TABLE.replace("\n|", "|").strip().splitlines()  # noqa: SLF001  the table itself is checked
    words = [
        (countries.plain(word), two)
        for two, three, names in (row.split(" ", 2) for row in rows)
        for word in (two, three, *names.split("|"))
    ]
    assert len({word for word, _ in words}) == len(set(words))
    assert {two for _, two in words} == {two for two, _ in ISO} | {"XK"}


@pytest.mark.parametrize(
    ("words", "two"),
    [
        (("US", "USA", "U.S.A.", "United States of America", "Vereinigte Staaten", "united  states"), "US"),
        (("DE", "DEU", "Germany", "Deutschland", "D", "Bundesrepublik Deutschland", "GER"), "DE"),
        (("UK", "GB", "Great Britain", "Großbritannien", "GROSSBRITANNIEN", "England"), "GB"),
        (("Österreich", "O\u0308sterreich", "AUT", "A"), "AT"),
        (("Türkei", "Turkey", "Türkiye"), "TR"),
    ],
)
def test_five_spellings_of_one_country_are_one(words: tuple[str, ...], two: str) -> None:
    assert {countries.country(word) for word in words} == {two}


@pytest.mark.parametrize("country", list(states.CODES))
def test_states_are_those_whose_holidays_are_known(country: str) -> None:
    named = {code for code in SUPPORTED[country] if len(code) <= 3}

    assert set(states.CODES[country]) == named


def test_a_state_is_read_within_its_country() -> None:
    assert states.subdivision("Bavaria", "DE") == states.subdivision("BY", "DE") == "BY"
    assert states.subdivision("Calif.", "US") == states.subdivision("us-ca", "US") == "CA"
    assert states.subdivision("Wien", "AT") == "9"
    assert states.subdivision("Bavaria", "US") is None
    assert states.subdivision("nsw", "AU") == "NSW"
    assert (states.country_of("Bayern"), states.country_of("CA"), states.country_of("Bern")) == (
        "DE",
        None,
        "CH",
    )


def test_a_site_has_its_address_in_one_line_and_codes_for_its_place() -> None:
    found = record("sites", {
        "name": ("name", "Airdrie"), "address": ("address", "14 Summer Ridge Court"),
        "address2": ("address2", "306 Buhler"),
        "city": ("city", "Poniatowa"), "state": ("subdivision", "Alberta"), "country": ("country", "Canada"),
        "zip": ("zip", "T4B"), "manager": ("manager", "Clementina Van Halen"), "currency": ("beside", "CAD"),
    })  # fmt: skip

    assert found.values == {
        "name": "Airdrie", "address": "14 Summer Ridge Court, 306 Buhler", "city": "Poniatowa",
        "subdivision": "AB",
        "country": "CA",
    }  # fmt: skip
    assert found.extra == {"zip": "T4B", "manager": "Clementina Van Halen", "currency": "CAD"}


def test_a_site_without_a_name_is_called_by_its_city() -> None:
    found = record("sites", {"Ort": ("city", "Hof"), "Bundesland": ("subdivision", "Bayern")})

    assert (found.values["name"], found.values["subdivision"], found.fills) == (
        "Hof",
        "BY",
        {"country": "DE"},
    )


def test_a_country_nobody_knows_is_said_and_stays_beside_the_site() -> None:
    found = line("sites", {
        "Name": ("name", "Mill"), "Land": ("country", "Freedonia"),
        "Bundesland": ("subdivision", "Sylvanien"),
    })  # fmt: skip

    assert codes(found) == ["import-place-unknown", "import-place-unknown"]
    assert [reason.column for reason in found.notes] == ["Land", "Bundesland"]
    assert found.records[0].extra == {"Land": "Freedonia", "Bundesland": "Sylvanien"}


def test_a_site_without_name_or_city_is_refused() -> None:
    found = line("sites", {"Name": ("name", ""), "Country": ("country", "DE")})

    assert codes(found) == ["import-nothing-to-know-it-by"]
