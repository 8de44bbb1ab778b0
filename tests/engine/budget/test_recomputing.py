"""A business case is recomputed from its traces, by a script that knows nothing of the program."""

import importlib.util
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.risk.ranges import mean
from fullscore.engine.risk.scenario import Range

SCRIPT = Path(__file__).parents[3] / "docs/recompute.py"


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("recompute", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


RECOMPUTE = _script()


def _leaf(value: float) -> dict[str, object]:
    return {"figure": None, "value": value, "op": None, "args": [], "note": None}


def _sum(figure: str, *values: float) -> dict[str, object]:
    return {
        "figure": figure,
        "value": sum(values),
        "op": "sum",
        "args": list(map(_leaf, values)),
        "note": None,
    }


def _case(total: str, payback: float) -> dict[str, object]:
    needed = {"what": "costs", "needed": "9.00", "trace": {**_sum("", 4, 5), "figure": None}}
    figures = {
        "total": _sum("total", 3, 4),
        "payback": _sum("payback", 2, 1 / 3),
        "year_1": _sum("year_1", -3),
    }
    option = {
        "ref": "wrap", "total": total, "payback": round(payback, 2), "needed": [needed], "figures": figures,
    }  # fmt: skip
    return {"schema": "fullscore/business-case/1", "options": [option]}


def _run(tmp_path: Path, document: dict[str, object]) -> int:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    found: Callable[[str], int] = RECOMPUTE.main
    return found(str(path))


def test_a_case_whose_figures_are_their_sums_agrees(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, _case("7.00", 2 + 1 / 3)) == 0
    assert capsys.readouterr().out == "4 figures recomputed, 0 wrong\n"


def test_an_amount_that_is_not_its_trace_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tmp_path, _case("7.10", 2 + 1 / 3)) == 1
    assert "wrap: field total does not show its trace's 7" in capsys.readouterr().out


@given(st.floats(0.001, 1e6), st.floats(1.01, 1_000))
def test_the_mean_of_a_range_is_recomputed(low: float, width: float) -> None:
    span = Range(low, low * width)
    found = RECOMPUTE.OPERATIONS["lognormal-mean"]([Fraction(repr(span.low)), Fraction(repr(span.high))])
    assert float(found) == pytest.approx(mean(span), rel=1e-9)
