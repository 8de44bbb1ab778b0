"""One code, one sentence, one test, one entry in docs/findings.md."""

from pathlib import Path

import pytest

from fullscore.engine.findings.sentences_en import SENTENCES

ROOT = Path(__file__).parents[2]
DOCUMENTED = {
    line.split("|")[1].strip().strip("`")
    for line in (ROOT / "docs/findings.md").read_text().splitlines()
    if line.startswith("| `")
}
TESTED = "\n".join(path.read_text() for path in sorted((ROOT / "tests").rglob("*.py")))


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_finding_is_explained_and_tested(code: str) -> None:
    assert code in DOCUMENTED
    assert f'"{code}"' in TESTED


def test_nothing_is_explained_that_is_never_said() -> None:
    assert set(SENTENCES) >= DOCUMENTED
