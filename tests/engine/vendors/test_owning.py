"""Contracts nobody decides about."""

from dataclasses import replace
from datetime import date

from fullscore.engine.estate.held import Held
from tests.engine.vendors.morrow import COPIERS, DANA, bound, codes, needed, said, todo

WANTED = replace(COPIERS, intent="keep")


def test_a_contract_without_an_owner_is_named_with_what_it_costs() -> None:
    action = needed(todo(bound(replace(WANTED, owner=None)), "contract-owner-missing"))

    assert said(action.finding) == "Nobody decides whether it goes on; $9,840 a year."
    assert (action.finding.at_stake, action.loss, action.group) == (9840, None, "contract-owner-missing")


def test_an_owner_who_left_is_named() -> None:
    left = replace(DANA, ends_on=date(2026, 10, 31))
    action = needed(todo(bound(WANTED, held=Held(people=(left,))), "contract-owner-left"))

    assert said(action.finding) == "Dana Whitfield, who decided about it, has left; $9,840 a year."


def test_who_is_still_here_decides_and_what_ends_needs_nobody() -> None:
    assert codes(bound(WANTED)) == set()
    for one in (
        replace(COPIERS, notice_given_on=date(2026, 11, 2)),
        replace(COPIERS, renewal="none", starts_on=date(2020, 1, 1)),
        replace(COPIERS, intent="end"),
    ):
        assert "contract-owner-missing" not in codes(bound(replace(one, owner=None)))
