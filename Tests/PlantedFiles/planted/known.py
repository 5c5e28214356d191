"""What is known to be missed: listed with its reason, so that everything else fails a run."""

from dataclasses import dataclass
from pathlib import Path

from planted.planting import FileEntry


@dataclass(frozen=True)
class Known:
    format: str
    layer: str
    kind: str
    reason: str

    def explains(self, entry: FileEntry, kind: str) -> bool:
        return (self.format in ("*", entry.format) and self.layer == entry.layer
                and self.kind in ("*", kind))


def read_known(place: Path) -> list[Known]:
    with open(place, encoding="utf-8") as source:
        lines = [line.split(maxsplit=3) for line in source if line.strip() and line[0] != "#"]
    return [Known(format, layer, kind, reason.strip()) for format, layer, kind, reason in lines]
