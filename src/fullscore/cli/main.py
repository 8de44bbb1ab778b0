"""`fullscore`, the command: the same use cases, spoken in a shell."""

import atexit
import gc
import os
import sys
from types import MappingProxyType

import django
import typer

# Where each command lives, in the order of the help; what stands nowhere else is a register.
ROOMS = MappingProxyType({
    "fullscore.cli.host.commands": (
        "init", "serve", "web", "worker", "backup", "restore", "upgrade", "demo", "doctor",
    ),
    "fullscore.cli.today.lines": ("today",),
    "fullscore.cli.today.mail": ("digest",),
    "fullscore.cli.goals.planning": ("plan",),
    "fullscore.cli.goals.keeping": ("goals",),
    "fullscore.cli.estate": ("estate",),
    "fullscore.cli.budget": ("budget",),
    "fullscore.cli.risk": ("risk",),
    "fullscore.cli.reports": ("reports",),
    "fullscore.cli.imports.bringing": ("import",),
    "fullscore.cli.imports.keeping": ("imports",),
    "fullscore.cli.accounts": ("accounts",),
    "fullscore.cli.settings": ("settings",),
    "fullscore.cli.registers.everything": ("export",),
    "fullscore.cli.registers.rows": (),
})  # fmt: skip


def _built() -> typer.Typer:
    # A command lives for a second; looking for cycles among what Django has loaded, while it works and once
    # more when it ends, would be a tenth of it.
    gc.set_threshold(400_000, 20, 100)
    atexit.register(gc.freeze)
    # Commands of the registers follow from the models, so Django stands before any command does.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fullscore.conf.settings")
    try:
        django.setup()
    except ValueError as error:
        sys.stderr.write(f"A setting in the environment is not understood. {error}\n")
        sys.exit(2)
    return _opened()


def _opened() -> typer.Typer:
    # It needs Django.
    from fullscore.cli.context import Speaking  # noqa: PLC0415

    class Doors(Speaking):
        rooms = ROOMS

    return typer.Typer(
        cls=Doors,
        callback=lambda: None,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        help="Fullscore, the IT conductor's stand. Data lies in FULLSCORE_HOME, or where DATABASE_URL says.",
    )


app = _built()

if __name__ == "__main__":
    app()
