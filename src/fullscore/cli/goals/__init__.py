"""`fullscore plan SENTENCE` and `fullscore goals …`: what goals ask of IT, kept, accepted, ordered."""

import typer

from fullscore.cli.goals import keeping, planning


def mount(app: typer.Typer) -> None:
    """Give `app` the command `plan` and the group `goals`."""
    planning.mount(app)
    keeping.mount(app)
