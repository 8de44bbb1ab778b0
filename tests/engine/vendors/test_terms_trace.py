"""Every date of a contract opens to its rows, and a stranger's script comes to the same dates."""

from dataclasses import asdict, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.findings.trace import Trace
from fullscore.engine.vendors.facts import ContractFact
from fullscore.engine.vendors.terms import Terms, dates, terms_of
from fullscore.engine.vendors.terms_trace import dates_trace
from tests.engine.goals.recomputing import wrong_in
from tests.engine.vendors.dated import OFFICE, TODAY, agreed
from tests.engine.vendors.test_terms_oracle import calendars, contracts, days

CONTRACT = ContractFact("copiers", "Copier lease")
FILES = {7: "contracts.xlsx"}


def opened(terms: Terms, on: date, calendar: Calendar, contract: ContractFact = CONTRACT) -> Trace:
    contract = replace(contract, **asdict(terms))
    return dates_trace(contract, dates(terms_of(contract), on, calendar, 14), FILES, on=on, calendar=calendar)


def leaves(trace: Trace) -> list[Trace]:
    return [one for arg in trace.args for one in leaves(arg)] if trace.args else [trace]


@st.composite
def any_contracts(draw: st.DrawFn) -> Terms:
    """Return those of the oracle, and those without a notice period, given notice of, or ending."""
    terms = replace(draw(contracts()), notice_given_on=draw(st.none() | days))
    terms = replace(terms, notice_said=draw(st.none() | days))
    terms = replace(terms, notice=None) if draw(st.booleans()) else terms
    return replace(terms, renewal="none") if draw(st.booleans()) else terms


@given(any_contracts(), days, calendars)
def test_a_strangers_script_finds_the_same_dates(terms: Terms, on: date, calendar: Calendar) -> None:
    trace, told = opened(terms, on, calendar), dates(terms, on, calendar, 14)
    assert wrong_in(trace) == []
    shown = {part.figure: part.value for part in trace.args}
    for name in ("ends_on", "renews_on", "notice_by", "decide_by", "next_exit"):
        assert shown.get(name) == getattr(told, name)


def test_the_last_notice_day_names_the_rows_it_comes_from() -> None:
    contract = replace(CONTRACT, provenance={"notice": ("file", 7, 12)})
    trace = opened(agreed("until 2027-08-28 +12", "2 months"), TODAY, OFFICE, contract)
    (by,) = (part for part in trace.args if part.figure == "notice_by")
    rows = {one.row.field: one.row for one in leaves(by) if one.row}
    assert set(rows) == {"ends_on", "renewal_months", "notice", "notice_unit"}
    assert (rows["notice"].ref, rows["notice"].file, rows["notice"].line) == ("copiers", "contracts.xlsx", 12)


def test_the_days_off_that_were_counted_over_are_named() -> None:
    trace = opened(agreed("until 2027-01-03 +12", "5 working days"), TODAY, OFFICE)
    (by,) = (part for part in trace.args if part.figure == "notice_by")
    assert {"Christmas", "New Year"} <= {one.note for one in leaves(by)}


@pytest.mark.parametrize("wrong", [date(2027, 6, 27), date(2027, 6, 29)])
def test_a_date_that_is_a_day_off_is_found_out(wrong: date) -> None:
    trace = opened(agreed("until 2027-08-28 +12", "2 months"), TODAY, OFFICE)
    (by,) = (part for part in trace.args if part.figure == "notice_by")
    assert wrong_in(by) == []
    assert len(wrong_in(replace(by, value=wrong))) == 1
