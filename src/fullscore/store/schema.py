"""How the database's tables stand against this program: empty, current, older, newer."""

from dataclasses import dataclass
from enum import StrEnum

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

Step = tuple[str, str]


class Standing(StrEnum):
    EMPTY = "empty"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Schema:
    """The migrations a database has, those it lacks, and those this program does not know."""

    applied: tuple[Step, ...]
    missing: tuple[Step, ...]
    unknown: tuple[Step, ...]

    @property
    def standing(self) -> Standing:
        if self.unknown:
            return Standing.NEWER
        if not self.applied:
            return Standing.EMPTY
        return Standing.OLDER if self.missing else Standing.CURRENT


def read(alias: str = DEFAULT_DB_ALIAS) -> Schema:
    """Return how the tables behind `alias` stand."""
    applied = set(MigrationRecorder(connections[alias]).applied_migrations())
    return compared(applied, known_steps())


def compared(applied: set[Step], known: set[Step]) -> Schema:
    """Return how a set of applied migrations stands against the known ones."""
    return Schema(tuple(sorted(applied)), tuple(sorted(known - applied)), tuple(sorted(applied - known)))


def known_steps() -> set[Step]:
    """Return every migration this program brings."""
    return set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations or {})


def migrate(alias: str = DEFAULT_DB_ALIAS) -> None:
    """Bring the tables behind `alias` to this program's state."""
    call_command("migrate", database=alias, interactive=False, verbosity=0)


def migrate_to(steps: tuple[Step, ...], alias: str) -> None:
    """Bring empty tables behind `alias` to exactly the state that `steps` describe."""
    executor = MigrationExecutor(connections[alias])
    executor.recorder.ensure_schema()
    executor.migrate(list(_last_of(executor.loader, steps)))


def _last_of(loader: MigrationLoader, steps: tuple[Step, ...]) -> list[Step]:
    # The executor wants the last step of each app; the ones before follow from it.
    has = set(steps)
    return [step for step in steps if not has & _next_in_app(loader, step)]


def _next_in_app(loader: MigrationLoader, step: Step) -> set[Step]:
    children = loader.graph.node_map[step].children
    return {child.key for child in children if child.key[0] == step[0]}
