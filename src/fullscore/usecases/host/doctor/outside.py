"""Checks of how Fullscore meets the world: pages, addresses, mail, strangers' files."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

import fullscore
from fullscore.egress import probe
from fullscore.importing import child
from fullscore.usecases.host.doctor.check import Check, broken, doubtful, fine

BUILT = Path(fullscore.__file__).parent / "web/static/built/manifest.json"


def pages(now: datetime) -> Check:
    del now
    if not BUILT.is_file():
        return broken("pages", "The pages' styles were not built.", "Install Fullscore anew: pip install .")
    return fine("pages", "The pages' styles are built.")


def hosts(now: datetime) -> Check:
    del now
    if "*" in settings.ALLOWED_HOSTS:
        return doubtful(
            "hosts", "Pages are served under any name.",
            "Where others can reach it, name it: FULLSCORE_HOSTS=fullscore.example.com",
        )  # fmt: skip
    return fine("hosts", f"Pages are served as {', '.join(settings.ALLOWED_HOSTS)}.")


def https(now: datetime) -> Check:
    del now
    if settings.SESSION_COOKIE_SECURE:
        return fine("https", "Cookies travel over HTTPS only.")
    return doubtful(
        "https", "Cookies may travel in clear text, which is right on one machine only.",
        "Serve with --cert and --key or behind a proxy with TLS, and set FULLSCORE_HTTPS=1.",
    )  # fmt: skip


def mail(now: datetime) -> Check:
    del now
    if not settings.EMAIL_HOST:
        return doubtful(
            "mail", "No mail server is named: invitations and forgotten passwords go by links you hand over.",
            "Name one: FULLSCORE_MAIL_HOST, FULLSCORE_MAIL_PORT, FULLSCORE_MAIL_FROM.",
        )  # fmt: skip
    if not settings.SITE and "*" in settings.ALLOWED_HOSTS:
        return doubtful(
            "mail", "No link is mailed: Fullscore does not know the address people use.",
            "Set FULLSCORE_SITE to it, as https://it.example.com.",
        )  # fmt: skip
    why = probe.why_silent(settings.EMAIL_HOST, settings.EMAIL_PORT)
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    if why is not None:
        return broken("mail", f"{where} does not answer: {why}.", "Check name, port and firewall.")
    return fine("mail", f"{where} answers.")


def strangers_files(now: datetime) -> Check:
    del now
    how = child.network_refused_by()
    if how == "not started":
        do = "Check that Python may start processes here (containers: pids limit, seccomp profile)."
        return broken("strangers-files", "The limited process that reads imported files did not start.", do)
    if how == "seccomp":
        return fine("strangers-files", "The kernel keeps the process that reads files off the net.")
    return doubtful(
        "strangers-files", f"Imported files are read in a process whose network is refused by an {how}.",
        "Use Linux on x86-64 or ARM64 for a refusal by the kernel; the other limits hold here too.",
    )  # fmt: skip


CHECKS = (pages, hosts, https, mail, strangers_files)
