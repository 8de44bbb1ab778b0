"""REST about the estate as a whole: what expires, is unassigned, has no owner, and is not known."""

from datetime import date

from ninja import Path, Router

from fullscore.usecases import estate
from fullscore.usecases.estate.documents import Document
from fullscore.usecases.policy import MemberRequest

router = Router(tags=["estate"])


@router.get(
    "/estate/completeness", response=Document, operation_id="estate-completeness",
    summary="What is not known yet and what it is about in money; what to see to meanwhile",
)  # fmt: skip
def completeness(request: MemberRequest, org: Path[str], on: date | None = None) -> Document:
    return estate.completeness(by=request.member, on=on or request.on)
