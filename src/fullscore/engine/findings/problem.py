"""A refusal as a document: RFC 9457, the same at every door that speaks JSON."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from fullscore.engine.findings.finding import Finding, Value
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.trace import as_document

TITLES: Mapping[int, str] = {
    400: "Not understood",
    401: "Not signed in",
    403: "Not allowed",
    404: "Not found",
    405: "Not possible here",
    409: "Changed by somebody else",
    413: "Too large",
    415: "Not a kind of file we read",
    422: "Refused",
    429: "Too many tries",
    500: "Fullscore failed",
    503: "Not ready",
    507: "The disk is full",
}


def problem(*, status: int, code: str, detail: str, findings: Iterable[Finding] = ()) -> dict[str, object]:
    """Return the document of a refusal; `code` is stable, `detail` is for people."""
    return {
        "type": "about:blank",
        "title": TITLES.get(status, "Refused"),
        "status": status,
        "code": code,
        "detail": detail,
        "findings": [finding_document(finding) for finding in findings],
    }


def refusal(*, status: int, findings: tuple[Finding, ...]) -> dict[str, object]:
    """Return the document of a refusal that findings explain; the first gives the code."""
    detail = " ".join(say(finding) for finding in findings)
    return problem(status=status, code=findings[0].code, detail=detail, findings=findings)


def finding_document(finding: Finding) -> dict[str, object]:
    """Return a finding as every JSON door shows it."""
    return {
        "code": finding.code,
        "subject": {"register": finding.subject.register, "ref": finding.subject.ref},
        "values": {name: _plain(value) for name, value in finding.values.items()},
        "sentence": say(finding),
        "act_by": finding.act_by.isoformat() if finding.act_by else None,
        "cost_of_waiting": _money(finding.cost_of_waiting),
        "at_stake": _money(finding.at_stake),
        "basis": finding.basis.value,
        "trace": as_document(finding.trace) if finding.trace else None,
    }


def _plain(value: Value) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def _money(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.2f}"
