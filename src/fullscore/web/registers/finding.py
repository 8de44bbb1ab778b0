"""Across all registers: one box that looks through them, and the record of who did what."""

from itertools import groupby
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render

from fullscore.engine.findings.english.words import listed
from fullscore.usecases import registers
from fullscore.usecases.policy import MemberRequest

_LONGEST = 200
_LONGEST_NUMBER = 18


def find(request: MemberRequest, *, org: str) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:_LONGEST]
    hits = registers.search(by=request.member, text=text)
    groups = [(where, list(found)) for where, found in groupby(hits, key=lambda hit: hit.where)]
    places = listed(tuple(where.lower() for where, _ in groups)) if groups else ""
    return render(request, "registers/find.html", {"find_text": text, "groups": groups, "places": places})


def history(request: MemberRequest, *, org: str) -> HttpResponse:
    """Show who did what, newest first; `before` is the entry to go on from."""
    before = request.GET.get("before", "")
    is_number = before.isdecimal() and len(before) <= _LONGEST_NUMBER
    deeds = registers.deeds(by=request.member, before=int(before) if is_number else None)
    zone = ZoneInfo(request.account.zone)
    days = groupby(deeds.lines, key=lambda deed: deed.entry.at.astimezone(zone).date())
    page = {
        "days": [(day, list(lines)) for day, lines in days],
        "older": deeds.older,
        "is_first": not is_number,
    }
    return render(request, "registers/history.html", page)
