"""What cannot be printed is said, nothing half-made is kept, and it is made once the cause is mended."""

import pytest

from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import Brand, Organisation, PackFile
from fullscore.usecases import reports
from fullscore.usecases.registers.files import kept_blob
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.reports import printing
from tests.conftest import NOW, MemberFactory
from tests.paper.example import rich
from tests.usecases.proposing import world
from tests.usecases.test_packs import issued, work

BROKEN = b"\x89PNG\r\n\x1a\n and no picture"


@pytest.fixture
def by(organisation: Organisation, member: MemberFactory) -> Member:
    world(organisation)
    it = member(Role.IT)
    blob = kept_blob(organisation.pk, BROKEN)
    Brand.objects.of(organisation.pk).create(organisation_id=organisation.pk, logo=blob, logo_type="png")
    return it


def test_a_logo_that_broke_since_is_named_and_no_file_is_kept(by: Member) -> None:
    shown = issued(by)

    assert shown.state == "failed"
    assert "Look at logo and names, then try again." in shown.error
    assert not PackFile.objects.of(by.organisation_id).exists()


def test_it_is_printed_once_the_logo_is_gone(by: Member) -> None:
    number = issued(by).number
    Brand.objects.of(by.organisation_id).update(logo=None, logo_type="")

    reports.again(by=by, kind="board", number=number, now=NOW)
    work()

    assert reports.pack(by=by, kind="board", number=number).state == "done"


def test_the_finding_says_why(by: Member) -> None:
    with pytest.raises(RefusedError) as refused:
        list(printing.files(by.organisation_id, rich()))

    assert [each.code for each in refused.value.findings] == ["pack-not-printed"]
    assert str(refused.value).startswith("The pack cannot be printed: ")
