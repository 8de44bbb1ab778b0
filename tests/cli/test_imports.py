"""Files in the shell: looked at, answered, brought in, interrupted, taken back."""

import csv
import io
import json
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from fullscore.cli.main import app
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Member
from fullscore.store.models import ImportRun, Item, Person
from fullscore.usecases import imports, registers
from tests.conftest import NOW
from tests.process import PATIENCE, ROOT, environment, fullscore

SCHEMA = json.loads((ROOT / "docs/schemas/import.json").read_text())
ASSETS = (
    "Asset Name,Asset Tag,Serial,Model,Status,Purchase Date\n"
    "LT-1,A-1,S1,Dock,Deployed,01/05/2026\nLT-2,A-2,S2,Dock,Quarantine,05/02/2026\n"
    "LT-3,A-3,S3,Dock,Deployed,31/02/2026\n"
)
PEOPLE = "Employee #,First Name,Last Name,Status,Department\n1,Ann,Vale,Active,Sales\n"
GEAR = "Gear,Who,Where\nS-100,Ann,Dayton\nS-200,Bo,Lima\n"
FRUIT = "Fruit,Weight\nApple,3\n"
Written = Callable[[str, str], Path]


def command(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def document(done: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def file(tmp_path: Path) -> Written:
    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text)
        return path

    return written


def test_a_look_says_what_would_happen_and_saves_nothing(owner: Member, file: Written) -> None:
    done = command("import", file("assets.csv", ASSETS), "--dry-run")

    assert done.exit_code == 0
    said = " ".join(done.stdout.split())
    assert "assets.csv: list of devices, " in said
    assert "Asset Tag Asset tag A-1, A-2" in said
    assert "Row 2, created: " in said
    assert "3 rows = 1 new + 0 changed + 0 the same + 2 refused + 0 yours kept" in said
    assert "row 4: Bought on: 31/02/2026 is no day of the calendar." in said
    assert "--word 'status:Quarantine=…'" in said
    assert said.endswith("Nothing was saved.")
    assert not ImportRun.objects.of(owner.organisation_id).exists()
    assert not Item.objects.of(owner.organisation_id).exists()


def test_a_look_tells_programs_the_same_as_the_import_that_follows(owner: Member, file: Written) -> None:
    path = file("assets.csv", ASSETS)

    before = document(command("import", path, "--dry-run", "--json"))
    after = document(command("import", path, "--json"))

    for told in (before, after):
        jsonschema.validate(told, SCHEMA)
    (looked,), (done,) = before["files"], after["files"]
    assert (looked["id"], looked["state"], done["state"]) == (None, "dry", "done")
    counts = ("created", "updated", "left", "refused", "conflicts")
    for name in ("file", "kind", "confidence", "register", "rows", *counts):
        assert looked[name] == done[name]
    assert [one["code"] for one in looked["reasons"]] == [one["code"] for one in done["reasons"]]
    assert done["rows"] == sum(done[name] for name in counts)


def test_own_edits_that_stay_are_told_before(owner: Member, file: Written) -> None:
    path = file("assets.csv", ASSETS)
    command("import", path)
    item = Item.objects.of(owner.organisation_id).get(tag="A-1")
    values = {"name": "Ann's laptop"}
    registers.save(by=owner, register="items", ref=item.ref, values=values, version=None, now=NOW)

    said = " ".join(command("import", path, "--dry-run").stdout.split())

    assert "yours Ann's laptop, the file's LT-1; yours stays" in said


def test_an_answer_in_the_shell_is_as_good_as_one_on_the_page(owner: Member, file: Written) -> None:
    path = file("gear.csv", GEAR)

    unsure = command("import", path, "--json")
    look = command("import", path, "--dry-run")
    answered = command("import", path, "--as", "devices", "--column", "Gear=serial", "--column", "Who=")

    assert (unsure.exit_code, document(unsure)["code"]) == (2, "import-not-sure")
    assert "--as '" in unsure.stderr
    assert (look.exit_code, "Nothing was saved." in look.stdout) == (2, True)
    assert answered.exit_code == 0
    assert "2 rows = 2 new" in answered.stdout
    serials = Item.objects.of(owner.organisation_id).values_list("serial", flat=True)
    assert set(serials) == {"S-100", "S-200"}


def test_a_word_of_the_file_is_explained_in_the_shell(owner: Member, file: Written) -> None:
    done = command("import", file("assets.csv", ASSETS), "--word", "status:Quarantine=in stock")

    assert "3 rows = 2 new + 0 changed + 0 the same + 1 refused" in done.stdout
    assert Item.objects.of(owner.organisation_id).get(tag="A-2").status == "in stock"


@pytest.mark.parametrize(("words", "said"), [
    (("--as", "fruit"), "'fruit' is no kind of list."),
    (("--column", "Serial"), "'Serial' is not HEADER=MEANING."),
    (("--word", "status"), "'status' is not MEANING:THEIRS=OURS."),
    (("--column", "Serail=serial"), "assets.csv has no column Serail. Its columns are"),
    (("--column", "Serial=seriall"), "assets.csv: Serial cannot mean seriall. It may mean"),
    (("--word", "status:Quarantine=in stok"), "assets.csv: Quarantine cannot mean in stok."),
])  # fmt: skip
def test_an_option_that_does_not_fit_is_named_and_nothing_is_saved(
    owner: Member, file: Written, words: tuple[str, str], said: str
) -> None:
    done = command("import", file("assets.csv", ASSETS), *words)

    assert done.exit_code == 2
    assert said in " ".join(done.output.replace("│", " ").split())
    assert not ImportRun.objects.of(owner.organisation_id).exists()


@pytest.mark.parametrize(("words", "code"), [
    (("--column", "Serail=serial"), "import-column-not-there"),
    (("--column", "Serial=seriall"), "import-meaning-unknown"),
])  # fmt: skip
def test_programs_are_told_by_its_code(
    owner: Member, file: Written, words: tuple[str, str], code: str
) -> None:
    done = command("import", file("assets.csv", ASSETS), *words, "--json")

    assert (done.exit_code, document(done)["code"]) == (2, code)


def test_a_zip_is_opened_and_its_files_are_brought_in(owner: Member, tmp_path: Path) -> None:
    path = tmp_path / "exports.zip"
    with zipfile.ZipFile(path, "w") as folder:
        folder.writestr("assets.csv", ASSETS)
        folder.writestr("people.csv", PEOPLE)

    done = command("import", path, "--json")

    assert [one["file"] for one in document(done)["files"]] == ["assets.csv", "people.csv"]
    assert Person.objects.of(owner.organisation_id).count() == 1


def test_of_several_files_the_bad_one_is_named_before_any_is_brought_in(owner: Member, file: Written) -> None:
    done = command("import", file("assets.csv", ASSETS), file("fruit.csv", FRUIT), "--json")

    assert (done.exit_code, document(done)["code"]) == (2, "import-not-recognised")
    assert not ImportRun.objects.of(owner.organisation_id).exists()


def test_strict_counts_what_a_look_would_refuse(owner: Member, file: Written) -> None:
    done = command("import", file("assets.csv", ASSETS), "--dry-run", "--strict", "--json")

    assert (done.exit_code, document(done)["code"]) == (2, "import-rows-refused")
    assert document(done)["detail"] == "2 rows would be refused; nothing was saved."


def test_many_reasons_of_one_kind_are_told_in_a_few_lines(owner: Member, file: Written) -> None:
    rows = "".join(f"LT-{n},A-{n},S{n},Dock,Deployed,Person {n}\n" for n in range(40))
    done = command(
        "import", file("assets.csv", f"Asset Name,Asset Tag,Serial,Model,Status,Checked Out To\n{rows}")
    )

    assert done.stdout.count("Nobody here is called") == 3
    assert "… and 37 rows for the like of it; --json tells each." in done.stdout


def test_imports_are_listed_shown_and_taken_back(owner: Member, file: Written) -> None:
    command("import", file("assets.csv", ASSETS))
    number = str(ImportRun.objects.of(owner.organisation_id).get().pk)

    assert "assets.csv" in command("imports", "list").stdout
    assert "3 rows = 1 new" in command("imports", "show", number).stdout
    jsonschema.validate(document(command("imports", "list", "--json")), SCHEMA)
    undone = command("imports", "undo", number, "--json")

    assert document(undone)["files"][0]["state"] == "undone"
    assert not Item.objects.of(owner.organisation_id).filter(archived_at=None).exists()
    again = command("imports", "undo", number, "--json")
    assert (again.exit_code, document(again)["code"]) == (2, "import-not-undoable")


def test_a_file_that_waits_on_the_page_is_answered_in_the_shell(owner: Member) -> None:
    def waiting() -> str:
        started = imports.start(by=owner, file_name="assets.csv", content=ASSETS.encode(), now=NOW)
        return str(started.id)

    confirmed, discarded = command("imports", "confirm", waiting()), command("imports", "discard", waiting())

    assert "waiting" in confirmed.stdout
    assert "discarded" in discarded.stdout
    assert command("imports", "show", "999").exit_code == 2


@pytest.mark.slow
def test_an_interrupted_import_leaves_whole_rows_and_says_what_happens_next(tmp_path: Path) -> None:
    home = tmp_path / "home"
    fullscore(home, "init", "--org", "Mill", "--owner", "ann@mill.example")
    path = tmp_path / "assets.csv"
    path.write_text(_many(20_000))
    with subprocess.Popen(  # noqa: S603  our own program
        [sys.executable, "-m", "fullscore.cli.main", "import", str(path), "--json"],
        env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        _wait_for_rows(home)
        process.send_signal(signal.SIGINT)
        out, said = process.communicate(timeout=PATIENCE)

    assert process.returncode == 1, said
    assert "those rows are saved whole" in said
    assert json.loads(out)["code"] == "import-interrupted"
    kept = json.loads(fullscore(home, "imports", "list", "--json").stdout)["files"][0]
    rows = json.loads(fullscore(home, "items", "list", "--size", "1", "--json").stdout)["total"]
    assert 0 < rows == kept["applied"] == kept["created"] < 20_000
    again = json.loads(fullscore(home, "import", str(path), "--json").stdout)["files"][0]
    assert (again["left"], again["created"]) == (rows, 20_000 - rows)


def _many(count: int) -> str:
    out = io.StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow(["Asset Name", "Asset Tag", "Serial", "Model", "Status", "Purchase Date"])
    lines.writerows([f"PC-{n}", f"A-{n}", f"S{n}", "Dock", "Deployed", "2025-02-03"] for n in range(count))
    return out.getvalue()


def _wait_for_rows(home: Path) -> None:
    ends = time.monotonic() + PATIENCE
    # A command would take as long to look as the import takes to be over.
    with closing(sqlite3.connect(home / "fullscore.db", timeout=PATIENCE)) as database:
        while time.monotonic() < ends:
            if database.execute("SELECT EXISTS (SELECT 1 FROM store_item)").fetchone()[0]:
                return
            time.sleep(0.05)
    pytest.fail("No row has come.")


@pytest.mark.slow
def test_everything_goes_out_as_one_file_and_comes_back_into_another_home(tmp_path: Path) -> None:
    first, second, out = tmp_path / "first", tmp_path / "second", tmp_path / "all.zip"
    for home in (first, second):
        fullscore(home, "init", "--org", "Mill", "--owner", "ann@mill.example")
    (tmp_path / "assets.csv").write_text(ASSETS)
    fullscore(first, "import", str(tmp_path / "assets.csv"))

    written = fullscore(first, "export", "--out", str(out))
    again = fullscore(first, "export", "--out", str(out))
    brought = fullscore(second, "import", str(out), "--json")

    assert "registers" in written.stdout
    assert (again.returncode, "it is there already" in again.stderr) == (2, True)
    assert brought.returncode == 0, brought.stderr
    homes = [fullscore(home, "items", "export", "-").stdout for home in (first, second)]
    assert homes[0] == homes[1] != ""


def test_a_file_that_is_there_is_not_written_over(owner: Member, tmp_path: Path) -> None:
    path = tmp_path / "mine.zip"
    path.write_text("mine")

    done = command("export", "--out", path)
    nowhere = command("export", "--out", tmp_path / "no" / "all.zip")

    assert (done.exit_code, path.read_text()) == (2, "mine")
    assert "cannot be written: it is there already, and stays as it is." in done.stderr
    assert (nowhere.exit_code, "there is no such folder" in nowhere.stderr) == (2, True)


def test_a_file_that_cannot_be_written_has_one_code() -> None:
    values = {"file": "all.zip", "reason": "there is no such folder"}
    found = Finding("export-file-unwritable", Subject("registers", "all.zip"), dict(values))

    assert say(found) == "all.zip cannot be written: there is no such folder. Choose another name."
