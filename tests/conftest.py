"""What every test may use: a home of its own, one database, two organisations and their members.

SQLite in a file is the default; FULLSCORE_TEST_POSTGRES=1 runs the same tests on PostgreSQL.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import hypothesis
import pytest
from django.conf import settings
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from fullscore.conf.database import database
from fullscore.engine.registers.access import Member, Role
from fullscore.store import schema
from fullscore.store.database import settle
from fullscore.store.models import Membership, Organisation, User
from tests import postgres

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
ON_POSTGRES = os.environ.get("FULLSCORE_TEST_POSTGRES") == "1"

# Examples of each property: 10 in `make check`, 100 in `make test`, 2,000 in `make nightly`.
EXAMPLES = int(os.environ.get("FULLSCORE_EXAMPLES", "50"))
IS_THOROUGH = EXAMPLES > 500
hypothesis.settings.register_profile(
    "fullscore", max_examples=EXAMPLES, deadline=None, database=None, derandomize=EXAMPLES <= 500,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)  # fmt: skip
hypothesis.settings.load_profile("fullscore")

# Modules that take long begin first: begun last, one worker would go on alone with them.
LONG = (
    "test_imports_properties", "test_backup", "test_race", "test_two_workers", "test_look", "test_hands",
    "test_host_serve", "test_host_disk", "test_host_demo", "test_slow_clients", "test_upgrade", "test_import",
    "test_oracle", "test_non_interference", "test_matrix", "test_openapi", "test_hostile", "test_child_fuzz",
    "test_imports_undo_properties", "test_pairs",
)  # fmt: skip
# Modules that load a whole company or print a pack: `make check` leaves them to `make test`.
HEAVY = {
    "cli/test_host_doctor", "edges/test_reports", "jobs/test_nightly", "jobs/test_queue",
    "usecases/test_board_pack", "usecases/test_board_pack_rules", "usecases/test_budget_year",
    "usecases/test_digest", "usecases/test_goals", "usecases/test_hand_over", "usecases/test_imports",
    "usecases/test_imports_undo", "usecases/test_non_interference", "usecases/test_packs",
    "usecases/test_packs_printing", "usecases/test_sample_bills", "usecases/test_sample_clinic",
    "usecases/test_sample_company", "usecases/test_sample_construction",
}  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    order = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: order.get(item.path.stem, len(LONG)))
    for item in items:
        if f"{item.path.parent.name}/{item.path.stem}" in HEAVY:
            item.add_marker("slow")


MemberFactory = Callable[[Role | str], Member]


@pytest.fixture(scope="session")
def home_of_tests() -> Iterator[Path]:
    """A folder that goes when the run ends; no test touches the home of whoever runs it."""
    folder = Path(tempfile.mkdtemp(prefix="fullscore-tests-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """The PostgreSQL server goes with the run; dropping its database first waits for whoever has it open."""
    return ON_POSTGRES


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    home_of_tests: Path,
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """Point the default database at this run's own, as a file or on a server."""
    del django_db_modify_db_settings_parallel_suffix
    name = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    if ON_POSTGRES:
        chosen = database(postgres.url("postgres")) | {"TEST": {"NAME": name}}
    else:
        file = home_of_tests / f"{name}.db"
        chosen = database(f"sqlite://{file}") | {"TEST": {"NAME": str(file)}}
    _use(chosen)


def _use(chosen: dict[str, object]) -> None:
    options = chosen["OPTIONS"]
    if isinstance(options, dict) and "init_command" in options:
        # No test pulls the plug here; those that kill start processes with the product's own settings.
        options["init_command"] = str(options["init_command"]).replace("synchronous=FULL", "synchronous=OFF")
    # Django has read the settings before any test's code runs; its handler is given the new choice.
    connections.settings = connections.configure_settings({"default": chosen})
    del connections["default"]


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FULLSCORE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(settings, "HOME", tmp_path / "home")


@pytest.fixture
def organisation(db: None) -> Organisation:
    """The organisation most tests are about."""
    return _organisation("Harbor Mill", "harbor-mill")


@pytest.fixture
def other_organisation(db: None) -> Organisation:
    """A second one, whose rows nobody of the first may ever see."""
    return _organisation("Other Works", "other-works")


def _organisation(name: str, ref: str) -> Organisation:
    return Organisation.objects.create(name=name, ref=ref, country="US", subdivision="OH", created_at=NOW)


@pytest.fixture
def member(organisation: Organisation) -> MemberFactory:
    """Make a member of `organisation` with a role, each with a user of their own."""
    return lambda role: member_of(organisation, role)


@pytest.fixture
def owner(organisation: Organisation) -> Member:
    return member_of(organisation, Role.OWNER)


def member_of(organisation: Organisation, role: Role | str) -> Member:
    """Make a user and their membership; the e-mail says role and organisation."""
    role = Role(role)
    number = User.objects.count()
    user = User(
        email=f"{role.value}{number or ''}@{organisation.ref}.example",
        name=role.value.title(),
        created_at=NOW,
    )
    user.set_unusable_password()
    user.save()
    Membership.objects.of(organisation.pk).create(
        organisation=organisation, user=user, role=role.value, created_at=NOW
    )
    return Member(organisation.pk, organisation.ref, role, user.pk, user.name, user.email)


@pytest.fixture
def empty_database(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker, django_db_setup: None
) -> Iterator[str]:
    """A database of this test's own, with no table in it; the tests' own one comes back afterwards."""
    (tmp_path / "home").mkdir(mode=0o700)
    url = postgres.made() if ON_POSTGRES else f"sqlite://{tmp_path / 'home/fullscore.db'}"
    with django_db_blocker.unblock(), instead(url):
        yield url


@pytest.fixture
def own_database(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker, database_with_tables: str
) -> Iterator[str]:
    """A database of this test's own with every table and no row, for tests that swap it or kill its users."""
    (tmp_path / "home").mkdir(mode=0o700)
    file = tmp_path / "home/fullscore.db"
    url = postgres.made(database_with_tables) if ON_POSTGRES else f"sqlite://{file}"
    if not ON_POSTGRES:
        shutil.copyfile(database_with_tables, file)
    with django_db_blocker.unblock(), instead(url):
        yield url


@pytest.fixture(scope="session")
def database_with_tables(
    home_of_tests: Path, django_db_blocker: DjangoDbBlocker, django_db_setup: None
) -> str:
    """What `own_database` is copied from: migrating takes long, copying does not."""
    file = home_of_tests / "with_tables.db"
    url = postgres.made() if ON_POSTGRES else f"sqlite://{file}"
    with django_db_blocker.unblock(), instead(url):
        schema.migrate()
        connections["default"].close()
    if ON_POSTGRES:
        return str(database(url)["NAME"])
    settle(file)
    return str(file)


@contextmanager
def instead(url: str) -> Iterator[None]:
    """Let another database be the default one while the block runs."""
    kept = connections.settings
    connections["default"].close()
    _use(database(url))
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings = kept
        del connections["default"]


@pytest.fixture
def database_url() -> str:
    """The URL of the database in use, for tests that start a process of their own."""
    chosen = connections["default"].settings_dict
    if ON_POSTGRES:
        return str(urlsplit(postgres.url(str(chosen["NAME"]))).geturl())
    return f"sqlite://{chosen['NAME']}"
