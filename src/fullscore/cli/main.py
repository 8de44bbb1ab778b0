"""`fullscore`, the command: the same use cases, spoken in a shell."""

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import django
import typer


def _built() -> typer.Typer:
    # Commands of the registers follow from the models, so Django stands before any command does.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fullscore.conf.settings")
    try:
        django.setup()
    except ValueError as error:
        sys.stderr.write(f"A setting in the environment is not understood. {error}\n")
        sys.exit(2)
    return _mounted()


def _mounted() -> typer.Typer:
    from fullscore.cli import accounts, registers, settings  # noqa: PLC0415  they need Django
    from fullscore.cli.context import Speaking  # noqa: PLC0415
    from fullscore.cli.host import commands  # noqa: PLC0415

    made = typer.Typer(
        cls=Speaking,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        help="Fullscore, the IT conductor's stand. Data lies in FULLSCORE_HOME, or where DATABASE_URL says.",
    )
    for room in (commands, *_present("goals", "imports"), accounts, settings, registers):
        room.mount(made)
    return made


def _present(*names: str) -> list[Any]:
    found = (name for name in names if find_spec(f"fullscore.cli.{name}"))
    return [import_module(f"fullscore.cli.{name}") for name in found]


app = _built()

if __name__ == "__main__":
    app()
