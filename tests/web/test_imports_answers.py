"""What a person says of a file on its page: what it is, what a column or a word means; and what follows."""

import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.test import Client

from fullscore.engine.registers.access import Member
from fullscore.store.models import Contract, ImportPair, Item
from tests.conftest import NOW
from tests.usecases.test_imports import ASSETS, item
from tests.web.test_imports import LIST, Drop, address_of, client, drop, items, words, work

__all__ = ["client", "drop"]
pytestmark = pytest.mark.django_db
# Nobody's program writes this one.
SHEET = [
    ["Asset Name", "Asset Tag", "Serial", "Condition", "Status"],
    ["PC-1", "A-1", "S1", "as new", "Deployed"],
    ["PC-2", "A-2", "S2", "scratched", "In der Werkstatt"],
]
# Of this one a single column is known.
STRANGE = [["Serial", "Beamer", "Farbton", "Zustand"], ["S1", "x", "red", ""]]
TICKETS = [
    ["Ticket Id", "Subject", "Description", "Status", "Priority", "Source", "Requester", "Created time"],
    ["1", "Printer", "It is stuck", "Open", "High", "Email", "Ana Ruiz", "2026-11-01 10:00"],
]
CONTRACTS = [
    ["Vendor", "Contract", "Renewal Date", "Notice", "Annual Cost"],
    ["Northline Fibre", "Link Dayton", "2027-03-01", "60 days", "$4,000"],
]


def test_a_column_nobody_knows_becomes_what_a_person_says(client: Client, drop: Drop, owner: Member) -> None:
    page = address_of(drop(sheet=SHEET))
    assert "1 column kept beside the row as is, or left out" in words(client.get(page))

    client.post(f"{page}say/", {"column:Condition": "notes"})

    said = words(client.get(page))
    assert "you said so" in said
    assert "kept beside the row" not in said.partition("What each column becomes")[2].partition("First rows")[
        0
    ].replace("Kept beside the row", "")
    client.post(f"{page}confirm/")
    work(owner)
    assert item(owner, "A-1").notes == "as new"


def test_a_column_may_be_left_out_and_the_answer_taken_back(
    client: Client, drop: Drop, owner: Member
) -> None:
    page = address_of(drop(sheet=SHEET))

    client.post(f"{page}say/", {"column:Asset Name": ""})
    assert "PC-1" not in words(client.get(page)).partition("First rows as they will look")[2]

    client.post(f"{page}say/", {"column:Asset Name": "="})
    assert "PC-1" in words(client.get(page)).partition("First rows as they will look")[2]


def test_a_new_word_means_what_a_person_says(client: Client, drop: Drop, owner: Member) -> None:
    page = address_of(drop(sheet=SHEET))
    assert "New words in Status" in words(client.get(page))

    client.post(f"{page}say/", {"word:status:In der Werkstatt": "in repair"})

    assert "2 new" in words(client.get(page))
    client.post(f"{page}confirm/")
    work(owner)
    assert item(owner, "A-2").status == "in repair"


def test_an_answer_is_remembered_for_the_next_file_with_this_header(
    client: Client, drop: Drop, owner: Member
) -> None:
    page = address_of(drop(sheet=SHEET))
    client.post(f"{page}say/", {"word:status:In der Werkstatt": "in repair"})
    client.post(f"{page}confirm/")
    work(owner)

    again = words(client.get(address_of(drop(again=SHEET))))

    assert "New words" not in again
    assert "2 the same, left alone" in again


def test_a_list_taken_for_something_else_is_called_by_its_name(client: Client, drop: Drop) -> None:
    page = address_of(drop(assets=ASSETS))
    assert "This is a Snipe-IT asset list" in words(client.get(page))

    client.post(f"{page}say/", {"kind": "models|"})

    said = words(client.get(page))
    assert "This is a list of models" in said
    assert "You said so." in said


def test_below_the_threshold_nothing_is_brought_in_before_a_person_says_what_it_is(
    client: Client, drop: Drop, owner: Member
) -> None:
    page = address_of(drop(strange=STRANGE))

    answer = client.get(page)
    assert "Is this a list of devices?" in words(answer)
    assert "disabled" in answer.content.decode().partition("confirm/")[2][:40]
    assert client.post(f"{page}confirm/").status_code in {302, 422}
    work(owner)
    assert items(owner) == 0

    client.post(f"{page}say/", {"kind": "devices|Own sheet"})
    assert "This is a list of devices" in words(client.get(page))
    client.post(f"{page}confirm/")
    work(owner)
    assert Item.objects.of(owner.organisation_id).get().serial == "S1"


def test_a_list_for_a_room_to_come_is_kept_whole_and_said_so(
    client: Client, drop: Drop, owner: Member
) -> None:
    page = address_of(drop(tickets=TICKETS))

    said = words(client.get(page))
    assert "This is a Freshdesk ticket list" in said
    assert (
        "No register holds these rows yet. The file is kept whole and will be read when the room Desk opens."
        in said
    )
    assert "1 row in the file = 1 kept with the file" in said

    client.post(f"{page}confirm/")
    work(owner)
    assert "tickets.csv is kept whole" in words(client.get(page))


def test_of_contracts_each_is_kept_with_its_vendor(client: Client, drop: Drop, owner: Member) -> None:
    page = address_of(drop(renewals=CONTRACTS))

    assert "This is a list of contracts and renewals" in words(client.get(page))
    client.post(f"{page}confirm/")
    work(owner)
    kept = Contract.objects.of(owner.organisation_id).select_related("vendor").get()
    assert kept.vendor is not None
    assert kept.vendor.name == "Northline Fibre"


def test_whose_word_counts_is_moved_without_a_script(client: Client, drop: Drop, owner: Member) -> None:
    client.post(f"{address_of(drop(assets=ASSETS))}confirm/")
    work(owner)

    said = words(client.get(f"{LIST}trust/"))
    assert "Items Believed first Snipe-IT" in said
    assert "Serial number" in said.partition("The same thing is known by")[2]

    move = {"register": "items", "part": "keys", "entry": "tag", "move": "up"}
    assert address_of(client.post(f"{LIST}trust/", move)).endswith("#items")
    keys = words(client.get(f"{LIST}trust/")).partition("The same thing is known by")[2]
    assert keys.index("Asset tag") < keys.index("Serial number")


def test_two_rows_in_doubt_are_shown_side_by_side_merged_and_parted(
    client: Client, drop: Drop, owner: Member
) -> None:
    client.post(f"{address_of(drop(assets=ASSETS))}confirm/")
    work(owner)
    one, other = Item.objects.of(owner.organisation_id).order_by("pk")[:2]
    pair = ImportPair.objects.of(owner.organisation_id).create(
        organisation_id=owner.organisation_id, register="items", one_id=one.pk, other_id=other.pk,
        why={"code": "import-pair-name", "values": {"one": "PC-1", "other": "PC-2"}}, found_at=NOW,
    )  # fmt: skip
    assert "Decide 1 pair" in words(client.get(LIST))
    said = words(client.get(f"{LIST}pairs/"))
    assert "Serial number S1 S2" in said

    client.post(f"{LIST}pairs/{pair.pk}/", {"answer": "one"})
    said = words(client.get(f"{LIST}pairs/"))
    assert "No two rows are in doubt" in said
    assert "one thing, kept as a-1" in said
    assert items(owner) == 2

    client.post(f"{LIST}pairs/{pair.pk}/", {"answer": "part"})
    assert items(owner) == 3
    assert "two different ones" in words(client.get(f"{LIST}pairs/"))


def test_a_row_says_which_programs_know_it(client: Client, drop: Drop, owner: Member) -> None:
    for day, table in ((NOW, ASSETS), (NOW + timedelta(days=1), ASSETS[:2])):
        with time_machine.travel(day, tick=False):
            client.post(f"{address_of(drop(assets=table))}confirm/")
            work(owner, day)

    assert "Known to Snipe-IT (seen" in words(client.get("/o/harbor-mill/estate/items/a-1/"))
    assert "Known to Snipe-IT ( not seen since 23 Nov" in words(
        client.get("/o/harbor-mill/estate/items/a-2/")
    )


def test_a_list_of_five_hundred_columns_can_be_answered(client: Client, drop: Drop) -> None:
    own = [f"Own column {number}" for number in range(490)]
    wide = [[*SHEET[0], *own], [*SHEET[1], *("x" for _ in own)], [*SHEET[2], *("x" for _ in own)]]
    page = address_of(drop(wide=wide))
    body = client.get(page).content.decode()
    names = re.findall(r'name="((?:column|word):[^"]+)"', body)

    answer = client.post(f"{page}say/", {unescape(name): "" for name in names if "Own" in name})

    assert len(body) < 1_000_000
    assert answer.status_code == 302
    assert words(client.get(page)).count("you said so") == len(own)
