"""What the group of the register of changes knows beside rows."""

import typer

from fullscore.cli.changes import calendars, impact, life, schedule, why


def add_to(group: typer.Typer) -> None:
    """Give the commands of the register of changes all that is done with a change."""
    calendars.add_to(group)
    life.add_to(group)
    impact.add_to(group)
    schedule.add_to(group)
    why.add_to(group)
