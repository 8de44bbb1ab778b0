"""Questions about the budget: asked of a worker and kept, or answered here for a command that waits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.usecases.budget.casing import case_document, row_of
from fullscore.usecases.budget.choosing import choice_document
from fullscore.usecases.budget.cutting import cut_document
from fullscore.usecases.budget.periods import MOST_YEARS
from fullscore.usecases.budget.posing import Posed, posed
from fullscore.usecases.budget.ranging import frontier_document
from fullscore.usecases.budget.solving import LIMIT, chosen
from fullscore.usecases.budget.values import ALONE, Document, Run, Watch
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.usecases.risk import runs
from fullscore.usecases.risk.prints import fingerprint
from fullscore.usecases.risk.runs import run_document

__all__ = [
    "KINDS", "Asked", "answer", "ask", "asked_before", "case", "checked", "choose", "cut", "frontier",
    "latest", "print_of", "run", "run_document", "stop", "worked_out",
]  # fmt: skip
KINDS = ("choose", "cut", "frontier", "case")
_LARGEST = Decimal(10) ** 12


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: its kind, and the amount, year or proposal it is about."""

    kind: str
    amount: Decimal | None = None
    is_more: bool = False
    year: int = 0
    ref: str = ""

    def document(self) -> Mapping[str, object]:
        """Return what is kept of it; equal questions are kept alike."""
        if self.kind == "cut":
            return {"amount": f"{self.amount:.2f}", "is_more": self.is_more, "year": self.year}
        if self.kind == "case":
            return {"ref": self.ref}
        return {"year": self.year} if self.kind == "frontier" else {}


def asked_before(kind: str, kept: Mapping[str, object]) -> Asked:
    """Return the question of a kept run."""
    amount = kept.get("amount")
    return Asked(
        kind, None if amount is None else Decimal(str(amount)), bool(kept.get("is_more")),
        int(str(kept.get("year", 0))), str(kept.get("ref", "")),
    )  # fmt: skip


def checked(asked: Asked, told: Posed) -> Asked:
    """Return the question; raises `RefusedError` for an amount or year nobody can mean, `NotThereError`."""
    amount = asked.amount
    if asked.kind == "cut" and (amount is None or not amount.is_finite() or not 0 < amount < _LARGEST):
        values = {"value": shown(str(amount))}
        raise RefusedError(Finding("budget-amount-unread", Subject("budget", "amount"), values))
    if not 0 <= asked.year < min(MOST_YEARS, told.periods.years):
        values = {"value": str(asked.year), "most": str(told.periods.years - 1)}
        raise RefusedError(Finding("budget-year-unread", Subject("budget", "year"), values))
    if asked.kind == "case":
        row_of(told, asked.ref)
    elif told.refusals:
        raise RefusedError(*told.refusals)
    return asked


def print_of(told: Posed, kind: str) -> str:
    """Return the fingerprint of all an answer of this kind is worked out from."""
    row = told.rows.organisation
    codes = [each.code for each in told.findings]
    beside = (kind, told.names, told.bad_year, codes, str(row.discount_percent))
    words = [
        (each.ref, each.name, each.state, each.serves, each.is_mandatory) for each in told.rows.proposals
    ]
    texts = [
        (each.ref, each.name, each.about, each.must_be_true, each.value_by, str(each.hours), each.version)
        for found in told.rows.options.values() for each in found
    ] if kind == "case" else []  # fmt: skip
    return fingerprint(told.problem, told.risks.risks, beside, words, texts)


def ask(
    *, by: Member, kind: str, on: date, now: datetime, amount: Decimal | None = None, is_more: bool = False,
    year: int = 0, ref: str = "",
) -> Run:  # fmt: skip
    """Ask a worker; what was answered of the same rows is returned at once.

    Raises `RefusedError` for what cannot be meant.
    """
    by.require(Right.PLAN_GOALS)
    told = posed(by.organisation_id, on)
    asked = checked(Asked(_kind(kind), amount, is_more, year, ref), told)
    return runs.asked_for(by, asked.kind, asked.document(), print_of(told, asked.kind), on=on, now=now)


def _kind(kind: str) -> str:
    if kind not in KINDS:
        raise RefusedError(
            Finding("budget-kind-unknown", Subject("budget", "kind"), {"value": shown(kind), "kinds": KINDS})
        )
    return kind


def run(*, by: Member, number: int) -> Run:
    """Return one; raises `NotThereError`."""
    by.require(Right.PLAN_GOALS)
    return runs.shown(runs.found(by.organisation_id, number, KINDS))


def stop(*, by: Member, number: int, now: datetime) -> Run:
    """Let a question be; what was found so far is kept."""
    by.require(Right.PLAN_GOALS)
    return runs.stop(by.organisation_id, number, KINDS, now)


def latest(*, by: Member, kind: str, on: date, ref: str = "") -> Run | None:
    """Return the newest answer of a kind, and whether rows changed since."""
    by.require(Right.PLAN_GOALS)
    told = posed(by.organisation_id, on)
    asked = {"ref": ref} if kind == "case" else {}
    return runs.kept(by.organisation_id, _kind(kind), fingerprint=print_of(told, kind), **asked)


def answer(*, by: Member, kind: str, on: date) -> Run:
    """Return the newest answer of a kind; raises `NotThereError` where nobody has asked yet."""
    found = latest(by=by, kind=kind, on=on)
    if found is None:
        raise NotThereError(Finding("budget-not-asked-yet", Subject("budget", kind)))
    return found


def worked_out(told: Posed, asked: Asked, watch: Watch, limit: float = LIMIT) -> Document:
    """Return the answer; raises `RefusedError` for what cannot be meant."""
    checked(asked, told)
    if asked.kind == "case":
        return case_document(told, asked.ref, watch)
    if asked.kind == "frontier":
        return frontier_document(told, asked.year, watch, limit)
    if asked.kind == "cut" and asked.amount is not None:
        return cut_document(told, asked.amount, asked.year, watch, is_more=asked.is_more, limit=limit)
    return choice_document(told, chosen(told, watch, limit))


def choose(*, by: Member, on: date, limit: float = LIMIT, watch: Watch = ALONE) -> Document:
    """Return `fullscore/choice/1`, solved here and now; keeps nothing."""
    return _answer(by, on, Asked("choose"), limit, watch)


def cut(
    *, by: Member, on: date, amount: Decimal, is_more: bool = False, year: int = 0, limit: float = LIMIT,
    watch: Watch = ALONE,
) -> Document:  # fmt: skip
    """Return `fullscore/cut/1`, solved here and now; keeps nothing."""
    return _answer(by, on, Asked("cut", amount, is_more, year), limit, watch)


def frontier(*, by: Member, on: date, year: int = 0, limit: float = LIMIT, watch: Watch = ALONE) -> Document:
    """Return `fullscore/frontier/1`, solved here and now; keeps nothing."""
    return _answer(by, on, Asked("frontier", year=year), limit, watch)


def case(*, by: Member, ref: str, on: date, is_simulated: bool = False, watch: Watch = ALONE) -> Document:
    """Return `fullscore/business-case/1` at once; bad years only if simulated or kept."""
    by.require(Right.PLAN_GOALS)
    told = posed(by.organisation_id, on)
    if is_simulated:
        return case_document(told, ref, watch)
    document, print_now = case_document(told, ref, None), print_of(told, "case")
    kept = runs.kept(by.organisation_id, "case", fingerprint=print_now, ref=ref)
    if kept is not None and not kept.is_old and kept.document:
        document["curves"] = kept.document["curves"]
    return document


def _answer(by: Member, on: date, asked: Asked, limit: float, watch: Watch) -> Document:
    by.require(Right.PLAN_GOALS)
    return worked_out(posed(by.organisation_id, on), asked, watch, limit)
