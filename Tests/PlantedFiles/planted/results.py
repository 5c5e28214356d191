"""What came of a run, by writer, format and layer."""

from collections import defaultdict
from dataclasses import dataclass, field

from planted.planting import FileEntry


@dataclass
class Result:
    """What was seen of one file."""

    entry: FileEntry
    found: int = 0
    in_part: int = 0
    missed: list[str] = field(default_factory=list)
    is_unread: bool = False
    is_written: bool = False
    refusal: str = ""
    survived: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    broken: str = ""
    changed: str = ""
    beyond: list[str] = field(default_factory=list)
    different: list[str] | None = None


COLUMNS = ("files", "planted", "found", "its part", "unread", "written", "survived", "left", "broken",
           "changed", "beyond", "strangers")


def counts(results: list[Result]) -> list[int]:
    return [
        len(results), sum(len(item.entry.planted) for item in results),
        sum(item.found for item in results), sum(item.in_part for item in results),
        sum(item.is_unread for item in results), sum(item.is_written for item in results),
        sum(len(item.survived) for item in results), sum(len(item.left) for item in results),
        sum(bool(item.broken) for item in results),
        sum(bool(item.changed) for item in results), sum(len(item.beyond) for item in results),
        sum(len(item.strangers) for item in results)]


def table(results: list[Result], by_layer: bool) -> str:
    groups: dict[tuple[str, ...], list[Result]] = defaultdict(list)
    for item in results:
        key = (item.entry.writer, item.entry.format)
        groups[key + ((item.entry.layer,) if by_layer else ())].append(item)
    heads = ("writer", "format", "layer")[:3 if by_layer else 2]
    rows = [(*heads, *COLUMNS)]
    rows += [(*key, *map(str, counts(groups[key]))) for key in sorted(groups)]
    rows.append(("all", *[""] * (len(heads) - 1), *map(str, counts(results))))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) if column < len(heads) else cell.rjust(width)
                  for column, (cell, width) in enumerate(zip(row, widths))).rstrip()
        for row in rows)


@dataclass(frozen=True)
class Failure:
    """One thing that should not be; the people in it are all invented."""

    entry: FileEntry
    # What it is about: the kind of a value, or what became of the file.
    kind: str
    line: str


def failures(results: list[Result]) -> list[Failure]:
    found: list[Failure] = []
    for item in results:
        place = f"{item.entry.file} ({item.entry.writer}, {item.entry.layer})"

        def add(kind: str, what: str, text: str, item: Result = item, place: str = place) -> None:
            found.append(Failure(item.entry, kind, f"{what} {place}: {text}"))

        for text in item.missed:
            add(text.split()[0], "MISSED", text)
        for text in item.left:
            add(text.split()[0], "LEFT", text)
        for text in item.survived:
            add("survived", "SURVIVED", text)
        if item.broken:
            add("broken", "BROKEN", item.broken)
        if item.changed:
            add("changed", "CHANGED", item.changed)
        for text in item.different or []:
            add("different", "DIFFERENT", text)
    return found


def remarks(results: list[Result]) -> list[str]:
    """What is no failure and worth knowing: what else went, and what was not written and why."""
    lines: list[str] = []
    for item in results:
        place = f"{item.entry.file} ({item.entry.writer}, {item.entry.layer})"
        lines += [f"BEYOND {place}: {text}" for text in item.beyond]
        lines += [f"STRANGER {place}: {text}" for text in item.strangers]
        if item.refusal:
            lines.append(f"NOT WRITTEN {place}: {item.refusal}")
    return lines
