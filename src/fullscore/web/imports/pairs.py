"""Rows that may be one thing: shown side by side, decided by a person, parted again."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Member, Right
from fullscore.usecases import imports
from fullscore.usecases.imports import Pair
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import NotThereError, RefusedError
from fullscore.web.imports.reads import Reads, reads

_SOURCES = "Known to"


@dataclass(frozen=True, slots=True)
class Beside:
    """One value of a pair, the two rows beside one another."""

    label: str
    one: str
    other: str

    @property
    def differs(self) -> bool:
        return self.one != self.other


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair with its values beside one another."""

    pair: Pair
    lines: tuple[Beside, ...]


def pairs(request: MemberRequest, org: str) -> HttpResponse:
    return _page(request)


def _page(request: MemberRequest, trouble: str = "") -> HttpResponse:
    by = request.member
    page = {
        "open": [_shown(pair, reads(request, pair.register)) for pair in imports.pairs(by=by)],
        "decided": imports.pairs(by=by, is_decided=True),
        "may_decide": by.may(Right.EDIT_REGISTERS),
        "trouble": trouble,
    }
    return render(request, "imports/pairs.html", page, status=422 if trouble else 200)


def _shown(pair: Pair, read: Reads) -> Shown:
    lines = [
        Beside(label, read(label, one), read(label, other))
        for (label, one), (_, other) in zip(pair.one.values, pair.other.values, strict=True)
    ]
    lines.append(Beside(_SOURCES, ", ".join(pair.one.sources), ", ".join(pair.other.sources)))
    return Shown(pair, tuple(lines))


def decide(request: MemberRequest, org: str, number: int) -> HttpResponse:
    """Merge a pair into one of its rows, say that they are two, or part them again."""
    try:
        said = _decided(request, request.member, number)
    except NotThereError:
        raise
    except RefusedError as refusal:
        if not request.member.may(Right.IMPORT):
            raise
        return _page(request, str(refusal))
    messages.success(request, said)
    return HttpResponseRedirect(reverse("import-pairs", args=(org,)))


def _decided(request: MemberRequest, by: Member, number: int) -> str:
    now = request.now
    match request.POST.get("answer"):
        case "one" | "other" as keep:
            pair = imports.same(by=by, number=number, keep="one" if keep == "one" else "other", now=now)
            return f"{pair.one.title} and {pair.other.title} are one now: {pair.kept}."
        case "part":
            parted = imports.part(by=by, number=number, now=now)
            kept = " ".join(say(finding) for finding in parted.kept)
            return f"{' and '.join(parted.refs)} are two again. {kept}".strip()
        case _:
            pair = imports.different(by=by, number=number, now=now)
            return f"{pair.one.title} and {pair.other.title} stay two. They are not offered again."
