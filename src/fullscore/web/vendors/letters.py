"""The notice letter: one plain page to print and sign, and the same as text."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from django.http import HttpResponse
from django.shortcuts import render

from fullscore.usecases import registers, vendors
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.vendors import Case


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as its lines: who writes to whom, on which day, about what, and what it says."""

    sender: str
    to: tuple[str, ...]
    day: str
    subject: str
    paragraphs: tuple[str, ...]
    form: str
    by: str


def letter(request: MemberRequest, *, org: str, ref: str) -> HttpResponse:
    found = vendors.case(by=request.member, ref=ref, on=request.on)
    page = {"letter": _letter(request, found), "contract": found.renewal.contract, "found": found}
    return render(request, "vendors/letter.html", page)


def text(request: MemberRequest, *, org: str, ref: str) -> HttpResponse:
    """Return the letter as plain text, to be taken along."""
    found = vendors.case(by=request.member, ref=ref, on=request.on)
    answer = HttpResponse(_as_text(_letter(request, found)), content_type="text/plain; charset=utf-8")
    name = quote(f"notice-{ref}.txt", safe="")
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return answer


def _letter(request: MemberRequest, found: Case) -> Letter:
    one = found.renewal
    contract, number = one.contract, str(found.row.values.get("number") or "")
    about = f"{contract.name}{f', contract number {number}' if number else ''}"
    return Letter(
        sender=request.organisation_name,
        to=_addressee(request, found),
        day=_day(request.on),
        subject=f"Notice of termination: {about}",
        paragraphs=tuple(_paragraphs(found, about)),
        form=contract.notice_form or "",
        by=_day(one.dates.notice_by),
    )


def _addressee(request: MemberRequest, found: Case) -> tuple[str, ...]:
    """Return the vendor by name, and where the register says that they are reached."""
    ref = found.renewal.contract.vendor
    if not ref:
        return ()
    row = registers.one(by=request.member, register="vendors", ref=ref)
    told = (row.values.get(name) for name in ("name", "contact", "email"))
    return tuple(str(value) for value in told if value)


def _paragraphs(found: Case, about: str) -> tuple[str, ...]:
    last = _last_day(found)
    ending = (
        f"with effect from the end of {_day(last)}" if last else "at the earliest date the contract allows"
    )
    otherwise = (
        " If it cannot end on that day, please take this as notice to the earliest day it can."
        if last
        else ""
    )
    return (
        "Dear Sir or Madam,",
        f"we hereby give notice to end {about}, {ending}.{otherwise}",
        "Please do not renew it, and charge nothing for any time after that day.",
        "Please confirm in writing that you have received this notice, and the last day of the contract.",
        "Yours faithfully,",
    )


def _last_day(found: Case) -> date | None:
    """Return the last day in force if notice arrives today, or the one that follows from notice given."""
    dates = found.renewal.dates
    return dates.next_exit or (dates.ends_on if found.renewal.contract.notice_given_on else None)


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def _as_text(written: Letter) -> str:
    parts = [
        written.sender, "\n".join(written.to), written.day, written.subject, *written.paragraphs,
        "_" * 40 + "\nName, signature",
    ]  # fmt: skip
    return "\n\n".join(part for part in parts if part).replace("\r", " ") + "\n"
