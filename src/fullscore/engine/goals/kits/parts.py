"""Parts: what one unit of a thing needs itself, on several levels (a bill of materials)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter

from fullscore.engine.estate.facts import Estate, KitFact
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.goals.kits.succession import bought

# (register, ref) of a thing.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Parts:
    """Kit lines by the thing that needs them, and each thing's low-level code.

    The code is the lowest level a thing stands on in any kit (Orlicky 1975): a thing is netted when
    everything that may ask for it has been.
    """

    of: Mapping[Key, tuple[KitFact, ...]]
    codes: Mapping[Key, int]

    def code(self, key: Key) -> int:
        return self.codes.get(key, 0)


def parts_of(estate: Estate) -> Parts:
    """Return the parts of every thing, successors in place of what is no longer bought.

    Raises `ValueError` for a cyclic kit, which `cycle` names.
    """
    lines: defaultdict[Key, list[KitFact]] = defaultdict(list)
    for kit in _today(estate):
        if kit.is_part:
            lines[parent(kit)].append(kit)
    found = cycle(estate)
    if found is not None:
        raise ValueError(f"These things need one another: {', '.join(found)}.")
    return Parts({key: tuple(kits) for key, kits in lines.items()}, _codes(lines))


def parent(kit: KitFact) -> Key:
    """Return the thing a part line is about."""
    return ("models", kit.for_model) if kit.for_model else ("pools", kit.for_pool or "")


def component(kit: KitFact) -> Key:
    """Return the thing a kit line asks for."""
    return ("models", kit.model) if kit.model else ("pools", kit.pool or "")


def cycle(estate: Estate) -> tuple[str, ...] | None:
    """Return the refs of things that need one another in a circle, or None."""
    try:
        TopologicalSorter(_needing(estate)).prepare()
    except CycleError as error:
        return tuple(ref for _, ref in reversed(error.args[1]))
    return None


def refusals(estate: Estate) -> tuple[Finding, ...]:
    """Return why nothing can be planned with these kits: things that need one another."""
    found = cycle(estate)
    if found is None:
        return ()
    names = {one.ref: one.name for one in estate.models} | {one.ref: one.name for one in estate.pools}
    circle = tuple(names.get(ref, ref) for ref in found)
    return (Finding("kit-cycle", Subject("kits", found[0]), {"circle": circle}),)


def _needing(estate: Estate) -> dict[Key, set[Key]]:
    graph: defaultdict[Key, set[Key]] = defaultdict(set)
    for kit in _today(estate):
        if kit.is_part:
            graph[component(kit)].add(parent(kit))
    return graph


def _today(estate: Estate) -> Iterator[KitFact]:
    """Yield the kit lines with what is bought today in place of what they name."""
    models = {model.ref: model for model in estate.models}
    last = {ref: bought(ref, models).ref for ref in models}
    for kit in estate.kits:
        model, parent_model = kit.model and last.get(kit.model, kit.model), kit.for_model
        yield replace(kit, model=model, for_model=parent_model and last.get(parent_model, parent_model))


def _codes(lines: Mapping[Key, list[KitFact]]) -> dict[Key, int]:
    graph = {key: {component(kit) for kit in kits} for key, kits in lines.items()}
    codes: dict[Key, int] = {}
    for key in _parents_first(graph):
        for below in graph.get(key, ()):
            codes[below] = max(codes.get(below, 0), codes.get(key, 0) + 1)
    return codes


def _parents_first(graph: Mapping[Key, set[Key]]) -> Iterator[Key]:
    yield from reversed(tuple(TopologicalSorter(graph).static_order()))
