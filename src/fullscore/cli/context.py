"""How every command refuses: a sentence, an exit code, and with --json a document."""

import json
from typing import Any

import typer
from typer.core import TyperGroup

from fullscore.engine.findings.problem import problem, refusal
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import NotAllowedError
from fullscore.usecases.host import disk_full
from fullscore.usecases.registers import RefusedError

FAILED, REFUSED = 1, 2
AS_JSON = "fullscore.as_json"
# Typer keeps a click of its own and exports no name for its context.
Context = Any


class Speaking(TyperGroup):
    """Turns refusals of use cases into sentences, whichever room's command met them."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        ctx.meta[AS_JSON] = "--json" in args
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Context) -> Any:  # noqa: ANN401  typer's signature
        try:
            return super().invoke(ctx)
        except RefusedError as error:
            _tell(ctx, str(error), refusal(status=422, findings=error.findings))
            raise typer.Exit(REFUSED) from error
        except NotAllowedError as error:
            _tell(ctx, str(error), problem(status=403, code="not-allowed", detail=str(error)))
            raise typer.Exit(REFUSED) from error
        except Exception as error:
            full = disk_full(error)
            if full is None:
                raise
            _tell(ctx, say(full), refusal(status=507, findings=(full,)))
            raise typer.Exit(FAILED) from error


def _tell(ctx: Context, sentence: str, document: dict[str, object]) -> None:
    typer.echo(sentence, err=True)
    if ctx.meta[AS_JSON]:
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
