"""Each guard is taken away in a copy of the program: the matrix must turn red every time."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from fullscore.engine.registers.access import Right, Role, roles_with

ROOT = Path(__file__).parents[2]
WATCHERS = (
    "tests/access/test_matrix.py", "tests/access/test_policy.py", "tests/access/test_rights.py",
    "tests/web/test_door.py", "tests/web/test_accounts.py",
    "tests/usecases/test_accounts.py", "tests/usecases/test_settings.py", "tests/usecases/test_goals.py",
)  # fmt: skip
RED = 1
pytestmark = pytest.mark.nightly


@dataclass(frozen=True)
class Guard:
    """One line that keeps somebody out, what is left when it is gone, and the doors where that shows."""

    name: str
    doors: str
    file: str
    line: str
    gone: str


GUARDS = (
    Guard("rows stay in their organisation", "estate/items", "store/rows.py",
          "    rows = model.objects.of(by.organisation_id)\n", "    rows = model._base_manager.all()\n"),
    Guard("a requester sees own rows only", "estate/items", "store/rows.py",
          "    if by.sees_own_rows_only:\n", "    if False:\n"),
    Guard("the audit stays in its organisation", "history", "store/rows.py",
          "HistoryEntry.objects.of(by.organisation_id).filter(import_run=None",
          "HistoryEntry._base_manager.filter(import_run=None"),
    Guard("a file lies on the row it is asked from", "files", "usecases/registers/files.py",
          "    return Attachment.objects.of(by.organisation_id).filter(\n"
          "        register=row.REGISTER, row_id=row.pk, removed_at=None\n",
          "    return Attachment._base_manager.filter(\n        removed_at=None\n"),
    Guard("files are for those who read the widest class", "files", "usecases/registers/files.py",
          "    if FieldClass.INTERNAL not in by.reads:\n        raise", "    if False:\n        raise"),
    Guard("a reference points into the own organisation", "estate/seats", "usecases/registers/checking.py",
          "    rows = model.objects.of(by.organisation_id).filter(archived_at=None)\n",
          "    rows = model._base_manager.filter(archived_at=None)\n"),
    Guard("options come from the own organisation", "options", "usecases/registers/reading.py",
          "    rows = model.objects.of(by.organisation_id).filter(archived_at=None)\n",
          "    rows = model._base_manager.filter(archived_at=None)\n"),
    Guard("one import stays in its organisation", "imports", "usecases/imports/listing.py",
          "ImportRun.objects.of(by.organisation_id).filter(pk=number)",
          "ImportRun._base_manager.filter(pk=number)"),
    Guard("imports stay in their organisation", "imports", "usecases/imports/listing.py",
          "ImportRun.objects.of(by.organisation_id).order_by", "ImportRun._base_manager.order_by"),
    Guard("plans are made from the own organisation", "goals", "store/reading.py",
          "    rows = model.objects.of(organisation_id).filter(archived_at=None).order_by",
          "    rows = model._base_manager.filter(archived_at=None).order_by"),
    Guard("kept plans stay in their organisation", "goals", "store/goals.py",
          "    return _by_ref(KeptPlan.objects.of(organisation_id), ref)\n",
          "    return _by_ref(KeptPlan._base_manager.all(), ref)\n"),
    Guard("the list of kept plans stays in its organisation", "goals", "store/goals.py",
          "    return KeptPlan.objects.of(organisation_id).defer", "    return KeptPlan._base_manager.defer"),
    Guard("a plan's link belongs to its plan", "goals", "usecases/goals/sharing.py",
          "store.links(by.organisation_id).filter(plan=row, pk=link)",
          "store.links(by.organisation_id).filter(pk=link)"),
    Guard("a plan's link runs out", "goals", "usecases/goals/sharing.py",
          "link.revoked_at is None and link.expires_at > now", "link.revoked_at is None"),
    Guard("a plan's link can be ended", "goals", "usecases/goals/sharing.py",
          "link.revoked_at is None and link.expires_at > now", "link.expires_at > now"),
    Guard("members are found in the own organisation", "members", "usecases/accounts/members.py",
          'Membership.objects.of(by.organisation_id).select_related("user").filter(pk',
          'Membership._base_manager.select_related("user").filter(pk'),
    Guard("a token is ended by its holder or an owner", "tokens", "usecases/accounts/tokens.py",
          "    if token not in mine:\n", "    if False:\n"),
    Guard("a session opens the organisations of its person", "settings", "usecases/accounts/arrivals.py",
          "places_of(user_id).filter(organisation__ref=organisation)", "places_of(user_id)"),
    Guard("a token opens one organisation", "settings", "usecases/accounts/arrivals.py",
          "    if place.organisation.ref != organisation:\n", "    if organisation is None:\n"),
    Guard("a reading token writes nothing", "settings", "usecases/accounts/arrivals.py",
          'is_read_only=token.scope == "read"', "is_read_only=False"),
    Guard("a token runs out", "settings", "usecases/accounts/arrivals.py",
          "Q(revoked_at=None, expires_at__gt=now)", "Q(revoked_at=None)"),
    Guard("a token can be ended", "settings", "usecases/accounts/arrivals.py",
          "Q(revoked_at=None, expires_at__gt=now)", "Q(expires_at__gt=now)"),
    Guard("a deactivated member's session is shut", "settings", "store/accounts.py",
          "filter(user_id=user_id, deactivated_at=None, user__is_active=True)", "filter(user_id=user_id)"),
    Guard("a deactivated member's token is shut", "settings", "usecases/accounts/arrivals.py",
          "filter(alive & member_in, ", "filter(alive, "),
    Guard("whoever is not a member is not told", "settings", "web/middleware.py",
          "        return _refused(request, 404)\n    try:\n",
          "        return _refused(request, 403)\n    try:\n"),
    Guard("whoever is nobody is asked who they are", "settings", "web/middleware.py",
          "    if arrival is None:\n        return _ask_who(request)\n",
          "    if arrival is None:\n        return None\n"),
    Guard("a door without a row is shut", "method", "web/middleware.py",
          "        if rule is None:\n            return _no_such_door(request, match)\n",
          "        if rule is None:\n            return None\n"),
    Guard("a session ends with the password it began with", "password", "usecases/accounts/arrivals.py",
          "    if user is None or not _is_proven(user, proof):\n", "    if user is None:\n"),
    Guard("a form carries its own mark", "mark", "conf/settings.py",
          '    "django.middleware.csrf.CsrfViewMiddleware",\n', ""),
)  # fmt: skip
REQUIRE = re.compile(r"( +)(?:request\.member|by)\.require\(Right\.(\w+)\)\n")
# What every role may is asked for so that each use case asks for something; nobody can be refused it.
EVERYBODYS = {right.name for right in Right if roles_with(right) == frozenset(Role)}
REQUIRES = [
    (path.relative_to(ROOT), number)
    for floor in ("usecases", "web")
    for path in sorted((ROOT / "src/fullscore" / floor).rglob("*.py"))
    for number, found in enumerate(REQUIRE.finditer(path.read_text()))
    if found[2] not in EVERYBODYS
]
# The doors of a room; of the registers one is enough, because all have the same doors.
DOORS_OF = {
    "registers": "estate/items or slug:register or find or history",
    "accounts": "members or tokens",
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program and its tests, to be broken."""
    for name in ("src", "tests", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def verdict(copy: Path, doors: str) -> int:
    """Return how the watchers' run over these doors ends; they stop at the first failure."""
    command = [sys.executable, "-m", "pytest", "-vv", "-x", "-p", "no:cacheprovider", *WATCHERS, "-k", doors]
    environment = {**os.environ, "PYTHONPATH": str(copy / "src")}
    environment.pop("PYTEST_XDIST_WORKER", None)
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, check=False)  # noqa: S603  our own tests
    print(done.stdout.decode()[-3000:])  # noqa: T201  which door saw it, for the list of those tried
    return done.returncode


@pytest.mark.timeout(1200)
def test_with_every_guard_in_place_the_matrix_is_green(copy: Path) -> None:
    assert verdict(copy, "not zzz") == 0


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_without_this_guard_the_matrix_is_red(guard: Guard, copy: Path) -> None:
    file = copy / "src/fullscore" / guard.file
    text = file.read_text()
    assert text.count(guard.line) >= 1, "the guard is written otherwise now; write it so here too"
    file.write_text(text.replace(guard.line, guard.gone))

    assert verdict(copy, guard.doors) == RED


@pytest.mark.parametrize(("path", "number"), REQUIRES, ids=str)
def test_without_this_right_the_matrix_is_red(path: Path, number: int, copy: Path) -> None:
    """Every `require` in the use cases and views, one at a time."""
    file = copy / path
    text = file.read_text()
    found = list(REQUIRE.finditer(text))[number]
    file.write_text(f"{text[: found.start()]}{found[1]}pass\n{text[found.end() :]}")
    room = path.parts[3]

    assert verdict(copy, DOORS_OF.get(room, room)) == RED
