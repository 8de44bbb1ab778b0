"""Pages of the people in an organisation: members and invitations, for owners."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Role
from fullscore.usecases.accounts import links, mailing, members
from fullscore.usecases.accounts.links import Link
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import NotThereError, RefusedError


def list_and_invite(request: MemberRequest, org: str) -> HttpResponse:
    """Show who belongs; on POST invite one more and show the link this once."""
    if request.method != "POST":
        return _page(request)
    try:
        role = role_named(request.POST.get("role", ""))
        link = links.invite(
            by=request.member, email=request.POST.get("email", ""), role=role, now=request.now
        )
    except RefusedError as refusal:
        return _page(request, status=422, refusal=refusal, email=request.POST.get("email", ""))
    site = request.build_absolute_uri("/")
    is_mailed = mailing.send_invitation(
        link=link, who=request.member.name, organisation=request.organisation_name, site=site
    )
    return _page(request, link=link, is_mailed=is_mailed, address=site.rstrip("/") + link.path)


def change_role(request: MemberRequest, org: str, membership: int) -> HttpResponse:
    try:
        role = role_named(request.POST.get("role", ""))
        done = members.change_role(by=request.member, membership=membership, role=role, now=request.now)
    except RefusedError as refusal:
        return _page(request, status=_status(refusal), refusal=refusal)
    messages.success(request, f"{done.name} is now {done.role.value}.")
    return HttpResponseRedirect(f"/o/{org}/members/")


def deactivate(request: MemberRequest, org: str, membership: int) -> HttpResponse:
    try:
        done = members.deactivate(by=request.member, membership=membership, now=request.now)
    except RefusedError as refusal:
        return _page(request, status=_status(refusal), refusal=refusal)
    messages.success(request, f"{done.name} can no longer enter. What they did stays in the history.")
    return HttpResponseRedirect(f"/o/{org}/members/")


def role_named(name: str) -> Role:
    """Return the role a form named; raises `RefusedError` for a word that is none."""
    try:
        return Role(name)
    except ValueError as error:
        raise RefusedError(
            Finding("role-unknown", Subject("accounts", "role"), {"role": name[:40]})
        ) from error


def _status(refusal: RefusedError) -> int:
    return 404 if isinstance(refusal, NotThereError) else 422


def _page(
    request: MemberRequest,
    *,
    status: int = 200,
    refusal: RefusedError | None = None,
    link: Link | None = None,
    **values: object,
) -> HttpResponse:
    everybody = members.members(by=request.member)
    page = {
        "members": everybody,
        "in_count": sum(each.deactivated_at is None for each in everybody),
        "invitations": members.invitations(by=request.member, now=request.now),
        "roles": list(Role),
        "sentences": [say(finding) for finding in refusal.findings] if refusal else [],
        "link": link,
        **values,
    }
    return render(request, "accounts/members.html", page, status=status)
