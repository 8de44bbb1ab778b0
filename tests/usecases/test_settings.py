"""Settings of an organisation: what fits, what is said when it does not, and two people at once."""

from datetime import date
from decimal import Decimal

import pytest

from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.store.models import HistoryEntry, Organisation
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.settings import closed, organisation
from fullscore.usecases.settings.organisation import SettingsChangedError
from tests.conftest import NOW, TODAY, MemberFactory


def changed(by: Member, **changes: str) -> organisation.Settings:
    return organisation.change_settings(by=by, changes=changes, version=None, now=NOW)


def codes_of(by: Member, **changes: str) -> list[str]:
    with pytest.raises(RefusedError) as refusal:
        changed(by, **changes)
    return [finding.code for finding in refusal.value.findings]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", ""),
        ("name", "x" * 201),
        ("name", "Harbor\x00Mill"),
        ("name", "Harbor\ud800"),
        ("zone", "Ohio"),
        ("zone", "../../etc/passwd"),
        ("country", "USA"),
        ("country", "12"),
        ("subdivision", "OHIO STATE"),
        ("fiscal_start_month", "13"),
        ("fiscal_start_month", "9" * 5000),
        ("working_weekdays", ""),
        ("working_weekdays", "128"),
        ("opens_at", "soon"),
        ("currency", "$"),
        ("date_order", "myd"),
        ("silence_days", "0"),
        ("silence_days", "three"),
        ("discount_percent", "-1"),
        ("discount_percent", "101"),
        ("discount_percent", "NaN"),
        ("discount_percent", "eight"),
        ("is_demo", "1"),
    ],
)
def test_what_does_not_fit_is_named(owner: Member, field: str, text: str) -> None:
    assert codes_of(owner, **{field: text}) == ["setting-not-understood"]


def test_several_wrong_settings_are_all_named_and_none_is_kept(owner: Member) -> None:
    codes = codes_of(owner, name="New name", zone="Ohio", currency="dollars")

    assert codes == ["setting-not-understood"] * 2
    assert organisation.settings_of(by=owner).name == "Harbor Mill"


def test_a_day_that_ends_before_it_begins_is_refused(owner: Member) -> None:
    assert codes_of(owner, opens_at="18:00") == ["hours-turned-round"]


def test_two_organisations_do_not_share_a_name(owner: Member, other_organisation: Organisation) -> None:
    assert codes_of(owner, name=other_organisation.name) == ["organisation-name-taken"]


def test_whoever_saves_second_is_told_and_nothing_is_lost(owner: Member) -> None:
    read = organisation.settings_of(by=owner)
    changed(owner, currency="EUR")

    with pytest.raises(SettingsChangedError) as refusal:
        organisation.change_settings(by=owner, changes={"currency": "GBP"}, version=read.version, now=NOW)

    assert refusal.value.findings[0].code == "settings-changed"
    assert (refusal.value.theirs.currency, refusal.value.theirs.version) == ("EUR", read.version + 1)


def test_a_change_is_remembered_and_a_change_to_the_same_is_none(owner: Member) -> None:
    first = changed(owner, zone="America/Chicago", currency="USD")
    second = changed(owner, zone="America/Chicago")

    entry = HistoryEntry.objects.of(owner.organisation_id).get()
    assert entry.changes == {"zone": ["America/New_York", "America/Chicago"]}
    assert first.version == second.version == 2


def test_a_state_keeps_its_own_holidays(owner: Member) -> None:
    days = {day.name for day in closed.closed_days(by=owner, on=TODAY)}

    assert "Thanksgiving Day" in days
    assert "Washington-Lincoln Day" in days


def test_a_holiday_on_a_day_nobody_works_closes_nothing(owner: Member) -> None:
    changed(owner, working_weekdays="12")

    assert date(2026, 11, 26) not in {day.on for day in closed.closed_days(by=owner, on=TODAY)}


def test_a_country_without_a_calendar_has_no_closed_days(owner: Member) -> None:
    changed(owner, country="QQ", subdivision="")

    assert closed.closed_days(by=owner, on=TODAY) == ()


def test_every_member_reads_the_settings_and_only_two_roles_change_them(member: MemberFactory) -> None:
    for role in Role:
        by = member(role)
        assert organisation.settings_of(by=by).currency == "USD"
        if role not in {Role.OWNER, Role.IT}:
            with pytest.raises(NotAllowedError):
                changed(by, currency="EUR")
            with pytest.raises(NotAllowedError):
                organisation.settings_for_editing(by=by)


@pytest.mark.parametrize("text", ["-1", "1e400", "NaN", "1.005", "12 a day", "1_000", "٣", "1" * 11])
def test_a_day_costs_an_amount_of_money(owner: Member, text: str) -> None:
    assert codes_of(owner, person_day_cost=text) == ["setting-not-understood"]


def test_a_day_on_no_calendar_is_named(owner: Member) -> None:
    assert codes_of(owner, person_day_cost_on="2026-02-30") == ["setting-not-understood"]


def test_a_figure_without_a_name_is_its_writers(owner: Member) -> None:
    now = changed(owner, person_day_cost="1,350.5")

    assert (now.person_day_cost, now.person_day_cost_by, now.person_day_cost_on) == (
        Decimal("1350.50"), owner.name, TODAY,
    )  # fmt: skip


def test_a_figure_keeps_whose_it_is_and_since_when(owner: Member) -> None:
    said = {"person_day_cost_by": "Ruth Morrow", "person_day_cost_on": "2026-09-03"}
    changed(owner, person_day_cost="350", **said)
    now = changed(owner, currency="EUR")

    assert (now.person_day_cost_by, now.person_day_cost_on) == ("Ruth Morrow", date(2026, 9, 3))


def test_a_new_amount_beside_the_old_name_is_its_writers(owner: Member) -> None:
    """The form sends name and day with every save: nobody is said to have said what they never said."""
    said = {"person_day_cost_by": "Ruth Morrow", "person_day_cost_on": "2026-09-03"}
    changed(owner, person_day_cost="350", **said)
    now = changed(owner, person_day_cost="400", **said)

    assert (now.person_day_cost_by, now.person_day_cost_on) == (owner.name, TODAY)


def test_without_an_amount_nobody_has_said_anything(owner: Member) -> None:
    changed(owner, person_day_cost="350")
    now = changed(owner, person_day_cost="", person_day_cost_by="Ruth Morrow")

    assert (now.person_day_cost, now.person_day_cost_by, now.person_day_cost_on) == (None, "", None)


def test_who_reads_no_money_is_not_told_what_a_day_costs(owner: Member, member: MemberFactory) -> None:
    changed(owner, person_day_cost="350")

    assert organisation.settings_of(by=member("auditor")).person_day_cost == Decimal(350)
    assert organisation.settings_of(by=member("requester")).person_day_cost is None
    assert organisation.settings_of(by=member("requester")).person_day_cost_by == ""
