"""Checks of the database: it answers, its tables are ours, its pages are whole, its rows make sense."""

import zoneinfo
from datetime import datetime, timedelta

from fullscore.store import database, schema
from fullscore.store.models import ImportRun, Membership, Organisation
from fullscore.store.schema import Standing
from fullscore.usecases.host.doctor.check import Check, broken, doubtful, fine

IMPORT_TAKES = timedelta(hours=1)


def answers(now: datetime) -> Check:
    del now
    return fine("answers", f"{database.described()} answers.")


def tables(now: datetime) -> Check:
    del now
    found = schema.read()
    if found.standing is Standing.NEWER:
        do = "Install the newer Fullscore again, or restore a backup made before the upgrade."
        return broken("tables", "A newer Fullscore has changed the tables.", do)
    if found.standing is Standing.CURRENT:
        return fine("tables", f"The tables are this version's ({len(found.applied)} steps).")
    do = "Run `fullscore upgrade`, or start with `fullscore serve`."
    return broken("tables", f"{len(found.missing)} steps are missing.", do)


def whole(now: datetime) -> Check:
    del now
    wrong = database.damage()
    if wrong:
        return broken(
            "whole", wrong[0], "Stop Fullscore, keep a copy of its home, and restore the last backup."
        )
    return fine("whole", "Every page is whole and every reference leads to a row.")


def organisations(now: datetime) -> Check:
    del now
    names = list(Organisation.objects.order_by("pk").values_list("name", flat=True))
    if not names:
        return doubtful("organisations", "There is none yet.", "fullscore init --org NAME --owner EMAIL")
    return fine("organisations", f"{len(names)}: {', '.join(names[:3])}{'…' if len(names) > 3 else ''}.")  # noqa: PLR2004


def owners(now: datetime) -> Check:
    del now
    for organisation in Organisation.objects.order_by("pk"):
        active = Membership.objects.of(organisation.pk).filter(deactivated_at=None, user__is_active=True)
        if not active.filter(role="owner").exists():
            do = "Start `fullscore serve` and open the link it prints."
            return doubtful("owners", f"{organisation.name} has no owner yet.", do)
    return fine("owners", "Every organisation has an owner.")


def organisation_zones(now: datetime) -> Check:
    del now
    known = zoneinfo.available_timezones()
    for organisation in Organisation.objects.order_by("pk"):
        if organisation.zone not in known:
            do = f"fullscore settings set zone=America/New_York --org {organisation.ref}"
            return broken("organisation-zones", f"{organisation.name}: no zone '{organisation.zone}'.", do)
    return fine("organisation-zones", "Every organisation's time zone is known.")


def imports(now: datetime) -> Check:
    since = now - IMPORT_TAKES
    for organisation in Organisation.objects.order_by("pk"):
        runs = ImportRun.objects.of(organisation.pk)
        stuck = runs.filter(finished_at=None, started_at__lt=since).order_by("started_at").first()
        if stuck is not None:
            do = "Start a worker: `fullscore serve` or `fullscore worker`. It goes on where it stopped."
            return doubtful(
                "imports", f"{stuck.file} has waited since {stuck.started_at:%Y-%m-%d %H:%M} UTC.", do
            )
    return fine("imports", "No import waits.")


CHECKS = (answers, tables, whole, organisations, owners, organisation_zones, imports)
