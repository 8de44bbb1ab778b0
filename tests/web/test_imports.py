"""Files on pages: looked at before a row is touched, corrected, brought in, refused rows handed back."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from fullscore.engine.registers.access import Member
from fullscore.store.models import ImportRun, Item, User
from fullscore.usecases import imports, registers
from tests.conftest import NOW
from tests.usecases.test_imports import ASSETS, PEOPLE, as_csv, item

LIST = "/o/harbor-mill/imports/"
DUE = ("reading", "waiting", "running", "undoing")
pytestmark = pytest.mark.django_db
Table = list[list[str]]
Drop = Callable[..., HttpResponse]


@pytest.fixture
def client(owner: Member) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))
    return client


@pytest.fixture
def drop(client: Client) -> Drop:
    """Drop tables on the page, by name."""

    def run(**tables: Table) -> HttpResponse:
        files = [SimpleUploadedFile(f"{name}.csv", as_csv(table)) for name, table in tables.items()]
        return client.post(LIST, {"files": files})

    return run


def address_of(answer: HttpResponse) -> str:
    assert answer.status_code == 302, words(answer)
    return str(answer.headers["Location"])


def words(answer: HttpResponse) -> str:
    """Return the words of a page, tags taken out."""
    body = answer.content.decode()
    text = re.sub(r"<[^>]+>", " ", body[body.index("<main") : body.index("</main")])
    return " ".join(text.replace("&quot;", '"').replace("&#x27;", "'").split())


def work(owner: Member, now: datetime = NOW) -> None:
    """Let a worker do whatever is due."""
    for run in ImportRun.objects.of(owner.organisation_id).filter(state__in=DUE):
        imports.advance(key=f"{owner.organisation_id}/{run.pk}", clock=lambda: now)


def items(owner: Member) -> int:
    return Item.objects.of(owner.organisation_id).filter(archived_at=None).count()


def test_a_dropped_file_is_shown_with_its_counts_and_nothing_is_saved(
    client: Client, drop: Drop, owner: Member
) -> None:
    page = address_of(drop(assets=ASSETS))

    said = words(client.get(page))
    assert "assets.csv, 3 rows" in said
    assert "Nothing is saved yet." in said
    assert "3 rows in the file = 3 new + 0 changed + 0 the same, left alone + 0 refused" in said
    assert "Import 3 rows" in said
    assert "With the rows come 1 model, 1 site and 1 vendor." in said
    assert items(owner) == 0


def test_the_first_rows_are_shown_as_they_will_look(client: Client, drop: Drop) -> None:
    said = words(client.get(address_of(drop(assets=ASSETS))))

    assert "First rows as they will look" in said
    # A date as the registers show it, money in the organisation's currency.
    assert "3 Feb 2025" in said or "2 Mar 2025" in said
    assert "$1,285" in said


def test_a_yes_brings_in_what_the_page_has_counted(client: Client, drop: Drop, owner: Member) -> None:
    page = address_of(drop(assets=ASSETS))

    assert address_of(client.post(f"{page}confirm/")) == page
    assert "assets.csv is next" in words(client.get(page))
    work(owner)

    said = words(client.get(page))
    assert "3 rows brought in" in said
    assert "3 rows in the file = 3 new + 0 changed + 0 the same, left alone + 0 refused" in said
    assert items(owner) == 3


def test_discarding_leaves_nothing(client: Client, drop: Drop, owner: Member) -> None:
    page = address_of(drop(assets=ASSETS))

    answer = client.post(f"{page}discard/", follow=True)

    assert "assets.csv was put away. No row was touched." in answer.content.decode()
    assert "assets.csv was put away" in words(client.get(page))
    assert "waits for your answer" not in words(client.get(LIST))
    assert items(owner) == 0


def test_what_a_person_typed_stays_unless_they_choose_the_file(
    client: Client, drop: Drop, owner: Member
) -> None:
    client.post(f"{address_of(drop(assets=ASSETS))}confirm/")
    work(owner)
    for ref in ("a-1", "a-2"):
        registers.save(by=owner, register="items", ref=ref, values={"name": "Mine"}, version=None, now=NOW)
    page = address_of(drop(assets=ASSETS))

    said = words(client.get(page))
    assert "2 of your own edits yours stay unless you say so" in said
    assert "a-1 Name Mine PC-1" in said
    assert "0 changed + 2 yours kept + 1 the same" in said

    client.post(f"{page}say/", {"edit:a-1.name": "file", "edit:a-2.name": "yours"})
    assert "1 changed + 1 yours kept + 1 the same" in words(client.get(page))

    client.post(f"{page}confirm/", {"edit:a-1.name": "file", "edit:a-2.name": "yours"})
    work(owner)
    assert (item(owner, "A-1").name, item(owner, "A-2").name) == ("PC-1", "Mine")


def test_an_answer_nobody_has_seen_the_outcome_of_is_looked_at_before_a_row_is_touched(
    client: Client, drop: Drop, owner: Member
) -> None:
    client.post(f"{address_of(drop(assets=ASSETS))}confirm/")
    work(owner)
    registers.save(by=owner, register="items", ref="a-1", values={"name": "Mine"}, version=None, now=NOW)
    page = address_of(drop(assets=ASSETS))

    answer = client.post(f"{page}confirm/", {"edit:a-1.name": "file"}, follow=True)

    assert "Looked at again with your answers. Nothing is brought in yet." in answer.content.decode()
    assert "1 changed" in words(answer)
    work(owner)
    assert item(owner, "A-1").name == "Mine"


def test_refused_rows_are_handed_out_with_why_and_come_in_when_corrected(
    client: Client, drop: Drop, owner: Member
) -> None:
    bad = [list(row) for row in ASSETS]
    bad[2][11] = "31/02/2025"
    page = address_of(drop(assets=bad))
    said = words(client.get(page))
    assert "1 row refused" in said
    assert "row 3" in said
    client.post(f"{page}confirm/")
    work(owner)

    answer = client.get(f"{page}refused.csv")

    assert "assets-refused.csv" in answer.headers["Content-Disposition"]
    header, row = answer.content.decode("utf-8-sig").splitlines()
    assert header == ",".join([*ASSETS[0], "Why refused"])
    assert "31/02/2025" in row.rpartition(",")[2]
    fixed = f"{header}\n{row.replace('31/02/2025', '02/03/2025', 1)}\n".encode()
    again = address_of(client.post(LIST, {"files": SimpleUploadedFile("fixed.csv", fixed)}))
    assert "1 row in the file = 1 new" in words(client.get(again))
    client.post(f"{again}confirm/")
    work(owner)
    assert item(owner, "A-2").name == "PC-2"
    assert "Why refused" not in item(owner, "A-2").extra


def test_a_zip_is_taken_apart_and_each_list_waits_for_its_own_answer(client: Client) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("people.csv", as_csv(PEOPLE))
        archive.writestr("assets.csv", as_csv(ASSETS))

    address = address_of(client.post(LIST, {"files": SimpleUploadedFile("all.zip", packed.getvalue())}))

    said = words(client.get(address))
    assert address == LIST
    assert "2 files wait for your answer" in said
    assert "3 rows: 3 new" in said


def test_a_file_that_cannot_be_read_says_why_and_the_others_come_through(client: Client) -> None:
    files = [SimpleUploadedFile("empty.csv", b" "), SimpleUploadedFile("assets.csv", as_csv(ASSETS))]

    answer = client.post(LIST, {"files": files})

    assert answer.status_code == 422
    assert "empty.csv holds no rows" in words(answer)
    assert "1 file waits for your answer" in words(answer)


def test_no_file_at_all_is_said_so(client: Client) -> None:
    answer = client.post(LIST)

    assert (answer.status_code, "Choose at least one file" in words(answer)) == (422, True)


def test_a_large_file_says_that_it_is_looked_at(client: Client, drop: Drop, owner: Member) -> None:
    many = [ASSETS[0], *([str(n), *ASSETS[1][1:3], f"A-{n}", f"S{n}", *ASSETS[1][5:]] for n in range(4000))]
    page = address_of(drop(assets=many))

    said = words(client.get(page))
    assert "Looking at assets.csv" in said
    assert "Nothing is saved yet. You can leave this page." in said

    work(owner)
    assert "4,000 rows in the file = 4,000 new" in words(client.get(page))
    assert items(owner) == 0


def test_an_import_is_taken_back_after_it_was_said_what_that_does(
    client: Client, drop: Drop, owner: Member
) -> None:
    page = address_of(drop(assets=ASSETS))
    client.post(f"{page}confirm/")
    work(owner)
    registers.save(by=owner, register="items", ref="a-1", values={"name": "Mine"}, version=None, now=NOW)

    asked = words(client.get(f"{page}undo/"))
    assert "Take assets.csv back?" in asked
    assert "3 rows it made go to the archive" in asked
    assert items(owner) == 3

    assert address_of(client.post(f"{page}undo/")) == page
    assert "Not finished." in words(client.get(page))
    work(owner)

    said = words(client.get(page))
    assert "assets.csv was taken back" in said
    assert "4 kept as they are" in said
    assert "a-1 Name Mine Owner" in said


def test_what_waits_for_nothing_cannot_be_answered(client: Client, drop: Drop, owner: Member) -> None:
    page = address_of(drop(assets=ASSETS))
    client.post(f"{page}confirm/")
    work(owner)

    for deed in ("confirm/", "discard/", "say/"):
        answer = client.post(f"{page}{deed}")
        assert answer.status_code == 422
        assert "assets.csv" in words(answer)
    assert items(owner) == 3


def test_an_empty_product_says_what_comes_of_which_list(client: Client) -> None:
    said = words(client.get(LIST))

    assert "One file is enough to start" in said
    assert "What each person holds, what is in stock, what leavers still have" in said
