"""REST about contracts as obligations: by when notice must be given, and what all of them come to."""

from datetime import date
from typing import Annotated

from ninja import Path, Query, Router

from fullscore.usecases import vendors
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.vendors.documents import Document

router = Router(tags=["vendors"])
Within = Annotated[int | None, Query(ge=0, le=36_600, description="Only with a notice day in so many days.")]


@router.get(
    "/renewals", response=Document, operation_id="renewals",
    summary="Every contract by its last notice day, and what all of them come to",
)  # fmt: skip
def renewals(
    request: MemberRequest, org: Path[str], on: date | None = None, within: Within = None
) -> Document:
    found = vendors.renewals(by=request.member, on=on or request.on)
    return vendors.renewals_document(found, within)


@router.get(
    "/renewals/{ref}", response=Document, operation_id="renewal",
    summary="One contract with its dates, lines, seats, shares and what there is to do about it",
)  # fmt: skip
def renewal(request: MemberRequest, org: Path[str], ref: Path[str], on: date | None = None) -> Document:
    return vendors.case_document(vendors.case(by=request.member, ref=ref, on=on or request.on))
