"""How figures, days and addresses read on a page."""

import gzip
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.http import QueryDict
from django.test import Client

from fullscore.engine.registers.access import FieldClass
from fullscore.engine.registers.columns import Column, Kind, Register
from fullscore.web.registers import queries
from fullscore.web.templatetags import words

COLUMNS = (
    Column("name", "Name", Kind.TEXT, FieldClass.OPEN),
    Column("cost", "Cost", Kind.MONEY, FieldClass.MONEY),
)
SEEN = Register("items", "estate", "Item", "Items", "name", COLUMNS, "Things.")


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("1285", "$1,285"),
        ("1285.40", "$1,285"),
        ("85.5", "$85.50"),
        ("-20", "\N{MINUS SIGN}$20"),
        ("0", "$0"),
    ],
)
def test_money_reads_without_cents_from_a_hundred_up(amount: str, said: str) -> None:
    assert words.money(Decimal(amount)) == said


def test_a_currency_without_a_sign_is_named() -> None:
    assert words.money(Decimal(7), "CHF") == "CHF 7"


def test_what_is_not_known_is_never_zero() -> None:
    assert words.money(None) == words.number(None) == "not known"


@pytest.mark.parametrize(
    ("value", "said"), [("1500.00", "1,500"), ("0.50", "0.5"), ("-3", "\N{MINUS SIGN}3")]
)
def test_quantities_carry_no_trailing_zeros(value: str, said: str) -> None:
    assert words.number(Decimal(value)) == said


def test_days_read_as_people_say_them() -> None:
    day = date(2026, 11, 25)

    assert (words.full_day(day), words.long_day(day)) == ("25 Nov 2026", "Wednesday 25 November")


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (timedelta(minutes=5), "5 min"),
        (timedelta(hours=2), "2 h"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=41), "41 days"),
        (timedelta(days=120), "4 months"),
        (timedelta(minutes=-3), "0 min"),
    ],
)
def test_ages_are_said_in_one_unit(span: timedelta, said: str) -> None:
    assert words.elapsed(span) == said


def test_one_of_a_noun_has_its_article() -> None:
    assert (words.a_one("Item"), words.a_one("Site")) == ("an item", "a site")


def test_an_address_reads_back_as_the_query_it_was_written_from() -> None:
    asked = QueryDict("q=dell&name.contains=a.b&cost.after=10&sort=-cost&page=3&archived=yes")

    query = queries.read(asked, SEEN)

    assert queries.read(QueryDict(queries.written(query)), SEEN) == query


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 30, "²"])
def test_a_page_that_is_no_number_is_the_first(page: str) -> None:
    assert queries.read(QueryDict(f"page={page}"), SEEN).page in {0, 1}


def test_pressing_a_heading_twice_turns_the_order() -> None:
    once = queries.read(QueryDict(queries.sorted_by(queries.read(QueryDict(), SEEN), "cost")[1:]), SEEN)

    assert (once.sort, queries.sorted_by(once, "cost")) == ("cost", "?sort=-cost")


def test_any_change_of_a_list_leads_back_to_its_first_page() -> None:
    query = queries.read(QueryDict("page=7&q=a"), SEEN)

    assert queries.address(query, search="b") == "?q=b"


def test_a_built_file_is_named_by_its_content() -> None:
    assert words.built("look.css").startswith("/static/built/assets/look-")


@pytest.mark.parametrize(("name", "kind"), [("look.css", "text/css"), ("app.js", "text/javascript")])
def test_a_built_file_goes_zipped_over_the_wire_to_whoever_takes_it(name: str, kind: str) -> None:
    plain = b"".join(Client().get(words.built(name)).streaming_content)
    zipped = Client().get(words.built(name), headers={"Accept-Encoding": "gzip"})
    sent = b"".join(zipped.streaming_content)

    assert (zipped.headers["Content-Encoding"], zipped.headers["Content-Type"]) == ("gzip", kind)
    assert gzip.decompress(sent) == plain
    assert len(sent) * 3 < len(plain)


@pytest.mark.django_db
def test_no_other_file_of_the_machine_is_handed_out() -> None:
    outside = "/static/built/assets/../../../../conf/settings.py"
    browser = Client(raise_request_exception=False)

    answers = [browser.get(outside, headers={"Accept-Encoding": taken}) for taken in ("", "gzip")]

    assert [answer.status_code for answer in answers] == [400, 400]
