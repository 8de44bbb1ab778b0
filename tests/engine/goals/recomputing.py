"""Traces recomputed by the script in docs, as anybody could."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

from fullscore.engine.findings.trace import Trace, as_document

RECOMPUTE = Path(__file__).parents[3] / "docs/recompute.py"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("recompute", RECOMPUTE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT = script()


def wrong_in(*traces: Trace) -> list[str]:
    """Return what the script finds wrong in these traces, once they are plain JSON."""
    wrong: list[str] = []
    for trace in traces:
        SCRIPT.recompute(json.loads(json.dumps(as_document(trace))), "", wrong)
    return wrong
