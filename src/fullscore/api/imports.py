"""REST about imports: send a file, ask how far it is."""

from typing import Annotated

from ninja import File, Path, Router, Status, UploadedFile
from pydantic import Field

from fullscore.usecases import imports
from fullscore.usecases.imports.documents import Document
from fullscore.usecases.policy import MemberRequest

router = Router(tags=["imports"])
Number = Annotated[int, Field(ge=1, le=2**53)]


@router.get("/imports", response=Document, operation_id="imports-list", summary="The latest imports")
def listed(request: MemberRequest, org: Path[str]) -> Document:
    return imports.imports_document(imports.imports(by=request.member))


@router.post(
    "/imports", response={202: Document}, operation_id="imports-new",
    summary="Send a file; a worker applies it. 422 when it is not understood, and nothing is kept",
)  # fmt: skip
def send(request: MemberRequest, org: Path[str], file: File[UploadedFile]) -> Status[Document]:
    started = imports.start(
        by=request.member, file_name=file.name or "", content=file.read(), now=request.now,
        came_by="rest", is_applied=True,
    )  # fmt: skip
    return Status(202, imports.imports_document((started,)))


@router.get(
    "/imports/{int:number}", response=Document, operation_id="imports-one",
    summary="One import: its counts so far and a reason for each row not taken",
)  # fmt: skip
def one(request: MemberRequest, org: Path[str], number: Path[Number]) -> Document:
    return imports.imports_document((imports.one(by=request.member, number=number),))
