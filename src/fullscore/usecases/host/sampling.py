"""The sample company: an organisation of its own, loaded through the importers like anybody's files."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction

from fullscore.engine.registers.access import Member, Role
from fullscore.importing.samples import manufacturer
from fullscore.store.models import Membership, Organisation, User
from fullscore.usecases import imports
from fullscore.usecases.host.beginning import keep_apart
from fullscore.usecases.host.operating import as_operator

NAME, REF = manufacturer.NAME, "morrow-metalworks"
OWNER_NAME, OWNER = "Ruth Morrow", "ruth.morrow@morrowmetal.example"


def bring_sample(*, on: date | None, today: date, now: datetime, say: Callable[[str], None]) -> None:
    """Load the sample company, or what an earlier start left out of it.

    Raises `RefusedError` in a home of real data.
    """
    keep_apart(is_sample=True)
    there = Organisation.objects.filter(is_demo=True).first()
    by = as_operator(there.ref, there.pk) if there else _begun(now)
    known = {file.file for file in imports.imports(by=by)}
    for name, content in manufacturer.files(on or today):
        if name not in known:
            say(f"Loading {NAME}: {name}")
            imports.bring_in(by=by, file_name=name, content=content, clock=lambda: now)


@transaction.atomic
def _begun(now: datetime) -> Member:
    made = Organisation.objects.create(
        name=NAME, ref=REF, currency="USD", country="US", subdivision="OH", zone="America/New_York",
        is_demo=True, created_at=now,
    )  # fmt: skip
    owner = User(email=OWNER, name=OWNER_NAME, created_at=now)
    owner.set_unusable_password()
    owner.save()
    Membership.objects.create(organisation=made, user=owner, role=Role.OWNER.value, created_at=now)
    return as_operator(made.ref, made.pk)
