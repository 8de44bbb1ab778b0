"""Whether what a person said of a file fits it: a mistyped header or meaning is named, never passed over."""

from collections.abc import Iterator

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.cleaning import shown
from fullscore.importing.records import Reading, Said


def unfit(file: str, said: Said, reading: Reading) -> tuple[Finding, ...]:
    """Return what was said of columns or words that the file, or its kind, does not have."""
    return (*_columns(file, said, reading), *_words(file, said, reading))


def _columns(file: str, said: Said, reading: Reading) -> Iterator[Finding]:
    by_header = {column.header: column for column in reading.columns}
    for header, meaning in said.columns.items():
        if header not in by_header:
            yield _finding("import-column-not-there", file, shown(header), tuple(by_header))
            continue
        known = tuple(name for name, _ in by_header[header].options)
        if meaning and known and meaning not in known:
            yield _finding("import-meaning-unknown", file, shown(meaning), known, column=shown(header))


def _words(file: str, said: Said, reading: Reading) -> Iterator[Finding]:
    for word in reading.words:
        ours = said.words.get(word.meaning, {}).get(word.word.casefold())
        if ours and word.options and ours not in word.options:
            yield _finding("import-meaning-unknown", file, shown(ours), word.options, column=word.word)


def _finding(code: str, file: str, value: str, known: tuple[str, ...], **more: Value) -> Finding:
    values: dict[str, Value] = {"file": file, "value": value, "known": known or ("none",), **more}
    return Finding(code, Subject("imports", file), values)
