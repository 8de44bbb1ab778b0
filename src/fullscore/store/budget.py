"""All proposals with their ways and limits, read whole; and what was asked of a worker about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Max, QuerySet

from fullscore.store.models import (
    Bringing,
    BudgetRun,
    HistoryEntry,
    KeptPlan,
    Limit,
    Need,
    Option,
    Organisation,
    Outlay,
    Proposal,
)
from fullscore.store.models.registers import RegisterRow

R = TypeVar("R", bound=RegisterRow)
_HEAVY = ("provenance", "extra")
OPEN_RUNS = ("asked", "running")
REGISTERS = (
    "scenarios", "causes", "triggers", "controls", "reductions", "insurances", "tolerances", "proposals",
    "options", "outlays", "brings", "needs", "limits",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rows:
    """What a choice is made from; options go by proposal, outlays and controls (brings) by option."""

    organisation: Organisation
    proposals: tuple[Proposal, ...]
    options: Mapping[int, tuple[Option, ...]]
    outlays: Mapping[int, tuple[Outlay, ...]]
    brings: Mapping[int, tuple[Bringing, ...]]
    needs: tuple[Need, ...]
    limits: tuple[Limit, ...]


def read_rows(organisation_id: int) -> Rows:
    """Read everything proposals are chosen from, in one query a table."""
    return Rows(
        Organisation.objects.get(pk=organisation_id),
        tuple(_live(Proposal, organisation_id, "owner", "sponsor")),
        _grouped(_live(Option, organisation_id), "proposal_id"),
        _grouped(_live(Outlay, organisation_id).order_by("year", "ref"), "option_id"),
        _grouped(
            _live(Bringing, organisation_id, "control").filter(control__archived_at=None), "option_id"
        ),
        tuple(
            _live(Need, organisation_id, "proposal", "option", "other_proposal", "other_option",
                  "option__proposal", "other_option__proposal")
        ),
        tuple(_live(Limit, organisation_id)),
    )  # fmt: skip


def _live(model: type[R], organisation_id: int, *beside: str) -> QuerySet[R]:
    rows: QuerySet[R] = model.objects.of(organisation_id).filter(archived_at=None).defer(*_HEAVY)
    return (rows.select_related(*beside) if beside else rows).order_by("ref")


def _grouped(rows: QuerySet[R], by: str) -> dict[int, tuple[R, ...]]:
    found: dict[int, list[R]] = {}
    for row in rows:
        found.setdefault(getattr(row, by), []).append(row)
    return {key: tuple(each) for key, each in found.items()}


def newest(organisation_id: int, registers: tuple[str, ...] = REGISTERS) -> datetime | None:
    """Return when anything of risks or proposals was last written."""
    rows = HistoryEntry.objects.of(organisation_id).filter(register__in=registers)
    found: datetime | None = rows.aggregate(last=Max("at"))["last"]
    return found


def runs(organisation_id: int) -> QuerySet[BudgetRun]:
    """Return what was asked for, the newest first."""
    return BudgetRun.objects.of(organisation_id).order_by("-number")


def run_by_key(key: int) -> BudgetRun | None:
    """Return one run whoever it belongs to: a worker is in no organisation."""
    everywhere: QuerySet[BudgetRun] = QuerySet(BudgetRun)
    return everywhere.select_related("organisation").filter(pk=key).first()


def open_runs() -> QuerySet[BudgetRun]:
    """Return every run of any organisation that is not over, the oldest first."""
    everywhere: QuerySet[BudgetRun] = QuerySet(BudgetRun)
    return everywhere.filter(state__in=OPEN_RUNS).order_by("pk")


def claim(run: BudgetRun, at: datetime) -> bool:
    """Take a run up, unless somebody else did since it was read."""
    mine = BudgetRun.objects.of(run.organisation_id).filter(pk=run.pk, state=run.state, begun_at=run.begun_at)
    return mine.filter(stop_asked=False).update(state="running", begun_at=at) == 1


def write_run(run: BudgetRun, claimed_at: datetime | None, changes: Mapping[str, object]) -> bool:
    """Write how far a run is, if it is still in the hands that claimed it then."""
    mine = BudgetRun.objects.of(run.organisation_id).filter(pk=run.pk, state="running", begun_at=claimed_at)
    return mine.update(**changes) == 1


def is_stop_asked(run: BudgetRun) -> bool:
    return BudgetRun.objects.of(run.organisation_id).filter(pk=run.pk, stop_asked=True).exists()


def goal_names(organisation_id: int) -> dict[str, str]:
    """Return the sentence of every kept goal by its ref: g-1."""
    rows = KeptPlan.objects.of(organisation_id).filter(dropped_at=None).values_list("number", "sentence")
    return {f"g-{number}": sentence for number, sentence in rows}


def option(organisation_id: int, ref: str) -> Option | None:
    """Return an option that is not put away, with its proposal."""
    return _live(Option, organisation_id, "proposal").filter(ref=ref).first()
