"""REST about imports: send files, say what they are, let them be applied, take them back."""

from typing import Annotated

from django.http import HttpResponse
from django.utils.http import parse_header_parameters
from ninja import File, Path, Query, Router, Schema, Status, UploadedFile
from pydantic import ConfigDict, Field

from fullscore.usecases import imports, registers
from fullscore.usecases.imports import Said
from fullscore.usecases.imports.documents import Document
from fullscore.usecases.policy import MemberRequest

router = Router(tags=["imports"])
Number = Annotated[int, Field(ge=1, le=2**53)]
_MOST = 500
_Header = Annotated[str, Field(max_length=200)]
_Word = Annotated[str, Field(max_length=64)]
_Words = Annotated[dict[_Header, _Word], Field(max_length=_MOST)]


class Trying(Schema):
    """Whether a file is only looked at."""

    dry_run: bool = False


class Naming(Schema):
    """What the file is called."""

    file: Annotated[str, Field(max_length=200)] = ""


class Saying(Schema):
    """What a file is; what is left out stays as it was said before.

    `columns`: header → what it means, "" leaves it out. `words`: meaning → their word → ours. `files`: own
    edits that the file may replace, each as "ref.column".
    """

    model_config = ConfigDict(extra="forbid")
    kind: _Word | None = None
    source: _Word | None = None
    columns: _Words | None = None
    words: Annotated[dict[_Word, _Words], Field(max_length=_MOST)] | None = None
    files: Annotated[list[_Header], Field(max_length=_MOST)] | None = None


@router.get("/imports", response=Document, operation_id="imports-list", summary="The latest imports")
def listed(request: MemberRequest, org: Path[str]) -> Document:
    return imports.imports_document(imports.imports(by=request.member))


@router.post(
    "/imports", response={200: Document, 202: Document}, operation_id="imports-new",
    summary="Send a file; a worker applies it, or it waits for an answer. With `dry_run` nothing is kept",
)  # fmt: skip
def send(
    request: MemberRequest, org: Path[str], file: File[UploadedFile], how: Query[Trying]
) -> Status[Document]:  # fmt: skip
    name, content = file.name or "", file.read()
    if how.dry_run:
        tried = imports.try_out(by=request.member, file_name=name, content=content, now=request.now)
        return Status(200, imports.imports_document(tried))
    return _sent(request, name, content)


@router.put(
    "/imports", response={202: Document}, operation_id="imports-put",
    summary="Send a file as it is, its name in `file` or Content-Disposition, as a program does every night",
    openapi_extra={"requestBody": {"required": True, "content": {"application/octet-stream": {"schema": {
        "type": "string", "format": "binary"}}}}},
)  # fmt: skip
def put(request: MemberRequest, org: Path[str], how: Query[Naming]) -> Status[Document]:
    told = parse_header_parameters(request.headers.get("Content-Disposition", ""))[1].get("filename")
    # Not `request.body`: Django's limit for forms is smaller than a list may be; the server has its own.
    return _sent(request, how.file or told or "list", request.read())


def _sent(request: MemberRequest, name: str, content: bytes) -> Status[Document]:
    started = imports.send(by=request.member, file_name=name, content=content, now=request.now)
    return Status(202, imports.imports_document(started))


@router.get(
    "/imports/{int:number}", response=Document, operation_id="imports-one",
    summary="One import: its counts so far and a reason for each row not taken",
)  # fmt: skip
def one(request: MemberRequest, org: Path[str], number: Path[Number]) -> Document:
    return imports.imports_document((imports.one(by=request.member, number=number),))


@router.patch(
    "/imports/{int:number}", response=Document, operation_id="imports-say",
    summary="Say what a waiting file is, or what its columns and words mean; it is looked at again",
)  # fmt: skip
def say(request: MemberRequest, org: Path[str], number: Path[Number], body: Saying) -> Document:
    now = imports.one(by=request.member, number=number).said
    said = Said(
        kind=now.kind if body.kind is None else body.kind,
        source=now.source if body.source is None else body.source,
        columns=now.columns if body.columns is None else body.columns,
        words=now.words if body.words is None else body.words,
        files=now.files if body.files is None else frozenset(body.files),
    )
    return imports.imports_document(
        (imports.say(by=request.member, number=number, said=said, now=request.now),)
    )  # fmt: skip


@router.post(
    "/imports/{int:number}/confirm", response={202: Document}, operation_id="imports-confirm",
    summary="Let a waiting file be applied as it was looked at",
)  # fmt: skip
def confirm(request: MemberRequest, org: Path[str], number: Path[Number]) -> Status[Document]:
    done = imports.confirm(by=request.member, number=number, now=request.now)
    return Status(202, imports.imports_document((done,)))


@router.post(
    "/imports/{int:number}/discard", response=Document, operation_id="imports-discard",
    summary="Put a waiting file away; no row was touched",
)  # fmt: skip
def discard(request: MemberRequest, org: Path[str], number: Path[Number]) -> Document:
    done = imports.discard(by=request.member, number=number, now=request.now)
    return imports.imports_document((done,))


@router.post(
    "/imports/{int:number}/undo", response={202: Document}, operation_id="imports-undo",
    summary="Take an import back; later edits stay and are listed as `kept_edits`",
)  # fmt: skip
def undo(request: MemberRequest, org: Path[str], number: Path[Number]) -> Status[Document]:
    done = imports.undo(by=request.member, number=number, now=request.now)
    return Status(202, imports.imports_document((done,)))


@router.get(
    "/export", operation_id="export-everything",
    summary="Every register as CSV and JSON in one ZIP, with a manifest; it imports back",
)  # fmt: skip
def export(request: MemberRequest, org: Path[str]) -> HttpResponse:
    content = registers.everything(by=request.member, now=request.now)
    name = f"{org}-{request.on.isoformat()}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/zip", headers=headers)
