"""The page of the settings: saved, refused, and saved by two at once."""

from django.test import Client

from fullscore.engine.registers.access import Member
from fullscore.store.models import Organisation, User

ADDRESS = "/o/harbor-mill/settings/"


def browser_of(member: Member) -> Client:
    browser = Client()
    browser.force_login(User.objects.get(pk=member.user_id))
    return browser


def form(**changes: object) -> dict[str, object]:
    return {
        "version": "1", "name": "Harbor Mill", "country": "US", "subdivision": "OH",
        "zone": "America/New_York", "weekdays": "1", "working_weekdays": ["1", "2", "3", "4", "5"],
        "opens_at": "06:00", "closes_at": "14:30", "currency": "USD", "fiscal_start_month": "7",
        "date_order": "mdy", "silence_days": "3", "discount_percent": "7.5", **changes,
    }  # fmt: skip


def test_saved_settings_stand_on_the_page(owner: Member) -> None:
    browser = browser_of(owner)

    saved = browser.post(ADDRESS, form(working_weekdays=["1", "2", "6"]), follow=True)

    row = Organisation.objects.get()
    assert "The settings are saved." in saved.text
    assert (row.working_weekdays, row.fiscal_start_month, row.version) == ("126", 7, 2)


def test_what_does_not_fit_stands_beside_what_was_written(owner: Member) -> None:
    page = browser_of(owner).post(ADDRESS, form(currency="dollars", name="New name"))

    assert page.status_code == 422
    assert "The currency cannot be &#x27;dollars&#x27;. Write 3 letters, as USD." in page.text
    assert 'value="New name"' in page.text
    assert Organisation.objects.get().version == 1


def test_nobody_works_on_no_day(owner: Member) -> None:
    page = browser_of(owner).post(ADDRESS, form(working_weekdays=[]))

    assert page.status_code == 422
    assert "The working weekdays cannot be" in page.text


def test_whoever_saves_second_sees_how_it_stands_now(owner: Member) -> None:
    first, second = browser_of(owner), browser_of(owner)
    first.post(ADDRESS, form(name="Harbor Mill East"))

    page = second.post(ADDRESS, form(name="Harbor Mill West"))

    assert page.status_code == 409
    assert "Somebody else changed the settings" in page.text
    assert 'value="Harbor Mill East"' in page.text


def test_a_form_without_its_version_saves_nothing(owner: Member) -> None:
    for version in ("", "x", "9" * 50):
        assert browser_of(owner).post(ADDRESS, form(version=version)).status_code == 409
