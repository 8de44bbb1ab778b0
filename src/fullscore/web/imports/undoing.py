"""An import taken back: first what that will do, then the work, followed on the import's own page."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.usecases import imports
from fullscore.usecases.imports import Imported
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError


def may_undo(file: Imported) -> bool:
    """Say whether there is something to take back."""
    return file.state in {"done", "stopped"} and file.created + file.updated + file.conflicts > 0


def undo(request: MemberRequest, org: str, number: int) -> HttpResponse:
    """Say what taking the import back will do; on POST begin."""
    if request.method != "POST":
        return _asked(request, number)
    try:
        imports.undo(by=request.member, number=number, now=request.now)
    except RefusedError as refusal:
        return _asked(request, number, str(refusal))
    return HttpResponseRedirect(reverse("import", args=(org, number)))


def _asked(request: MemberRequest, number: int, trouble: str = "") -> HttpResponse:
    file = imports.one(by=request.member, number=number, most=0)
    changed = file.updated + file.conflicts
    page = {"file": file, "changed": changed, "touched": file.created + changed, "trouble": trouble}
    return render(request, "imports/undo.html", page, status=422 if trouble else 200)
