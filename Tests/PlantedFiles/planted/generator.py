"""Writes the files and the list of what is planted in them."""

import json
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from planted import same_drafts
from planted.checks.survivors import survivors
from planted.planting import Case, FileEntry, Recipe
from planted.writers import (
    archives, mail_hand, mail_library, office_files, open_document, page_libraries, pages,
    pandoc_files, programs, python_word, raw_word, texts)

WRITERS = (texts, raw_word, python_word, pandoc_files, open_document, pages, page_libraries,
           mail_library, mail_hand, archives, office_files)
LIST = "planted.jsonl"
DRAFTS = 20
PROGRAMS = frozenset(("pandoc", "LibreOffice"))


def available() -> frozenset[str]:
    """The writers of others that are installed here."""
    return frozenset(
        name for name, is_there in (
            ("python-docx", python_word.IS_INSTALLED),
            ("html5lib", page_libraries.HAS_HTML5LIB),
            ("lxml", page_libraries.HAS_LXML),
            ("beautifulsoup", page_libraries.HAS_BEAUTIFUL_SOUP),
            ("pandoc", programs.has_pandoc()),
            ("LibreOffice", programs.office() is not None)) if is_there)


@dataclass(frozen=True)
class DraftSets:
    """How many drafts are rendered in every format, by which writers of others, in which formats."""

    count: int
    installed: frozenset[str]
    formats: list[str] | None


@dataclass(frozen=True)
class Order:
    """One file that is to be made."""

    recipe: Recipe
    variant: int


def every_order(installed: frozenset[str]) -> list[Order]:
    recipes = [recipe for writer in WRITERS for recipe in writer.recipes()]
    missing = {recipe.needs for recipe in recipes if recipe.needs} - installed
    for name in sorted(missing):
        count = sum(recipe.variants for recipe in recipes if recipe.needs == name)
        print(f"SKIPPED: {name} is not installed; its {count} files are not made", file=sys.stderr)
    return [Order(recipe, variant) for recipe in recipes if recipe.needs not in missing
            for variant in range(recipe.variants)]


def sample_orders(orders: list[Order], count: int) -> list[Order]:
    """Some of each format, the layers spread evenly; no program is started for them."""
    quick = [order for order in orders if order.recipe.needs not in PROGRAMS
             and order.variant == 0]
    formats: dict[str, list[Order]] = {}
    for order in quick:
        formats.setdefault(order.recipe.format, []).append(order)
    chosen: list[Order] = []
    for group in formats.values():
        share = max(1, round(count * len(group) / len(quick)))
        step = len(group) / share
        chosen += [group[int(index * step)] for index in range(min(share, len(group)))]
    return [Order(order.recipe, index % order.recipe.variants) for index, order in enumerate(chosen)]


def generate(
    folder: Path, orders: Iterable[Order], drafts: DraftSets, seed: int
) -> list[FileEntry]:
    """Writes all files below a folder, and beside it the list."""
    entries: list[FileEntry] = []
    files = folder / "in"
    files.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as sources:
        for number, order in enumerate(orders, 1):
            recipe = order.recipe
            made = recipe.make(Case.of(seed, recipe.label, order.variant))
            stem = made.stem or f"file-{number:04}"
            place = files / recipe.format / f"{stem}.{recipe.extension}"
            if recipe.converted_from:
                place.parent.mkdir(exist_ok=True)
                source = (Path(sources) / recipe.converted_from / recipe.extension
                          / f"{stem}.{recipe.converted_from}")
                source.parent.mkdir(parents=True, exist_ok=True)
                source.write_bytes(made.content)
            else:
                write(place, made.content)
            entries.append(FileEntry(str(place.relative_to(files)), recipe.writer, recipe.format,
                                     recipe.layer, None, made.plantings))
        for group in sorted(Path(sources).glob("*/*")):
            programs.convert(sorted(group.iterdir()), group.name, files / group.name)
    for number in range(drafts.count):
        case = Case.of(seed, "same draft", number)
        draft = same_drafts.draft_of(case)
        for rendering in same_drafts.renderings(draft, case, drafts.installed):
            # The plain text is what the others are compared with.
            if drafts.formats and rendering.format not in [*drafts.formats, "text"]:
                continue
            name = f"draft-{number:02}-{rendering.writer.replace(' ', '-')}.{rendering.extension}"
            place = files / "same" / name
            write(place, rendering.content)
            entries.append(FileEntry(
                str(place.relative_to(files)), rendering.writer, rendering.format, "same-draft",
                f"{number:02}", draft.plantings("body|plain body.*")))
    entries = [checked for entry in entries if (checked := check(files, entry)) is not None]
    with open(folder / LIST, "w", encoding="utf-8") as output:
        for entry in entries:
            output.write(json.dumps(entry.as_json(), ensure_ascii=False) + "\n")
    return entries


def check(files: Path, entry: FileEntry) -> FileEntry | None:
    """The entry with what is truly in the file: a conversion may have left a layer out."""
    place = files / entry.file
    if not place.exists():
        print(f"NOT MADE: {entry.writer}, {entry.layer}: nothing came of the conversion", file=sys.stderr)
        return None
    there = [item.planting for item in survivors(place.read_bytes(), place.name, entry.planted)]
    absent = [planting for planting in entry.planted if planting not in there]
    if absent and entry.writer != "LibreOffice":
        raise NotPlanted(f"{entry.writer}, {entry.layer}: {absent[0].kind.value} is not in {entry.file}")
    return replace(entry, planted=[item for item in entry.planted if item in there])


class NotPlanted(Exception):
    """The generator is wrong, or the search for survivors is blind."""


def write(place: Path, content: bytes) -> None:
    """Never over a file of the same name."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with open(place, "xb") as output:
        output.write(content)


def read_list(folder: Path) -> list[FileEntry]:
    with open(folder / LIST, encoding="utf-8") as source:
        return [FileEntry.from_json(json.loads(line)) for line in source]
