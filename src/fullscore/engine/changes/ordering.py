"""What comes before what: changes that wait for each other in a circle can never begin."""

from collections.abc import Mapping, Sequence


def circle(after: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the changes of one circle in their order, or () where there is none.

    `after` says what each change waits for. Looked for depth first, without recursion: O(changes + waits).
    """
    done: set[str] = set()
    for start in sorted(after):
        found = _from(start, after, done)
        if found:
            return found
    return ()


def _from(start: str, after: Mapping[str, Sequence[str]], done: set[str]) -> tuple[str, ...]:
    path: list[str] = []
    on_path: set[str] = set()
    ahead = [(start, iter(after.get(start, ())))] if start not in done else []
    while ahead:
        ref, others = ahead[-1]
        if ref not in on_path:
            path.append(ref)
            on_path.add(ref)
        other = next(others, None)
        if other is None:
            done.add(ref)
            on_path.discard(path.pop())
            ahead.pop()
        elif other in on_path:
            return tuple(path[path.index(other) :])
        elif other not in done:
            ahead.append((other, iter(after.get(other, ()))))
    return ()
