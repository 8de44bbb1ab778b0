"""Mutants: one small change in one function, such as a slip of the hand would make."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.And: ast.Or, ast.Or: ast.And, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "ceil": "floor", "floor": "ceil"}
# A file, and the first line of a function in it.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A function of a module and one change in it: `new` stands in a field of a node."""

    path: Path
    tree: ast.Module
    function: ast.FunctionDef
    node: ast.expr | ast.stmt
    field: str
    new: object
    said: str

    @property
    def name(self) -> str:
        return f"{self.path.stem}:{self.node.lineno}: {self.said}"

    @property
    def place(self) -> Place:
        """Return the file and the line at which Python says that the function begins."""
        first = min([self.function.lineno, *(one.lineno for one in self.function.decorator_list)])
        return str(self.path), first

    def code(self) -> CodeType:
        """Return the changed function's code."""
        kept = getattr(self.node, self.field)
        setattr(self.node, self.field, self.new)
        try:
            module = compile(ast.fix_missing_locations(self.tree), str(self.path), "exec")
        finally:
            setattr(self.node, self.field, kept)
        return next(one for one in _codes(module) if one.co_firstlineno == self.place[1])


def mutants(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a module's functions, in the order of its lines."""
    tree = ast.parse(path.read_text())
    for function in _functions(tree):
        for statement in function.body:
            for node in _deciding(statement):
                for field, new, said in _changes(node):
                    yield Mutant(path, tree, function, node, field, new, said)


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    for node in tree.body:
        inside = node.body if isinstance(node, ast.ClassDef) else [node]
        yield from (one for one in inside if isinstance(one, ast.FunctionDef))


def _codes(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from _codes(one)


def _deciding(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """Yield the nodes that decide something: asserts are for the type checker, text is for readers."""
    if isinstance(node, ast.Assert | ast.JoinedStr):
        return
    if isinstance(node, ast.expr | ast.stmt):
        yield node
    for name, child in ast.iter_fields(node):
        for one in child if isinstance(child, list) else [child]:
            if isinstance(one, ast.AST) and name not in {"annotation", "returns"}:
                yield from _deciding(one)


def _changes(node: ast.expr | ast.stmt) -> Iterator[tuple[str, object, str]]:
    """Yield (field, what stands in it instead, how the change reads) for each change of one node."""
    yield from _operators(node)
    match node:
        case ast.Constant(value=bool(value)):
            yield "value", not value, f"{value} becomes {not value}"
        case ast.Constant(value=int(value)):
            yield "value", value + 1, f"{value} becomes {value + 1}"
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield "value", ast.Constant(None), "nothing is returned"
        case ast.Name(id=name) if name in NAMES:
            yield "id", NAMES[name], f"{name} becomes {NAMES[name]}"
        case ast.Attribute(attr=name) if name in NAMES:
            yield "attr", NAMES[name], f"{name} becomes {NAMES[name]}"
        case _:
            pass


def _operators(node: ast.expr | ast.stmt) -> Iterator[tuple[str, object, str]]:
    match node:
        case ast.Compare(ops=[first, *others]) if type(first) in SWAPPED:
            new = SWAPPED[type(first)]
            yield "ops", [new(), *others], f"{type(first).__name__} becomes {new.__name__}"
        case ast.BinOp(op=op) | ast.BoolOp(op=op) if type(op) in SWAPPED:
            new = SWAPPED[type(op)]
            yield "op", new(), f"{type(op).__name__} becomes {new.__name__}"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "operand", ast.UnaryOp(ast.Not(), operand), "not goes"
        case ast.UnaryOp(op=ast.USub()):
            yield "op", ast.UAdd(), "the sign goes"
        case ast.IfExp(test=test):
            yield "test", ast.UnaryOp(ast.Not(), test), "if becomes if not"
        case _:
            pass


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None
