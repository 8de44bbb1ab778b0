"""What is remembered of Today is forgotten as soon as anything was written, whoever wrote it."""

from datetime import timedelta

from fullscore.store.models import KeptFinding, Organisation
from fullscore.usecases import today
from fullscore.usecases.goals import recalling
from fullscore.usecases.host import operator
from tests.conftest import NOW, TODAY
from tests.usecases.bound import fill


def test_what_somebody_did_is_seen_at_once_though_the_page_is_remembered(own_database: str) -> None:
    del own_database
    recalling.forget()
    place = Organisation.objects.create(name="Mill", ref="mill", country="US", created_at=NOW)
    fill(place)
    today.work_out(organisation_id=place.pk, now=NOW)
    by = operator(None)
    first, count = today.today(by=by, on=TODAY, now=NOW), today.count(by=by)
    line = KeptFinding.objects.of(place.pk).get(ref="copier", code="contract-notice-due").pk

    today.finish(by=by, finding=line, now=NOW)

    again = today.today(by=by, on=TODAY, now=NOW)
    assert line in [each.id for each in first.lines]
    assert line not in [each.id for each in again.lines]
    assert [each.id for each in again.done] == [line]
    assert today.count(by=by) == (count or 0) - 1
    # Nothing is written by a minute that passes, and yet the newest change has settled meanwhile.
    assert today.today(by=by, on=TODAY, now=NOW + timedelta(minutes=2)).is_behind
