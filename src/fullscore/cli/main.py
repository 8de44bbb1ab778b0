"""`fullscore`, the command: the same use cases, spoken in a shell."""

import os
import sys

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
    # They need Django.
    from fullscore.cli import accounts, goals, imports, registers, settings  # noqa: PLC0415
    from fullscore.cli.context import Speaking  # noqa: PLC0415
    from fullscore.cli.host import commands  # noqa: PLC0415

    made = typer.Typer(
        cls=Speaking,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        help="Fullscore, the IT conductor's stand. Data lies in FULLSCORE_HOME, or where DATABASE_URL says.",
    )
    for room in (commands, goals, imports, accounts, settings, registers):
        room.mount(made)
    return made


app = _built()

if __name__ == "__main__":
    app()
