"""What is planted where, and what is expected of it: the words of the list that goes with the files."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random

from planted.people import Person, invent_two


class Kind(StrEnum):
    NAME = "name"
    ADDRESS = "address"
    POSTCODE = "postcode"
    PHONE = "phone"
    EMAIL = "email"
    NHS_NUMBER = "nhs-number"
    BIRTH_DATE = "birth-date"


@dataclass(frozen=True)
class Planting:
    """A value in one layer of one file."""

    value: str
    kind: Kind
    # The part of the report that has to name it, as a pattern; anything by default.
    part: str = ".*"
    # Whether a report has to call it blocking: it stands in a sentence that says what it is, or is a
    # person's full name where only people's names stand, or is found elsewhere in the same file.
    must_find: bool = True
    # Whether it is enough that the file, or a layer of it, is called unread.
    may_be_unread: bool = False


@dataclass(frozen=True)
class Sentence:
    text: str
    plantings: tuple[Planting, ...] = ()

    def within(self, part: str, may_be_unread: bool = False) -> list[Planting]:
        """What it plants, expected in a part of the report."""
        return [replace(item, part=part, may_be_unread=may_be_unread) for item in self.plantings]


@dataclass(frozen=True)
class Made:
    """A file before it has a name."""

    content: bytes
    plantings: list[Planting]
    # The file's name when that is the layer; without extension.
    stem: str | None = None


@dataclass(frozen=True)
class Case:
    """The invented facts behind one file, and chance for everything else about it."""

    label: str
    variant: int
    first: Person
    second: Person
    random: Random = field(repr=False)

    @staticmethod
    def of(seed: int, label: str, variant: int) -> "Case":
        generator = Random(f"{seed}/{label}/{variant}")
        first, second = invent_two(generator)
        return Case(label, variant, first, second, generator)


@dataclass(frozen=True)
class Recipe:
    """One writer, format and layer: makes as many different files as one asks for."""

    writer: str
    format: str
    layer: str
    extension: str
    make: Callable[[Case], Made]
    variants: int
    # A program of its own makes it, and may be missing.
    needs: str | None = None
    # What LibreOffice converts it from: `make` gives a file of that extension.
    converted_from: str | None = None

    @property
    def label(self) -> str:
        return f"{self.writer}/{self.format}/{self.layer}"


@dataclass(frozen=True)
class FileEntry:
    """A line of the list: a file and all that is planted in it."""

    file: str
    writer: str
    format: str
    layer: str
    draft: str | None
    planted: list[Planting]

    def as_json(self) -> dict[str, object]:
        return {
            "file": self.file, "writer": self.writer, "format": self.format, "layer": self.layer,
            "draft": self.draft,
            "planted": [
                {"value": item.value, "kind": item.kind.value, "part": item.part,
                 "mustFind": item.must_find, "mayBeUnread": item.may_be_unread}
                for item in self.planted]}

    @staticmethod
    def from_json(entry: dict) -> "FileEntry":
        return FileEntry(
            entry["file"], entry["writer"], entry["format"], entry["layer"], entry["draft"],
            [Planting(item["value"], Kind(item["kind"]), item["part"], item["mustFind"],
                      item["mayBeUnread"]) for item in entry["planted"]])
