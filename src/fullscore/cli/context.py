"""How every command refuses: a sentence, an exit code, and with --json a document."""

import json
import sys
from typing import Any

import click
import typer
from typer.core import TyperGroup

from fullscore.engine.findings.problem import problem, refusal
from fullscore.engine.registers.access import NotAllowedError
from fullscore.usecases.registers import RefusedError

FAILED, REFUSED = 1, 2


class Speaking(TyperGroup):
    """Turns refusals of use cases into sentences, whichever room's command met them."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  click's signature
        try:
            return super().invoke(ctx)
        except RefusedError as error:
            _tell(str(error), refusal(status=422, findings=error.findings))
            raise typer.Exit(REFUSED) from error
        except NotAllowedError as error:
            _tell(str(error), problem(status=403, code="not-allowed", detail=str(error)))
            raise typer.Exit(REFUSED) from error


def _tell(sentence: str, document: dict[str, object]) -> None:
    typer.echo(sentence, err=True)
    if "--json" in sys.argv:
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
