"""One box that looks through everything the member may see."""

from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render

from fullscore.engine.findings.english.words import listed
from fullscore.usecases import registers
from fullscore.usecases.policy import MemberRequest

_LONGEST = 200


def find(request: MemberRequest, *, org: str) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:_LONGEST]
    hits = registers.search(by=request.member, text=text)
    groups = [(where, list(found)) for where, found in groupby(hits, key=lambda hit: hit.where)]
    places = listed(tuple(where.lower() for where, _ in groups)) if groups else ""
    return render(request, "registers/find.html", {"find_text": text, "groups": groups, "places": places})
