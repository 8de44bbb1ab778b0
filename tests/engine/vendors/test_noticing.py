"""What contracts ask for on Today: what to do, by when at the latest, and what a day too late costs."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.findings.actions import Missing
from fullscore.engine.findings.english.vendors import (
    BUTTONS,
    LONGEST_SENTENCE,
    LONGEST_TITLE,
    SENTENCES,
    TITLES,
)
from fullscore.engine.findings.finding import Basis
from fullscore.engine.vendors import noticing
from fullscore.engine.vendors.facts import Bound, ContractFact
from fullscore.engine.vendors.renewals import renewals
from tests.engine.goals.recomputing import wrong_in
from tests.engine.vendors.morrow import (
    COPIERS,
    DRAWING,
    OFFICE,
    SEATS,
    TODAY,
    bound,
    codes,
    drawing,
    needed,
    people_with_seats,
    said,
    todo,
)
from tests.engine.vendors.test_noticing_ending import ERP, FOR_ERP, HOSTING
from tests.engine.vendors.test_renewals import anything

WEEK = timedelta(days=7)


def test_a_letter_is_written_before_the_holidays_so_that_it_arrives_in_time() -> None:
    action = needed(todo(bound(COPIERS), "contract-notice-due"))

    assert action.finding.act_by == date(2026, 11, 25)
    assert said(action.finding) == (
        "A letter must arrive by 30 November, or it renews for 12 months. Thursday and Friday we are closed."
    )
    assert TITLES["contract-notice-due"](action.finding.values) == "Give notice on Copiers, 4 devices"
    assert BUTTONS["contract-notice-due"](action.finding.values) == "Write the letter"


def test_a_letter_written_a_day_too_late_costs_twelve_months_for_certain() -> None:
    action = needed(todo(bound(COPIERS), "contract-notice-due"))

    assert action.loss is not None
    in_time, late = (action.loss.on(date(2026, 11, day), OFFICE) for day in (25, 26))
    assert (in_time, late, action.loss.basis) == (0, 9840, Basis.CERTAIN)
    assert (action.finding.at_stake, action.cause) == (9840, "contracts:copiers:2027-02-28")
    assert action.group == "vendors:buckeye"


def test_an_e_mail_leaves_on_the_last_working_day() -> None:
    to_saturday = replace(COPIERS, notice_form="e-mail", notice=93, notice_unit="days")

    action = needed(todo(bound(to_saturday), "contract-notice-due"))

    assert (action.finding.values["notice_by"], action.finding.act_by) == (
        date(2026, 11, 27), date(2026, 11, 25),
    )  # fmt: skip
    assert said(action.finding).startswith("An e-mail must arrive by 27 November")
    assert said(action.finding).endswith("Thursday and Friday we are closed.")


def test_a_letter_is_three_working_days_on_its_way() -> None:
    # To Wednesday 30 December: Tuesday, Monday, Friday.
    to_wednesday = replace(COPIERS, notice=60, notice_unit="days")

    action = needed(todo(bound(to_wednesday), "contract-notice-due"))

    assert (action.finding.values["notice_by"], action.finding.act_by) == (
        date(2026, 12, 30), date(2026, 12, 25),
    )  # fmt: skip


def test_when_the_post_is_too_slow_it_can_still_be_brought() -> None:
    action = needed(todo(bound(COPIERS), "contract-notice-due", on=date(2026, 11, 27)))

    assert action.finding.act_by == date(2026, 11, 30)
    assert said(action.finding).endswith("The post may be too slow.")


def test_a_last_day_that_is_gone_is_never_named() -> None:
    # Saturday: the office opened last on Friday, and notice must be there by Sunday.
    sunday = replace(COPIERS, notice_form="e-mail", notice=91, notice_unit="days")

    action = needed(todo(bound(sunday), "contract-notice-due", on=date(2026, 11, 28)))

    assert action.finding.values["notice_by"] == date(2026, 11, 29)
    assert action.finding.act_by == date(2026, 11, 28)


def test_seats_nobody_needs_cost_their_price_over_the_renewed_term() -> None:
    action = needed(todo(drawing(), "contract-seats-spare"))

    assert said(action.finding) == (
        "26 in use + 12 for the sales goal from April = 38 of 50; 12 too many: saves 2,880 a year. "
        "Say so by 2 March."
    )
    assert TITLES["contract-seats-spare"](action.finding.values) == "Renew 38 of 50 Drawing software"
    assert action.loss is not None
    assert action.loss.on(date(2027, 3, 3), OFFICE) == 2880
    assert (action.finding.act_by, action.cause) == (date(2027, 3, 2), "pools:cad")
    assert action.finding.basis is Basis.EXPECTED  # The plan may change.


def test_seats_cost_nothing_before_the_exit() -> None:
    action = needed(todo(drawing(), "contract-seats-spare"))

    assert action.loss is not None
    assert action.loss.on(TODAY + WEEK, OFFICE) == 0


def test_what_is_wanted_and_all_used_asks_for_nothing() -> None:
    full = people_with_seats(50)

    assert codes(bound(replace(COPIERS, intent="keep"))) == set()
    assert codes(bound(DRAWING, held=full, charges=(SEATS,))) == set()
    assert codes(bound(replace(DRAWING, intent=None), held=full, charges=(SEATS,))) == set()


def test_an_undecided_contract_has_a_price_at_stake_and_no_invented_loss() -> None:
    undecided = replace(COPIERS, intent=None)

    before = needed(todo(bound(undecided), "contract-decide", on=date(2026, 11, 2)))
    after = needed(todo(bound(undecided), "contract-decide"))

    # Fourteen days to decide, since it is less than 10,000 a year; after them the letter's day counts.
    assert [one.finding.act_by for one in (before, after)] == [date(2026, 11, 16), date(2026, 11, 25)]
    assert (after.loss, after.finding.at_stake) == (None, 9840)
    assert said(before.finding) == "Unless notice arrives by 30 November, it renews for 12 months: $9,840."
    assert after.missing == Missing("contracts", "copiers", "intent", "decided")
    assert said(after.finding) == (
        "Unless notice arrives by 30 November, it renews for 12 months: $9,840. "
        "Thursday and Friday we are closed."
    )


def test_for_how_long_it_renews_is_not_invented() -> None:
    unsaid = replace(COPIERS, intent=None, renewal_months=None)
    action = needed(todo(bound(unsaid, calendar=Calendar()), "contract-decide", on=date(2023, 11, 23)))

    assert said(action.finding) == "Unless notice arrives by 30 November, it renews."
    assert action.finding.at_stake is None


def test_a_change_nobody_has_priced_has_no_loss_either() -> None:
    action = needed(todo(bound(replace(COPIERS, intent="change")), "contract-notice-due"))

    assert (action.loss, action.finding.at_stake) == (None, 9840)
    assert said(action.finding).startswith("You want it changed: say so by 30 November")


def test_nothing_is_asked_about_what_can_be_left_any_month() -> None:
    monthly = replace(COPIERS, intent=None, initial_months=1, renewal_months=1, notice=1)

    assert codes(bound(monthly)) == set()
    assert "contract-notice-due" in codes(bound(replace(monthly, intent="end")))


def test_what_may_end_any_day_costs_a_day_for_each_day_of_waiting() -> None:
    daily = replace(
        COPIERS, notice_to="any day", notice_form="e-mail", starts_on=date(2020, 1, 1), price=Decimal(365),
        period="year",
    )  # fmt: skip
    action = needed(todo(bound(daily), "contract-notice-due"))

    assert action.loss is not None
    assert action.loss.on(TODAY + WEEK, OFFICE) - action.loss.on(TODAY, OFFICE) == 7


def test_notice_that_came_too_late_names_the_next_exit() -> None:
    action = needed(todo(bound(replace(COPIERS, notice=4)), "contract-notice-missed"))

    assert said(action.finding) == (
        "31 October has passed: it runs to 29 February 2028. Give notice for then now."
    )
    assert action.loss is not None
    assert action.finding.act_by is not None
    assert action.loss.on(action.finding.act_by + timedelta(days=1), OFFICE) == 9840


def test_a_notice_longer_than_the_term_is_not_called_missed() -> None:
    rolling = replace(COPIERS, starts_on=date(2026, 1, 1), initial_months=1, renewal_months=1, notice=3)

    assert codes(bound(rolling)) == {"contract-notice-due"}


def test_contracts_without_a_notice_date_are_one_line_and_say_what_is_missing() -> None:
    silent = replace(COPIERS, notice=None)
    endless = ContractFact("mes", "MES support", owner="dana", price=Decimal(31200))
    made = [todo(bound(one), "contract-notice-unknown") for one in (silent, endless)]
    first, second = (needed(one) for one in made)

    assert [one.missing and one.missing.field for one in (first, second)] == ["notice", "ends_on"]
    assert {one.group for one in (first, second)} == {"contract-notice-unknown"}
    assert (second.loss, second.finding.at_stake, second.finding.act_by) == (None, 31200, None)
    assert said(second.finding) == "Nobody knows when it ends; $31,200 a year may renew unseen."
    together = {**second.finding.values, "count": 12}
    assert TITLES["contract-notice-unknown"](together) == "Find the notice dates of 12 contracts"
    assert BUTTONS["contract-notice-unknown"](together) == "Fill in 12"


def test_where_notice_was_given_nothing_is_left_to_do() -> None:
    given = date(2026, 11, 2)

    assert codes(bound(replace(COPIERS, notice_given_on=given, owner=None))) == set()
    ending = bound(replace(HOSTING, notice_given_on=given), covers=FOR_ERP, services=(ERP,))
    assert codes(ending) == set()


def test_no_price_no_loss_and_the_price_is_what_is_missing() -> None:
    action = needed(todo(bound(replace(COPIERS, price=None)), "contract-notice-due"))
    foreign = needed(todo(bound(replace(COPIERS, currency="CHF")), "contract-notice-due"))

    assert (action.loss, action.finding.at_stake) == (None, None)
    assert action.missing == Missing("contracts", "copiers", "price", "price")
    assert (foreign.loss, foreign.finding.at_stake) == (None, None)
    assert foreign.missing == Missing("contracts", "copiers", "currency", "currency")


def test_what_is_free_costs_nothing_and_nothing_is_missing() -> None:
    action = needed(todo(bound(replace(COPIERS, price=Decimal(0))), "contract-notice-due"))

    assert action.loss is not None
    assert (action.loss.on(TODAY + WEEK, OFFICE), action.missing) == (0, None)


def test_thirty_licences_of_one_vendor_are_said_together() -> None:
    action = needed(todo(bound(COPIERS), "contract-notice-due"))
    together = {**action.finding.values, "count": 30}

    assert TITLES["contract-notice-due"](together) == "Give notice on 30 contracts of Buckeye Office"
    assert SENTENCES["contract-notice-due"](together) == "Notice must leave by 25 November, or all 30 renew."
    assert BUTTONS["contract-notice-due"](together) == "Write 30 notices"


@given(found=anything)
def test_whatever_the_contract_a_line_is_short_and_its_figures_can_be_made_again(found: Bound) -> None:
    long = replace(
        found.contracts[0], name="The maintenance of everything that turns in hall number seven, Lima"
    )
    whole = replace(found, contracts=(long,))

    for action in noticing.actions(whole, renewals(whole, on=TODAY), on=TODAY):
        finding = action.finding
        for values in (finding.values, {**finding.values, "count": 3}):
            assert len(TITLES[finding.code](values)) <= LONGEST_TITLE
            assert len(SENTENCES[finding.code](values)) <= LONGEST_SENTENCE
            assert BUTTONS[finding.code](values)
        assert finding.trace is None or wrong_in(finding.trace) == []


@given(found=anything)
def test_what_can_be_lost_has_a_price_or_says_which_field_would_give_one(found: Bound) -> None:
    for action in noticing.actions(found, renewals(found, on=TODAY), on=TODAY):
        is_lost = action.finding.act_by is not None or action.finding.code == "contract-notice-unknown"
        assert (action.loss is None) == (action.missing is not None) or not is_lost


@given(found=anything)
def test_done_by_its_last_safe_day_nothing_costs_anything(found: Bound) -> None:
    for action in noticing.actions(found, renewals(found, on=TODAY), on=TODAY):
        by = action.finding.act_by
        if action.loss is None or by is None:
            continue
        assert action.loss.on(by, OFFICE) == 0 or by < TODAY
        later = [action.loss.on(by + timedelta(days=days), OFFICE) for days in (1, 8, 40)]
        assert later == sorted(later)


def test_several_lines_of_a_kind_say_only_what_holds_for_each() -> None:
    undecided = needed(todo(bound(replace(COPIERS, intent=None)), "contract-decide", on=date(2026, 11, 2)))
    spare = needed(todo(drawing(), "contract-seats-spare"))
    late = needed(todo(bound(replace(COPIERS, notice=4)), "contract-notice-missed"))
    ending = needed(todo(bound(HOSTING, covers=FOR_ERP, services=(ERP,)), "contract-ending"))

    told = [
        SENTENCES[one.finding.code]({**one.finding.values, "count": 2})
        for one in (undecided, spare, late, ending)
    ]
    assert told == [
        "Decide by 16 November, or both renew.",
        "They renew with more seats than anybody needs. Say so by 2 March.",
        "Their last notice days have passed. Give notice for the next ends now.",
        "Renew them by 31 December: they end otherwise.",
    ]


def test_an_open_question_is_asked_when_it_is_time_to_take_it_up() -> None:
    soon = replace(COPIERS, intent=None)
    slow = replace(soon, decide_days=40)

    def is_asked(contract: ContractFact, days_before: int) -> bool:
        day = date(2026, 11, 30) - timedelta(days=days_before)
        return todo(bound(contract), "contract-decide", on=day) is not None

    assert [is_asked(soon, days) for days in (61, 60, 1)] == [False, True, True]
    assert [is_asked(slow, days) for days in (121, 120)] == [False, True]
