"""How every command is found, and how it refuses: a sentence, an exit code, and with --json a document."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

from fullscore.engine.findings.problem import problem, refusal
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import NotAllowedError
from fullscore.usecases.host.writing import disk_full
from fullscore.usecases.registers.values import RefusedError

FAILED, REFUSED = 1, 2
AS_JSON = "fullscore.as_json"
# Typer keeps a click of its own and exports no name for its context, parameters and commands.
Context = Any


class Speaking(TyperGroup):
    """Turns refusals of use cases into sentences, whichever room's command met them.

    `rooms` says which module mounts which commands; a module is loaded when one of its commands is asked
    for, the one that names none when nobody else has it, and all when somebody asks for help.
    """

    rooms: Mapping[str, tuple[str, ...]] = {}

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        ctx.meta[AS_JSON] = "--json" in args
        _take_text_as_it_is(ctx, self)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: Context) -> list[str]:
        # From nothing, so that the order is the table's and not that in which commands were asked for.
        self.commands.clear()
        for room in self.rooms:
            self._load(room)
        return super().list_commands(ctx)

    def get_command(self, ctx: Context, cmd_name: str) -> Any:  # noqa: ANN401  typer's signature
        if cmd_name not in self.commands:
            self._load(next(room for room, names in self.rooms.items() if cmd_name in names or not names))
        if cmd_name not in self.commands:
            # What the person may have meant instead is looked for among all.
            self.list_commands(ctx)
        found = super().get_command(ctx, cmd_name)
        if found is not None:
            _take_text_as_it_is(ctx, found)
        return found

    def _load(self, room: str) -> None:
        made = typer.Typer()
        import_module(room).mount(made)
        self.commands.update(get_group(made).commands)

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


def _take_text_as_it_is(ctx: Context, command: Context) -> None:
    """Spare short commands pydantic, which typer loads to find that text is text: a third of their time."""
    for param in command.get_params(ctx):
        if getattr(param, "type_descriptor", None) is not None and not (param.multiple or param.nargs != 1):
            param.process_value = partial(_processed, param, param.process_value)


def _processed(param: Context, otherwise: Callable[[Context, Any], Any], ctx: Context, value: Any) -> Any:  # noqa: ANN401  whatever a parameter may be
    said = isinstance(value, str) and param.type_descriptor.annotation is str
    if not (said or (value is None and not param.required)):
        return otherwise(ctx, value)
    return value if param.callback is None else param.callback(ctx, param, value)


def _tell(ctx: Context, sentence: str, document: dict[str, object]) -> None:
    typer.echo(sentence, err=True)
    if ctx.meta[AS_JSON]:
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
