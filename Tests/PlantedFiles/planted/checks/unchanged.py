"""Whether a copy says what its original said, but for what was to go."""

import re
from dataclasses import dataclass, field

from planted.checks.views import squeeze
from planted.checks.words import paragraphs
from planted.people import TOWNS
from planted.planting import Planting

PLACEHOLDER = re.compile(r"\[[A-Z][A-Z ]*(?: \d+)?\]")
# An own word of an address or title that goes with what is planted.
BESIDE = {squeeze(word) for town in TOWNS for word in town.split()} | {"mrs", "mr", "ms", "miss"}


@dataclass
class Comparison:
    # Paragraphs that differ by more than placeholders; the number of the first of them.
    changed: int = 0
    first: str = ""
    # What went though nobody planted it.
    beyond: list[str] = field(default_factory=list)


def compare(
    original: bytes, copy: bytes, suffix: str, plantings: list[Planting], changes: str
) -> Comparison:
    """Sets a copy beside its original as it reads once its tracked changes are made or undone."""
    before, after = paragraphs(original, suffix, changes), paragraphs(copy, suffix, changes)
    result = Comparison()
    if len(before) != len(after):
        result.changed = abs(len(before) - len(after))
        result.first = f"{len(before)} paragraphs became {len(after)}"
        return result
    known = {squeeze(word) for planting in plantings for word in re.split(r"[\s,]+", planting.value)}
    for number, (old, new) in enumerate(zip(before, after), 1):
        removed = taken_out(old, new)
        if removed is None:
            result.changed += 1
            result.first = result.first or f"paragraph {number}"
            continue
        for text in removed:
            words = {squeeze(word) for word in re.split(r"[\s,]+", text)} - {""}
            if words - known - BESIDE and squeeze(text) not in "".join(
                    squeeze(planting.value) for planting in plantings):
                result.beyond.append(text)
    return result


def taken_out(old: str, new: str) -> list[str] | None:
    """What stood where the placeholders stand; nothing when the texts differ elsewhere."""
    if old == new:
        return []
    pattern = "(.+?)".join(re.escape(piece) for piece in PLACEHOLDER.split(new))
    match = re.fullmatch(pattern, old, re.DOTALL)
    return list(match.groups()) if match else None
