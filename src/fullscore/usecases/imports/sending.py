"""Files that a program sends: what is surely known is applied, what is not waits for a person."""

from collections.abc import Callable
from datetime import datetime

from fullscore.engine.findings.finding import Finding
from fullscore.engine.registers.access import Member, Right
from fullscore.store import imports as store
from fullscore.store.models import ImportRun
from fullscore.usecases.imports.starting import dry_run, named, opened, start
from fullscore.usecases.imports.values import Imported, imported
from fullscore.usecases.registers import RefusedError

Way = Callable[[str, bytes], Imported]


def send(*, by: Member, file_name: str, content: bytes, now: datetime) -> tuple[Imported, ...]:
    """Start an import of a file, or of each list in a ZIP, to be applied where nobody needs to be asked.

    A list of several that cannot be read says so in its place; raises `RefusedError` when none can be.
    """

    def way(name: str, each: bytes) -> Imported:
        return start(by=by, file_name=name, content=each, now=now, came_by="rest", is_applied=True)

    return each_list(by, file_name, content, now, way)


def try_out(*, by: Member, file_name: str, content: bytes, now: datetime) -> tuple[Imported, ...]:
    """Return what a file, or each list in a ZIP, would do; nothing is kept. Raises as `send`."""

    def way(name: str, each: bytes) -> Imported:
        return dry_run(by=by, file_name=name, content=each, now=now)

    return each_list(by, file_name, content, now, way)


def each_list(
    by: Member, file_name: str, content: bytes, now: datetime, way: Way
) -> tuple[Imported, ...]:  # fmt: skip
    """Take each list of a file the given way; raises `RefusedError` when none could be."""
    by.require(Right.IMPORT)
    done: list[Imported] = []
    findings: list[Finding] = []
    lists = opened(file_name, content)
    for name, each in lists:
        try:
            done.append(way(name, each))
        except RefusedError as refusal:
            findings += refusal.findings
            done.append(_refused(by, name, now, refusal))
    if all(file.state == "refused" for file in done):
        raise RefusedError(*findings)
    return tuple(done)


def _refused(by: Member, name: str, now: datetime, refusal: RefusedError) -> Imported:
    """Return a list that was not kept, with the reason why."""
    run = ImportRun(
        organisation_id=by.organisation_id, file=named(name), started_at=now, by_name=by.name, came_by="rest",
        state="refused",
    )  # fmt: skip
    told = [
        {"line": 0, "column": None, "code": each.code, "values": dict(each.values), "refused": True}
        for each in refusal.findings
    ]
    return imported(run, store.as_reasons(run, told))
