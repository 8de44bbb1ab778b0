"""REST about risk: what a year may cost. A worker simulates; the newest answer is there at once."""

from datetime import date

from ninja import Path, Router, Status

from fullscore.usecases import risk
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.risk.values import Document

router = Router(tags=["risk"])


@router.post(
    "/risk/runs", response={201: Document}, operation_id="risk-runs-ask",
    summary="Ask for a simulation; answered at once where nothing changed",
)  # fmt: skip
def ask(request: MemberRequest, org: Path[str], on: date | None = None) -> Status[Document]:
    run = risk.ask(by=request.member, on=on or request.on, now=request.now)
    return Status(201, risk.run_document(run))


@router.get(
    "/risk/runs/{int:number}", response=Document, operation_id="risk-runs-read",
    summary="How far a simulation is, and what it tells",
)  # fmt: skip
def read(request: MemberRequest, org: Path[str], number: int) -> Document:
    return risk.run_document(risk.run(by=request.member, number=number))


@router.post(
    "/risk/runs/{int:number}/stop", response=Document, operation_id="risk-runs-stop",
    summary="Stop a simulation; the years done so far are told",
)  # fmt: skip
def stop(request: MemberRequest, org: Path[str], number: int) -> Document:
    return risk.run_document(risk.stop(by=request.member, number=number, now=request.now))


@router.get(
    "/risk/outlook", response=Document, operation_id="risk-outlook",
    summary="The newest simulation, and whether rows changed since",
)  # fmt: skip
def outlook(request: MemberRequest, org: Path[str], on: date | None = None) -> Document:
    return risk.run_document(risk.answer(by=request.member, on=on or request.on))
