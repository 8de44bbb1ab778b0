"""What a contract's dates say besides: what was missed, what is over, and why a date is not known."""

from dataclasses import replace
from datetime import date

import pytest

from fullscore.engine.vendors.terms import Dates, Terms, dates
from tests.engine.vendors.dated import OFFICE, TODAY, agreed


def told(text: str, notice: str, on: date = TODAY, decide_days: int = 14) -> Dates:
    return dates(agreed(text, notice), on, OFFICE, decide_days)


def test_a_contract_that_renews_says_the_whole_story() -> None:
    assert told("2026-01-01 12+12", "1 months") == Dates(
        ends_on=date(2026, 12, 31), renews_on=date(2027, 1, 1), notice_by=date(2026, 11, 30),
        decide_by=date(2026, 11, 16), next_exit=date(2026, 12, 31),
        term=(date(2026, 1, 1), date(2026, 12, 31)), renewed_until=date(2027, 12, 31),
    )  # fmt: skip


def test_a_missed_notice_is_said_with_the_next_way_out() -> None:
    late = told("2026-01-01 12+12", "3 months")
    assert late.missed == date(2026, 9, 30)
    assert (late.ends_on, late.next_exit) == (date(2026, 12, 31), date(2027, 12, 31))
    assert (late.notice_by, late.decide_by) == (date(2027, 9, 30), date(2027, 9, 16))
    assert not late.is_rolling


def test_on_the_last_notice_day_nothing_is_missed_and_a_day_later_it_is() -> None:
    assert told("2026-01-01 12+12", "1 months", date(2026, 11, 30)).missed is None
    assert told("2026-01-01 12+12", "1 months", date(2026, 12, 1)).missed == date(2026, 11, 30)


def test_notice_longer_than_the_term_rolls_on_and_nobody_missed_it() -> None:
    rolling = told("2026-01-01 1+1", "3 months")
    assert rolling.is_rolling
    assert (rolling.ends_on, rolling.next_exit) == (date(2026, 11, 30), date(2027, 2, 28))


def test_a_notice_day_on_the_first_day_of_the_term_was_missed_in_it() -> None:
    late = told("2026-01-01 12+12", "364 days")
    assert late.missed == date(2026, 1, 1)
    assert not late.is_rolling
    assert told("2026-01-01 12+12", "365 days").is_rolling


def test_to_the_end_of_a_month_only_the_first_term_can_be_missed() -> None:
    assert told("2026-01-01 12", "3 months to month").missed == date(2026, 9, 30)
    assert told("2026-01-01 3", "3 months to month").missed is None


def test_what_ends_by_itself_needs_a_decision_but_no_notice() -> None:
    ending = told("until 2026-12-31 none", "3 months")
    assert (ending.notice_by, ending.renews_on, ending.unknown) == (None, None, "")
    assert (ending.ends_on, ending.next_exit, ending.decide_by) == (
        date(2026, 12, 31), date(2026, 12, 31), date(2026, 12, 17),
    )  # fmt: skip


def test_an_express_renewal_needs_a_yes_by_the_end() -> None:
    ending = told("until 2026-12-31 +12 express", "-")
    assert (ending.decide_by, ending.renews_on, ending.renewed_until) == (date(2026, 12, 17), None, None)


def test_what_has_ended_is_over_from_the_day_after() -> None:
    assert not told("until 2026-11-23 none", "-").is_over
    over = told("until 2026-11-22 none", "-")
    assert over.is_over
    assert (over.ends_on, over.next_exit, over.decide_by) == (date(2026, 11, 22), None, None)


def test_once_notice_is_given_the_end_is_certain() -> None:
    terms = replace(agreed("2026-01-01 12+12", "1 months"), notice_given_on=date(2026, 11, 20))
    gone = dates(terms, TODAY, OFFICE, 14)
    assert (gone.ends_on, gone.next_exit) == (date(2026, 12, 31), date(2026, 12, 31))
    assert (gone.notice_by, gone.decide_by, gone.renews_on) == (None, None, None)
    assert not gone.is_over
    assert dates(terms, date(2027, 1, 1), OFFICE, 14).is_over


def test_notice_given_too_late_ends_the_term_after() -> None:
    terms = replace(agreed("2026-01-01 12+12", "1 months"), notice_given_on=date(2026, 12, 1))
    assert dates(terms, date(2026, 12, 10), OFFICE, 14).ends_on == date(2027, 12, 31)


def test_notice_given_while_nobody_knows_how_long_it_is_ends_the_term_it_was_given_in() -> None:
    terms = replace(agreed("2026-01-01 12+12", "-"), notice_given_on=date(2026, 12, 1))
    gone = dates(terms, TODAY, OFFICE, 14)
    assert (gone.ends_on, gone.next_exit, gone.renews_on) == (date(2026, 12, 31), date(2026, 12, 31), None)
    assert dates(terms, date(2027, 1, 1), OFFICE, 14).is_over


def test_a_notice_day_from_a_sheet_holds_for_its_own_term() -> None:
    terms = replace(agreed("until 2026-12-31 +12", "-"), notice_said=date(2026, 11, 30))
    now = dates(terms, TODAY, OFFICE, 14)
    assert (now.notice_by, now.decide_by) == (date(2026, 11, 30), date(2026, 11, 16))
    assert (now.next_exit, now.unknown, now.missed) == (date(2026, 12, 31), "", None)


def test_a_notice_day_from_a_sheet_holds_until_its_evening() -> None:
    terms = replace(agreed("until 2026-12-31 +12", "-"), notice_said=TODAY)
    now = dates(terms, TODAY, OFFICE, 14)
    assert (now.notice_by, now.unknown, now.missed) == (TODAY, "", None)
    assert dates(terms, date(2026, 11, 24), OFFICE, 14).unknown == "notice-said-passed"


def test_a_notice_day_from_a_sheet_that_has_passed_says_nothing_about_the_next_term() -> None:
    terms = replace(agreed("until 2026-12-31 +12", "-"), notice_said=date(2026, 10, 31))
    now = dates(terms, TODAY, OFFICE, 14)
    assert (now.notice_by, now.next_exit) == (None, None)
    assert (now.unknown, now.missed) == ("notice-said-passed", date(2026, 10, 31))
    assert dates(terms, date(2027, 2, 1), OFFICE, 14).missed is None


def test_a_notice_day_from_a_sheet_for_a_later_term_says_nothing_about_this_one() -> None:
    terms = replace(agreed("until 2026-12-31 +12", "-"), notice_said=date(2027, 10, 31))
    assert dates(terms, TODAY, OFFICE, 14).unknown == "no-notice"


def test_a_notice_period_outweighs_a_day_from_a_sheet() -> None:
    terms = replace(agreed("until 2026-12-31 +12", "1 months"), notice_said=date(2026, 10, 31))
    assert dates(terms, TODAY, OFFICE, 14).notice_by == date(2026, 11, 30)


def test_a_notice_day_is_said_even_where_nobody_knows_the_end() -> None:
    now = dates(Terms(renewal="tacit", notice_said=date(2027, 1, 31)), TODAY, OFFICE, 14)
    assert (now.notice_by, now.next_exit, now.unknown) == (date(2027, 1, 31), None, "")


def test_a_term_named_by_its_end_begins_where_the_one_before_it_ended() -> None:
    known = replace(agreed("until 2026-12-31 +12", "-"), starts_on=date(2019, 1, 1), initial_months=12)
    assert dates(known, TODAY, OFFICE, 14).term == (date(2026, 1, 1), date(2026, 12, 31))
    first = replace(known, initial_months=None)
    assert dates(first, TODAY, OFFICE, 14).term == (date(2019, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("on", "begins", "ends"),
    [
        (date(2024, 12, 1), date(2025, 1, 31), date(2025, 2, 28)),
        (date(2025, 3, 1), date(2025, 3, 1), date(2025, 3, 30)),
        (date(2025, 4, 2), date(2025, 3, 31), date(2025, 4, 30)),
        (date(2026, 11, 23), date(2026, 10, 31), date(2026, 11, 30)),
    ],
)
def test_each_term_begins_the_day_after_the_one_before(on: date, begins: date, ends: date) -> None:
    assert told("2025-01-31 1+1", "0 days", on).term == (begins, ends)


def test_the_first_day_of_a_term_is_said_only_where_it_is_known() -> None:
    assert told("until 2026-12-31", "1 months").term is None
    one_day = Terms(starts_on=TODAY, ends_on=TODAY, renewal="none")
    assert dates(one_day, TODAY, OFFICE, 14).term == (TODAY, TODAY)
    wrong = Terms(starts_on=date(2027, 1, 1), ends_on=date(2026, 12, 31), renewal="none")
    assert dates(wrong, TODAY, OFFICE, 14).term is None
    first = replace(agreed("until 2026-12-31 +12", "-"), starts_on=date(2024, 1, 1), initial_months=36)
    assert dates(first, TODAY, OFFICE, 14).term == (date(2024, 1, 1), date(2026, 12, 31))
    begun = Terms(starts_on=date(2026, 2, 1), ends_on=date(2026, 12, 31), renewal="tacit")
    assert dates(begun, TODAY, OFFICE, 14).term == (date(2026, 2, 1), date(2026, 12, 31))


def test_a_renewal_is_said_where_the_row_says_for_how_long_or_that_it_is_tacit() -> None:
    unsaid = Terms(ends_on=date(2026, 12, 31), renewal_months=12)
    assert dates(unsaid, TODAY, OFFICE, 14).renews_on == date(2027, 1, 1)
    assert dates(replace(unsaid, renewal_months=None), TODAY, OFFICE, 14).renews_on is None


def test_what_runs_on_from_month_to_month_has_no_term_after_its_first() -> None:
    rolling = told("2026-01-01 3", "1 months to month")
    assert (rolling.ends_on, rolling.term, rolling.renews_on) == (None, None, None)
    assert rolling.next_exit == date(2026, 12, 31)


def test_a_first_term_that_ends_after_the_last_year_there_is_lets_nobody_out() -> None:
    terms = Terms(
        date(9990, 1, 1), initial_months=600, renewal="tacit", renewal_months=1, notice=1, notice_to="any day"
    )
    now = dates(terms, TODAY, OFFICE, 14)
    assert (now.next_exit, now.notice_by, now.unknown) == (None, None, "no-exit")


def test_where_nobody_said_what_follows_the_last_end_is_shown_and_nothing_invented() -> None:
    passed = told("until 2026-10-31", "1 months")
    assert (passed.ends_on, passed.renews_on, passed.is_over) == (date(2026, 10, 31), None, False)
    assert passed.unknown == "no-renewal"


def test_a_tacit_renewal_of_unknown_length_still_says_when_it_renews() -> None:
    now = told("until 2026-12-31", "1 months")
    assert (now.renews_on, now.renewed_until) == (date(2027, 1, 1), None)


UNKNOWN = {
    "no-end": Terms(renewal="tacit", notice=3),
    "no-notice": Terms(ends_on=date(2027, 1, 31), renewal="tacit", renewal_months=12),
    "no-renewal": Terms(ends_on=date(2026, 12, 31), renewal="tacit", notice=3),
    "no-exit": Terms(
        ends_on=date(9999, 6, 30), renewal="tacit", renewal_months=12, notice=3650, notice_unit="weeks"
    ),
    "": Terms(renewal="tacit", notice=3, notice_to="month"),
}


@pytest.mark.parametrize("word", UNKNOWN)
def test_there_is_a_word_for_each_reason_why_no_notice_day_is_known(word: str) -> None:
    on = date(9990, 1, 1) if word == "no-exit" else TODAY
    now = dates(UNKNOWN[word], on, OFFICE, 14)
    assert now.unknown == word
    assert (now.notice_by is None) == bool(word)


def test_a_calendar_that_never_opens_gives_no_notice_day() -> None:
    closed = replace(OFFICE, closed={date.fromordinal(n): "shut" for n in range(739500, 740500)})
    terms = agreed("until 2026-12-31 +12", "3 working days")
    assert dates(terms, TODAY, closed, 14).notice_by is None
