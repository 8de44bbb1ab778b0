"""What the group of the register of changes knows beside rows."""

import typer

from fullscore.cli.changes import life


def add_to(group: typer.Typer) -> None:
    """Give the commands of the register of changes all that is done with a change."""
    life.add_to(group)
