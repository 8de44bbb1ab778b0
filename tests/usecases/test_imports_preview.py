"""A file is looked at before a row is touched: what it would do is what it does."""

from collections.abc import Callable, Mapping

import pytest
from django.apps import apps
from django.db.models import QuerySet

from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import HistoryEntry, ImportRun, Item, RegisterRow, Sighting
from fullscore.usecases import imports, registers
from fullscore.usecases.imports import Imported, Said
from fullscore.usecases.registers import RefusedError
from tests.conftest import NOW, MemberFactory
from tests.usecases.test_imports import ASSETS, PEOPLE, Table, as_csv, item

pytestmark = pytest.mark.django_db
Start = Callable[..., Imported]


@pytest.fixture
def start(owner: Member) -> Start:
    """Drop a table on the page, as the owner."""

    def run(table: Table, **options: object) -> Imported:
        options = {"by": owner, "file_name": "list.csv", "content": as_csv(table), "now": NOW, **options}
        return imports.start(**options)  # type: ignore[arg-type]  # as the page calls it

    return run


def go_ahead(owner: Member, file: Imported) -> Imported:
    """Say yes, and let a worker do it."""
    imports.confirm(by=owner, number=file.id, now=NOW)
    imports.advance(key=f"{owner.organisation_id}/{file.id}", clock=lambda: NOW)
    return imports.one(by=owner, number=file.id)


def counts(file: Imported) -> Mapping[str, int]:
    told = {
        "created": file.created, "updated": file.updated, "left": file.left, "refused": file.refused,
        "conflicts": file.conflicts,
    }  # fmt: skip
    assert file.rows == sum(told.values())
    return told


def kept_rows() -> int:
    """Count every row of every register, its history and what sources have named."""
    models = [model for model in apps.get_models() if issubclass(model, RegisterRow)]
    return sum(QuerySet(model).count() for model in (*models, HistoryEntry, Sighting))


def test_a_look_changes_nothing_and_promises_what_then_happens(start: Start, owner: Member) -> None:
    before = kept_rows()

    looked = start(ASSETS)

    assert (looked.state, kept_rows(), looked.applied) == ("proposed", before, 0)
    assert counts(looked) == {"created": 3, "updated": 0, "left": 0, "refused": 0, "conflicts": 0}
    done = go_ahead(owner, looked)
    assert (done.state, counts(done)) == ("done", counts(looked))
    assert [r.code for r in done.reasons] == [r.code for r in looked.reasons]


def test_a_look_meets_what_is_there_and_what_stands_further_up_in_the_file(
    start: Start, owner: Member
) -> None:
    go_ahead(owner, start(ASSETS))
    changed = [ASSETS[0], [*ASSETS[1][:2], "PC-one", *ASSETS[1][3:]], ASSETS[2], ASSETS[2], ASSETS[3]]

    looked = start(changed)

    assert counts(looked) == {"created": 0, "updated": 1, "left": 2, "refused": 1, "conflicts": 0}
    assert item(owner, "A-1").name == "PC-1"
    assert counts(go_ahead(owner, looked)) == counts(looked)


def test_the_first_rows_are_shown_as_they_will_look(start: Start) -> None:
    looked = start(ASSETS)

    assert looked.preview is not None
    first = looked.preview.first[0]
    assert (first.line, first.outcome) == (2, "created")
    assert ("asset tag", "A-1") in [(label.lower(), text) for label, text in first.values]
    assert dict(looked.preview.made)["Models"] == 1


def test_what_the_source_no_longer_names_is_counted_before(start: Start, owner: Member) -> None:
    go_ahead(owner, start(ASSETS))

    looked = start(ASSETS[:3])

    assert looked.preview is not None
    assert looked.preview.not_seen == 1


def test_an_own_edit_is_shown_beside_the_files_word_and_stays(start: Start, owner: Member) -> None:
    go_ahead(owner, start(ASSETS))
    registers.save(by=owner, register="items", ref="a-1", values={"name": "Reception"}, version=None, now=NOW)

    looked = start(ASSETS)

    assert looked.preview is not None
    (edit,) = looked.preview.own_edits
    assert (edit.key, edit.yours, edit.file, edit.is_files) == ("a-1.name", "Reception", "PC-1", False)
    assert counts(looked)["conflicts"] == 1
    go_ahead(owner, looked)
    assert item(owner, "A-1").name == "Reception"


def test_an_own_edit_of_a_place_is_told_by_name(start: Start, owner: Member) -> None:
    go_ahead(owner, start(ASSETS))
    registers.save(by=owner, register="sites", ref=None, values={"name": "Lima Plant"}, version=None, now=NOW)
    typed = {"site": "lima-plant"}
    registers.save(by=owner, register="items", ref="a-1", values=typed, version=None, now=NOW)
    new_place = [*ASSETS[1][:9], "Toledo Works", *ASSETS[1][10:]]

    looked = start([ASSETS[0], new_place])

    assert looked.preview is not None
    (edit,) = looked.preview.own_edits
    assert (edit.label.lower(), edit.yours, edit.file) == ("site", "Lima Plant", "Toledo Works")


def test_an_own_edit_gives_way_when_the_person_says_so(start: Start, owner: Member) -> None:
    go_ahead(owner, start(ASSETS))
    registers.save(by=owner, register="items", ref="a-1", values={"name": "Reception"}, version=None, now=NOW)
    looked = start(ASSETS)

    again = imports.say(by=owner, number=looked.id, said=Said(files=frozenset({"a-1.name"})), now=NOW)

    assert (counts(again)["updated"], counts(again)["conflicts"]) == (1, 0)
    done = go_ahead(owner, again)
    assert (item(owner, "A-1").name, counts(done)) == ("PC-1", counts(again))
    assert item(owner, "A-1").provenance["name"][3] is None


def test_a_file_that_is_put_away_leaves_no_row(start: Start, owner: Member) -> None:
    before = kept_rows()
    looked = start(PEOPLE)

    imports.discard(by=owner, number=looked.id, now=NOW)

    assert (kept_rows(), imports.imports(by=owner)) == (before, ())
    with pytest.raises(RefusedError) as refused:
        imports.confirm(by=owner, number=looked.id, now=NOW)
    assert [finding.code for finding in refused.value.findings] == ["import-not-waiting"]


def test_two_yeses_are_one_import(start: Start, owner: Member) -> None:
    looked = start(ASSETS)
    go_ahead(owner, looked)

    with pytest.raises(RefusedError):
        imports.confirm(by=owner, number=looked.id, now=NOW)

    assert Item.objects.of(owner.organisation_id).count() == 3


def test_a_dry_run_keeps_nothing_at_all(owner: Member) -> None:
    before = kept_rows()

    told = imports.dry_run(by=owner, file_name="list.csv", content=as_csv(PEOPLE), now=NOW)

    assert (told.id, told.state, counts(told)["created"]) == (0, "dry", 3)
    assert (kept_rows(), ImportRun.objects.of(owner.organisation_id).count()) == (before, 0)


def test_a_large_file_is_looked_at_by_a_worker(
    start: Start, owner: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fullscore.usecases.imports.starting.AT_ONCE", 10)

    reading = start(ASSETS)

    assert (reading.state, reading.preview) == ("reading", None)
    imports.advance(key=f"{owner.organisation_id}/{reading.id}", clock=lambda: NOW)
    looked = imports.one(by=owner, number=reading.id)
    assert (looked.state, counts(looked)["created"]) == ("proposed", 3)
    assert [r.code for r in looked.reasons] == ["import-person-unknown"] * 2


def test_a_large_file_that_cannot_be_read_says_why(
    start: Start, owner: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fullscore.usecases.imports.starting.AT_ONCE", 10)
    file = start([["Fruit", "Weight"], ["Apple", "3"]])

    imports.advance(key=f"{owner.organisation_id}/{file.id}", clock=lambda: NOW)

    stopped = imports.one(by=owner, number=file.id)
    assert (stopped.state, [r.code for r in stopped.reasons]) == ("stopped", ["import-not-recognised"])


def test_only_those_who_may_import_answer(start: Start, member: MemberFactory) -> None:
    looked = start(ASSETS)
    executive = member(Role.EXECUTIVE)

    for answer in (imports.confirm, imports.discard):
        with pytest.raises(Exception, match="may not do this"):
            answer(by=executive, number=looked.id, now=NOW)


# Of four columns only the first means anything to a list of things.
ODD: Table = [
    ["Gadget", "Colour", "Shelf", "Mood", "Serial"],
    ["Latitude 5450", "grey", "3", "fine", "8HG7F2"],
    ["Latitude 5450", "black", "4", "poor", "8HG7F3"],
]


def test_a_file_nobody_is_sure_of_asks_and_the_answer_is_remembered(start: Start, owner: Member) -> None:
    asking = start(ODD)

    assert (asking.state, asking.confidence < 0.6) == ("asking", True)
    with pytest.raises(RefusedError) as refused:
        imports.confirm(by=owner, number=asking.id, now=NOW)
    assert [finding.code for finding in refused.value.findings] == ["import-kind-unsaid"]
    said = Said(kind="devices", columns={"Gadget": "model", "Serial": "serial"})
    answered = imports.say(by=owner, number=asking.id, said=said, now=NOW)
    assert (answered.state, counts(answered)["created"]) == ("proposed", 2)
    go_ahead(owner, answered)
    models = Item.objects.of(owner.organisation_id).values_list("model__name", flat=True)
    assert list(models) == ["Latitude 5450"] * 2

    again = start(ODD)

    assert (again.state, again.kind, counts(again)["left"]) == ("proposed", "devices", 2)


def test_the_command_does_not_guess_for_anybody(owner: Member) -> None:
    with pytest.raises(RefusedError) as refused:
        imports.bring_in(by=owner, file_name="odd.csv", content=as_csv(ODD), clock=lambda: NOW)

    assert [finding.code for finding in refused.value.findings] == ["import-not-sure"]
    assert not ImportRun.objects.of(owner.organisation_id).exists()
