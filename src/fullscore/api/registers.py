"""Registers over REST: one set of operations for each, made from its columns."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, Literal, cast

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from ninja import File, Path, Query, Router, Schema, Status, UploadedFile
from pydantic import BaseModel, ConfigDict, Field, create_model

from fullscore.engine.registers.columns import Column, Kind, Register
from fullscore.usecases import registers
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import documents

router = Router(tags=["registers"])

_VERSION = 2**31 - 1
_REF = Annotated[str, Field(max_length=64)]
_MONEY = r"^\d{1,12}(\.\d{1,4})?$"
_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Selection(Schema):
    """Which rows: `filter` is column:word:value and may be given several times."""

    search: Annotated[str, Field(max_length=200)] = ""
    filter: list[Annotated[str, Field(max_length=300)]] = []
    sort: Annotated[str, Field(max_length=64)] = ""
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    size: Annotated[int, Field(ge=1, le=1000)] = 50
    archived: bool = False


def _typed(column: Column) -> Any:  # noqa: ANN401  a pydantic annotation has no narrower type
    return _TYPES.get(column.kind, _text)(column)


def _text(column: Column) -> Any:  # noqa: ANN401
    return Annotated[str, Field(max_length=column.max_length or 200)]


def _whole(column: Column) -> Any:  # noqa: ANN401
    return Annotated[int, Field(ge=int(column.minimum or 0), le=int(column.maximum or _VERSION))]


def _number(column: Column) -> Any:  # noqa: ANN401
    return Annotated[float, Field(ge=float(column.minimum or 0), le=float(column.maximum or _VERSION))]


_TYPES: dict[Kind, Callable[[Column], Any]] = {
    Kind.INTEGER: _whole,
    Kind.NUMBER: _number,
    Kind.MONEY: lambda _: Annotated[str, Field(pattern=_MONEY)],
    Kind.CHOICE: lambda column: Literal[tuple(choice.value for choice in column.choices)],
    Kind.DATE: lambda _: date,
    Kind.YES_NO: lambda _: bool,
}


def _body(register: Register, *, is_new: bool) -> type[BaseModel]:
    """Return the body of a new or a changed row: these columns and nothing else."""
    fields: dict[str, Any] = {
        column.name: (_typed(column), ...) if is_new and column.is_required else (_typed(column) | None, None)
        for column in register.columns
    }
    if not is_new:
        fields["version"] = (Annotated[int, Field(ge=1, le=_VERSION)] | None, None)
    name = f"{register.singular.replace(' ', '')}{'New' if is_new else 'Changed'}"
    return create_model(name, __config__=ConfigDict(extra="forbid"), **fields)


def _query(chosen: Selection) -> registers.Query:
    filters = (part.split(":", 2) for part in chosen.filter)
    return registers.Query(
        search=chosen.search,
        filters=tuple(registers.Filter(*(*parts, "", "")[:3]) for parts in filters),
        sort=chosen.sort or None,
        page=chosen.page,
        size=chosen.size,
        is_archived=chosen.archived,
    )


def _asked(request: HttpRequest) -> MemberRequest:
    return cast(MemberRequest, request)


def _one(request: HttpRequest, name: str, row: registers.Row) -> documents.Document:
    seen = registers.register(_asked(request).member, name)
    return documents.row_document(row, seen.columns, name)


def _mount_rows(path: str, name: str, new: type[BaseModel], changed: type[BaseModel]) -> None:
    @router.get(path, operation_id=f"{name}-list", summary=f"List {name}")
    def page(request: HttpRequest, org: Path[str], chosen: Query[Selection]) -> documents.Document:
        by = _asked(request).member
        return documents.page_document(registers.page(by=by, register=name, query=_query(chosen)))

    @router.post(path, operation_id=f"{name}-new", response={201: dict[str, Any]}, summary=f"Add to {name}")
    def add(request: HttpRequest, org: Path[str], body: new) -> Status[documents.Document]:  # type: ignore[valid-type]  # a model made from columns
        given = body.model_dump(exclude_unset=True)  # type: ignore[attr-defined]  # the same
        return Status(201, _one(request, name, _save(request, name, None, given)))

    @router.patch(path, operation_id=f"{name}-bulk", summary=f"Change many rows of {name} at once, or none")
    def bulk(request: HttpRequest, org: Path[str], body: _bulk_body(name, changed)) -> documents.Document:  # type: ignore[valid-type]  # made from columns
        asked = _asked(request)
        count = registers.bulk(
            by=asked.member,
            register=name,
            refs=body.refs,
            values=body.values.model_dump(exclude_unset=True, exclude={"version"}),
            now=asked.now,
        )
        return {"schema": "fullscore/bulk/1", "register": name, "changed": count}


def _bulk_body(name: str, changed: type[BaseModel]) -> type[BaseModel]:
    fields: dict[str, Any] = {
        "refs": (Annotated[list[_REF], Field(max_length=500)], ...),
        "values": (changed, ...),
    }
    return create_model(f"{name}Bulk", __config__=ConfigDict(extra="forbid"), **fields)


def _save(request: HttpRequest, name: str, ref: str | None, given: Mapping[str, object]) -> registers.Row:
    asked = _asked(request)
    version = given.get("version")
    return registers.save(
        by=asked.member,
        register=name,
        ref=ref,
        values={key: value for key, value in given.items() if key != "version"},
        version=version if isinstance(version, int) else None,
        now=asked.now,
    )


def _mount_row(path: str, name: str, changed: type[BaseModel]) -> None:
    @router.get(path, operation_id=f"{name}-one", summary=f"One row of {name}")
    def one(request: HttpRequest, org: Path[str], ref: str) -> documents.Document:
        return _one(request, name, registers.one(by=_asked(request).member, register=name, ref=ref))

    @router.patch(path, operation_id=f"{name}-change", summary=f"Change one row of {name}")
    def change(request: HttpRequest, org: Path[str], ref: str, body: changed) -> documents.Document:  # type: ignore[valid-type]  # made from columns
        given = body.model_dump(exclude_unset=True)  # type: ignore[attr-defined]  # the same
        return _one(request, name, _save(request, name, ref, given))

    @router.delete(
        path, operation_id=f"{name}-archive", summary=f"Put a row of {name} away; undone from history"
    )
    def archive(request: HttpRequest, org: Path[str], ref: str) -> documents.Document:
        asked = _asked(request)
        return _one(request, name, registers.archive(by=asked.member, register=name, ref=ref, now=asked.now))

    @router.get(f"{path}/history", operation_id=f"{name}-history", summary="What happened to the row")
    def history(request: HttpRequest, org: Path[str], ref: str) -> documents.Document:
        entries = registers.history(by=_asked(request).member, register=name, ref=ref)
        return documents.history_document(entries, name, ref)

    @router.post(
        f"{path}/history/{{int:entry}}/undo", operation_id=f"{name}-undo", summary="Take one change back"
    )
    def undo(request: HttpRequest, org: Path[str], ref: str, entry: int) -> documents.Document:
        asked = _asked(request)
        row = registers.undo(by=asked.member, register=name, ref=ref, entry=entry, now=asked.now)
        return _one(request, name, row)


def _mount_files(path: str, name: str) -> None:
    @router.get(path, operation_id=f"{name}-files", summary="The files of the row")
    def files(request: HttpRequest, org: Path[str], ref: str) -> documents.Document:
        found = registers.attachments(by=_asked(request).member, register=name, ref=ref)
        return documents.files_document(found, name, ref)

    @router.post(path, operation_id=f"{name}-file-add", response={201: dict[str, Any]}, summary="Add a file")
    def attach(
        request: HttpRequest, org: Path[str], ref: str, file: File[UploadedFile]
    ) -> Status[documents.Document]:
        asked = _asked(request)
        kept = registers.attach(
            by=asked.member, register=name, ref=ref, name=file.name or "", content=file.read(), now=asked.now
        )
        return Status(201, documents.files_document((kept,), name, ref))

    @router.get(f"{path}/{{int:file}}", operation_id=f"{name}-file", summary="Download a file")
    def download(request: HttpRequest, org: Path[str], ref: str, file: int) -> HttpResponse:
        kept, content = registers.attachment(by=_asked(request).member, register=name, ref=ref, file=file)
        return _download(content, kept, "application/octet-stream")


def _mount_export(path: str, name: str, form: str) -> None:
    @router.get(f"{path}.{form}", operation_id=f"{name}-{form}", summary=f"Export {name} as {form.upper()}")
    def export(request: HttpRequest, org: Path[str], chosen: Query[Selection]) -> HttpResponse:
        content = registers.export(by=_asked(request).member, register=name, query=_query(chosen), form=form)
        return _download(content, f"{name}.{form}", _MEDIA[form])


def _download(content: bytes, name: str, media: str) -> HttpResponse:
    disposition = content_disposition_header(True, name) or "attachment"
    return HttpResponse(content, content_type=media, headers={"Content-Disposition": disposition})


def _mount(register: Register) -> None:
    """Give one register its operations."""
    path = f"/{register.room}/{register.name}"
    new, changed = _body(register, is_new=True), _body(register, is_new=False)
    for form in _MEDIA:
        _mount_export(path, register.name, form)
    _mount_rows(path, register.name, new, changed)
    _mount_row(f"{path}/{{ref}}", register.name, changed)
    _mount_files(f"{path}/{{ref}}/files", register.name)


@router.get("/find", operation_id="find", summary="Rows of any register that hold the words")
def find(
    request: HttpRequest, org: Path[str], q: Annotated[str, Field(max_length=200)] = ""
) -> documents.Document:
    """Return where the words stand, as far as the member may look."""
    return documents.hits_document(registers.search(by=_asked(request).member, text=q))


for _register in registers.all_registers().values():
    _mount(_register)
