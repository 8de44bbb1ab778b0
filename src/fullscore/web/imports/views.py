"""Drop files, and follow one until its last row."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.usecases import imports
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError
from fullscore.web.imports.showing import grouped, share, title


def listed(request: MemberRequest, org: str) -> HttpResponse:
    """List imports; on POST take in the dropped files."""
    return _taken_in(request, org) if request.method == "POST" else _list(request, ())


def _taken_in(request: MemberRequest, org: str) -> HttpResponse:
    """Start an import for each file that is understood; say of the others why not."""
    files = request.FILES.getlist("files")
    if not files:
        return _list(request, ("Choose at least one file: CSV or Excel.",))
    started, refused = [], []
    for file in files:
        try:
            started.append(
                imports.start(
                    by=request.member, file_name=file.name or "", content=file.read(), now=request.now
                )
            )
        except RefusedError as refusal:
            refused.append(str(refusal))
    if refused:
        return _list(request, tuple(refused))
    address = (
        reverse("import", args=(org, started[0].id)) if len(started) == 1 else reverse("imports", args=(org,))
    )
    return HttpResponseRedirect(address)


def _list(request: MemberRequest, errors: tuple[str, ...]) -> HttpResponse:
    found = imports.imports(by=request.member)
    page = {"files": found, "errors": errors, "is_working": any(not file.is_finished for file in found)}
    return render(request, "imports/imports.html", page, status=422 if errors else 200)


def one(request: MemberRequest, org: str, number: int) -> HttpResponse:
    """Show one import: how far it is, what became of its rows, and why some were not taken."""
    file = imports.one(by=request.member, number=number)
    page = {
        "file": file,
        "title": title(file),
        "sure": round(file.confidence * 100),
        "share": share(file),
        "refusals": grouped(reason for reason in file.reasons if reason.is_refusal),
        "own_edits": grouped(reason for reason in file.reasons if reason.code == "import-own-edit-kept"),
        "notes": grouped(
            reason
            for reason in file.reasons
            if not reason.is_refusal and reason.code != "import-own-edit-kept"
        ),
    }
    return render(request, "imports/import.html", page)
