"""What the tests of every sample company do: load it like anybody's files, ask it, read the orders."""

import io
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from docs import recompute
from pytest_django.plugin import DjangoDbBlocker

from fullscore.engine.registers.access import Member, Role
from fullscore.importing.samples.company import Company
from fullscore.store.models import Organisation
from fullscore.usecases import imports
from fullscore.usecases.goals import plan_goal
from fullscore.usecases.imports import Imported
from tests.conftest import NOW, member_of

FIGURES = ("gross", "on_hand", "scheduled_receipts", "safety_stock", "net", "quantity")


@dataclass(frozen=True, slots=True)
class Answer:
    """A plan, with its orders by the name of what is ordered; of several the first."""

    content: dict[str, Any]

    @property
    def understood(self) -> dict[str, Any]:
        return dict(self.content["understood"])

    @property
    def totals(self) -> dict[str, Any]:
        return dict(self.content["totals"])

    @property
    def orders(self) -> dict[str, dict[str, Any]]:
        return {one["name"]: one for one in reversed(self.content["requirements"])}

    @property
    def quantities(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for one in self.content["requirements"]:
            found[one["name"]] = found.get(one["name"], 0) + one["quantity"]
        return found

    @property
    def codes(self) -> set[str]:
        return {finding["code"] for finding in self.content["findings"]}

    @property
    def wrong(self) -> list[str]:
        """What the script in docs finds when it adds every figure up again."""
        said = io.StringIO()
        with tempfile.TemporaryDirectory() as folder, redirect_stdout(said):
            file = Path(folder) / "plan.json"
            file.write_text(json.dumps(self.content))
            status = recompute.main(str(file))
        return [] if status == 0 else said.getvalue().splitlines()

    def figures(self, name: str) -> tuple[float, ...]:
        return tuple(self.orders[name][figure] for figure in FIGURES)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A sample company in the database, as of one day."""

    company: Company
    owner: Member
    on: date
    files: dict[str, Imported]

    @property
    def organisation_id(self) -> int:
        return self.owner.organisation_id

    def asked(self, sentence: str) -> Answer:
        return Answer(dict(plan_goal(by=self.owner, sentence=sentence, on=self.on).content))

    def again(self) -> list[Imported]:
        """Bring every file in once more."""
        return [_brought(self.owner, name, content) for name, content in self.company.files(self.on)]


def load(company: Company, on: date) -> Loaded:
    """Bring the company's files in, each as if somebody had dropped it on the page."""
    made = Organisation.objects.create(
        name=f"{company.name}, {on}", ref=f"{company.ref}-{on}", country="US",
        subdivision=company.subdivision, zone=company.zone,
        fiscal_start_month=company.fiscal_start_month, created_at=NOW,
    )  # fmt: skip
    owner = member_of(made, Role.OWNER)
    files = {name: _brought(owner, name, content) for name, content in company.files(on)}
    return Loaded(company, owner, on, files)


def _brought(owner: Member, name: str, content: bytes) -> Imported:
    return imports.bring_in(by=owner, file_name=name, content=content, clock=lambda: NOW)


@contextmanager
def kept(
    company: Company, on: date, blocker: DjangoDbBlocker, folders: pytest.TempPathFactory
) -> Iterator[Loaded]:
    """Load a company once for many tests, and take it back afterwards."""
    with pytest.MonkeyPatch.context() as patch, blocker.unblock(), transaction.atomic():
        patch.setattr(settings, "HOME", folders.mktemp("home"))
        yield load(company, on)
        transaction.set_rollback(True)
