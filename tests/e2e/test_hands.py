"""What a person does with keyboard, mouse and thumb; and without any script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Enter
from tests.e2e.pages import ITEMS, ORG

pytestmark = pytest.mark.e2e

# A ring is an outline, or the halo of the box that holds the field.
RING = """() => {
  const e = document.activeElement;
  const ringed = x => x.outlineStyle !== 'none' && parseFloat(x.outlineWidth) >= 2;
  const [own, around] = [getComputedStyle(e), getComputedStyle(e.parentElement ?? e)];
  const is = ringed(own) || ringed(around) || around.boxShadow !== 'none';
  return e === document.body ? null : [e.outerHTML.slice(0, 90), is];
}"""


@pytest.fixture
def page(enter: Enter) -> Page:
    return enter(viewport={"width": 1440, "height": 900}).new_page()


def test_the_first_press_of_tab_offers_to_skip_to_the_page(page: Page) -> None:
    page.goto(f"{ITEMS}/")
    page.keyboard.press("Tab")

    expect(page.get_by_role("link", name="Skip to the page")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("address", [f"{ITEMS}/", f"{ITEMS}/a-0001/", f"{ITEMS}/new/", f"{ORG}/find/?q=lena"])
def test_every_stop_of_the_keyboard_shows_its_ring(page: Page, address: str) -> None:
    page.goto(address)
    stops = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate(RING)
        if stop is None:
            break
        stops.append(stop)

    assert len(stops) > 8
    assert [html for html, is_ringed in stops if not is_ringed] == []


def test_a_slash_goes_to_the_find_box_but_not_while_typing(page: Page) -> None:
    page.goto(f"{ITEMS}/new/")
    page.keyboard.press("/")
    expect(page.get_by_label("Find anything").last).to_be_focused()

    page.get_by_label("Place", exact=True).focus()
    page.keyboard.type("in/out")
    expect(page.get_by_label("Place", exact=True)).to_have_value("in/out")


def test_the_list_narrows_while_one_types_and_keeps_its_address(page: Page) -> None:
    page.goto(f"{ITEMS}/")

    page.get_by_label("Search items").last.press_sequentially("HM-LT-01")

    expect(page.get_by_role("heading", level=1)).to_have_text("10 items found")
    expect(page).to_have_url(re.compile(r"q=HM-LT-01"))
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("10 items found")


def test_picked_rows_are_counted_set_together_and_can_be_let_go(page: Page) -> None:
    page.goto(f"{ITEMS}/?q=HM-LT-03")
    expect(page.locator("[data-pick-bar]")).to_be_hidden()

    page.get_by_label("Pick HM-LT-030").check()
    page.get_by_label("Pick HM-LT-031").check()
    expect(page.get_by_text("2 selected")).to_be_visible()
    page.get_by_label("Set", exact=True).select_option("place")
    page.get_by_label("Place: new value").fill("Store room")
    page.get_by_role("button", name="Set it").click()

    expect(page.get_by_role("status")).to_contain_text("Place set on 2 items.")


def test_all_rows_of_a_page_are_picked_by_one_press(page: Page) -> None:
    page.goto(f"{ITEMS}/?q=HM-LT-04")

    page.get_by_label(re.compile("Pick all")).check()

    expect(page.get_by_text("10 selected")).to_be_visible()
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("[data-pick-bar]")).to_be_hidden()


def test_a_row_goes_to_the_archive_and_comes_back_by_the_words_that_tell_of_it(page: Page) -> None:
    page.goto(f"{ITEMS}/a-0050/")
    page.get_by_role("button", name="Archive").click()
    expect(page.get_by_role("status")).to_contain_text("HM-LT-050 archived.")

    page.get_by_role("button", name="Undo").click()

    expect(page.get_by_role("status")).to_contain_text("HM-LT-050 is back.")


def test_a_holder_is_found_by_a_part_of_the_name(page: Page) -> None:
    page.goto(f"{ITEMS}/a-0051/edit/")

    page.get_by_label("Holder").fill("tiz 7")

    expect(page.locator("#holder-options option[value='lena-ortiz-7']")).to_be_attached()
    page.get_by_label("Holder").fill("lena-ortiz-7")
    page.get_by_role("button", name="Save HM-LT-051").click()
    expect(page.get_by_role("link", name="Lena Ortiz 7")).to_be_visible()


def test_two_windows_on_one_row_meet_at_a_page_with_both_versions(enter: Enter) -> None:
    window = enter()
    first, second = window.new_page(), window.new_page()
    for page, place in ((first, "Here"), (second, "There")):
        page.goto(f"{ITEMS}/a-0052/edit/")
        page.get_by_label("Place", exact=True).fill(place)
    first.get_by_role("button", name="Save HM-LT-052").click()
    expect(first.get_by_role("status")).to_be_visible()

    second.get_by_role("button", name="Save HM-LT-052").click()

    expect(second.get_by_role("heading", level=1)).to_have_text("HM-LT-052 was changed while you were typing")
    expect(second.get_by_role("row", name="Place")).to_contain_text("There")
    expect(second.get_by_role("row", name="Place")).to_contain_text("Here")


def test_what_is_wrong_is_read_first_and_leads_to_its_field(page: Page) -> None:
    page.goto(f"{ITEMS}/new/")
    page.get_by_label("Cost").fill("a lot")
    page.get_by_role("button", name="Add an item").click()

    alert = page.get_by_role("alert")
    expect(alert).to_be_focused()
    alert.get_by_role("link", name="Cost").click()
    expect(page.get_by_label("Cost")).to_be_in_viewport()


def test_a_phone_keeps_three_columns_and_the_rest_behind_more(enter: Enter) -> None:
    page = enter(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True).new_page()
    page.goto(f"{ITEMS}/")

    shown = [head.inner_text() for head in page.locator("thead th").all() if head.is_visible()]
    assert shown == ["Name", "Status", "Holder"]
    expect(page.get_by_text("Laptop 14 inch · Dayton Plant").first).to_be_visible()
    expect(page.get_by_role("button", name="Sign out").first).to_be_hidden()
    page.get_by_role("button", name="More", exact=True).tap()
    expect(page.locator("#more").get_by_role("button", name="Sign out")).to_be_visible()


def test_everything_works_without_script(enter: Enter) -> None:
    page = enter(java_script_enabled=False, viewport={"width": 1440, "height": 900}).new_page()
    page.goto(f"{ITEMS}/?q=HM-LT-02")
    page.get_by_text("More filters").click()
    page.get_by_label("in stock").check()
    page.get_by_role("button", name="Show what fits").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("items found")
    page.get_by_role("link", name="HM-LT-020").click()
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Holder").fill("Lena Ortiz 3")
    page.get_by_role("button", name="Save HM-LT-020").click()

    expect(page.get_by_role("link", name="Lena Ortiz 3")).to_be_visible()


def test_a_file_chosen_on_an_empty_page_is_brought_in(page: Page) -> None:
    page.goto(f"{ORG}/estate/events/")
    header = page.request.get(f"{ORG}/estate/events/export.csv").text().strip()
    row = {"name": "Stock-taking", "starts_on": "2026-12-28", "ends_on": "2026-12-31"}
    line = ",".join(row.get(name, "") for name in header.lstrip("\ufeff").split(","))
    file = {"name": "events.csv", "mimeType": "text/csv", "buffer": f"{header}\n{line}\n".encode()}

    page.locator("#drop-files").set_input_files(file)  # type: ignore[arg-type]  # a payload is a dictionary

    expect(page.get_by_role("heading", level=1)).to_have_text("This is a Fullscore export of business events")
    page.get_by_role("button", name="Import 1 row").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 row brought in", timeout=30_000)
    page.goto(f"{ORG}/estate/events/")
    expect(page.get_by_role("link", name="Stock-taking")).to_be_visible()
