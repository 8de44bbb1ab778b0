"""How long a command takes beside `django.setup()` alone: `python benchmarks/commands.py`.

Figures are seconds of processor, own and system's, of a process from its start to its end: medians of three
rounds of three runs. Both regimes count, since installers differ: with the bytecode kept, as after the
first start, and without, as in a folder nobody may write to. The sample company is loaded for the run.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import yardstick

ROUNDS, RUNS = 3, 3
TIMES_SETUP = 2
SENTENCE = "We need to scale our sales team by 50 percent next quarter"
SETUP = ("-c", "import django; django.setup()")
PLAN = ("-m", "fullscore.cli.main", "plan", SENTENCE, "--on", "2026-11-23")
COMMANDS = {
    "plan": PLAN,
    "plan --json": (*PLAN, "--json"),
    "items list": ("-m", "fullscore.cli.main", "items", "list"),
    "--help": ("-m", "fullscore.cli.main", "--help"),
}
KEPT = {"plan", "plan --json"}


def environment(home: Path, bytecode: Path | None) -> dict[str, str]:
    ours = {"FULLSCORE_HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[1] / "src")}
    cached = {"PYTHONPYCACHEPREFIX": str(bytecode)} if bytecode else {"PYTHONDONTWRITEBYTECODE": "1"}
    dropped = {"DATABASE_URL", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, **ours, **cached, "DJANGO_SETTINGS_MODULE": "fullscore.conf.settings"}


def seconds(words: tuple[str, ...], variables: dict[str, str]) -> float:
    """Return the processor's seconds of one process; one that fails ends the benchmark."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], env=variables, stdout=subprocess.DEVNULL, check=True)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ratios(words: tuple[str, ...], variables: dict[str, str]) -> tuple[float, float, float]:
    """Return the median seconds of setup and of a command, and the median of the rounds' ratios."""
    setup, whole, parts = [], [], []
    seconds(words, variables)
    for _ in range(ROUNDS):
        # In turns, so that a machine that grows busy is as busy for both.
        pairs = [(seconds(SETUP, variables), seconds(words, variables)) for _ in range(RUNS)]
        setup.append(statistics.median(pair[0] for pair in pairs))
        whole.append(statistics.median(pair[1] for pair in pairs))
        parts.append(whole[-1] / setup[-1])
    return statistics.median(setup), statistics.median(whole), statistics.median(parts)


def main(home: Path, bytecode: Path) -> int:
    variables = environment(home, bytecode)
    seconds(("-m", "fullscore.cli.main", "demo", "--on", "2026-11-23", "--load-only"), variables)
    print(yardstick.line())
    slow = 0
    for regime, cached in (("with bytecode", bytecode), ("without", None)):
        for name, words in COMMANDS.items():
            setup, whole, ratio = ratios(words, environment(home, cached))
            is_slow = name in KEPT and ratio > TIMES_SETUP
            slow += is_slow
            verdict = "" if name not in KEPT else " SLOW" if is_slow else " ok"
            print(
                f"{regime:14} {name:12} setup {setup:.2f} s, whole {whole:.2f} s, {ratio:.2f} times{verdict}"
            )
    return 1 if slow else 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(main(Path(folder) / "home", Path(folder) / "bytecode"))
