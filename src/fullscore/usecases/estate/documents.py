"""The estate's standing as a document: what REST and `--json` answer, the same for both."""

from fullscore.engine.estate.noticing import Notice
from fullscore.engine.findings.problem import finding_document
from fullscore.engine.findings.trace import Trace, as_document, plain_value
from fullscore.usecases.estate.values import Standing

Document = dict[str, object]


def completeness_document(found: Standing) -> Document:
    """Return `fullscore/completeness/1`: what is known, what is missing, and what to see to meanwhile."""
    percent = found.known.percent
    return {
        "schema": "fullscore/completeness/1",
        "organisation": found.organisation,
        "on": found.on.isoformat(),
        "currency": found.currency,
        "data_as_of": {name: at.isoformat(timespec="seconds") for name, at in found.ages.items()},
        "known": {
            "percent": None if percent is None else plain_value(percent.value),
            "needs": [
                {"register": need.register, "field": need.field, "needed": need.needed, "known": need.known}
                for need in found.known.needs
            ],
            "trace": None if percent is None else as_document(Trace(None, op="figures", args=(percent,))),
        },
        "gaps": [_notice(notice) for notice in found.gaps],
        "expires": [_notice(notice) for notice in found.expires],
        "unassigned": [_notice(notice) for notice in found.unassigned],
        "ownerless": [_notice(notice) for notice in found.ownerless],
        "next": [step.kind for step in found.next_steps],
    }


def _notice(notice: Notice) -> Document:
    return {
        **finding_document(notice.finding),
        "register": notice.register,
        "rows": len(notice.refs),
        "refs": list(notice.refs),
        "windows": [{"days": each.days, "rows": len(each.refs)} for each in notice.windows],
        "nearest": notice.nearest.isoformat() if notice.nearest else None,
    }
