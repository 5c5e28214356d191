"""Sets what the program did to the files beside what was planted in them."""

import io
import os
import zipfile
from pathlib import Path

from planted.checks.opening import Broken, open_file
from planted.checks.same_findings import differences
from planted.checks.scanned import Scanned
from planted.checks.survivors import survivors
from planted.checks.unchanged import compare
from planted.planting import FileEntry, Planting
from planted.program import Copied, Failed, Program, redact, scan
from planted.results import Result


def inspect(program: Program, folder: Path, entries: list[FileEntry]) -> list[Result]:
    files, reports, copies = folder / "in", folder / "reports", folder / "out"
    reports.mkdir()
    copies.mkdir()
    results: list[Result] = []
    same: list[tuple[FileEntry, Scanned]] = []
    for group in sorted(path.name for path in files.iterdir()):
        documents = scan(program, files / group, reports / f"{group}.json")
        copied = redact(program, files / group, copies / group)
        if len(documents) != len(copied):
            raise Failed(f"{group}: the report has {len(documents)} documents, the manifest {len(copied)}")
        outcomes = dict(zip(documents, copied))
        for entry in entries:
            parent, name = os.path.split(entry.file)
            if parent == group:
                own = {path.removeprefix(name).lstrip("/"): path for path in documents
                       if path == name or path.startswith(name + "/")}
                scanned = merged([documents[path] for path in own.values()])
                same.append((entry, scanned))
                results.append(check(
                    files / entry.file, entry, scanned,
                    {inner: outcomes[path] for inner, path in own.items()}, program.changes))
    by_file = {item.entry.file: item for item in results}
    for entry, difference in differences(same):
        by_file[entry.file].different = difference
    return results


def merged(documents: list[dict]) -> Scanned:
    """A file's findings; of an archive those of all its entries."""
    parts = [Scanned.of(document) for document in documents]
    return Scanned([item for part in parts for item in part.found],
                   [reason for part in parts for reason in part.unread])


def check(
    original: Path, entry: FileEntry, scanned: Scanned, copies: dict[str, Copied], changes: str
) -> Result:
    """A file has one copy, an archive one for each of its entries."""
    written = {inner: item.copy for inner, item in copies.items() if item.copy is not None}
    result = Result(
        entry, is_unread=bool(scanned.unread), is_written=len(written) == len(copies),
        refusal="; ".join(sorted({item.reason for item in copies.values()} - {""})))
    removed: list[Planting] = []
    for planting in entry.planted:
        if scanned.reports(planting, in_its_part=False):
            result.found += 1
            removed.append(planting)
        if scanned.reports(planting, in_its_part=True):
            result.in_part += 1
        elif planting.must_find and not (planting.may_be_unread and scanned.unread):
            result.missed.append(
                f"{planting.kind.value} “{planting.value}” is not reported in “{planting.part}”"
                + (", but elsewhere" if planting in removed else ""))
    result.strangers = [
        f"{item.rule} in {item.part}: “{item.text}”" for item in scanned.strangers(entry.planted)]
    for inner, copy in written.items():
        check_copy(
            result, inner_bytes(original.read_bytes(), inner), copy, removed, changes)
    return result


def check_copy(
    result: Result, original: bytes, copy: Path, removed: list[Planting], changes: str
) -> None:
    data = copy.read_bytes()
    for item in survivors(data, copy.name, result.entry.planted):
        text = f"{item.planting.kind.value} “{item.planting.value}” in {item.where}"
        # What was never found is no failure of the redaction, and stays all the same.
        if item.planting in removed:
            result.survived.append(text)
        elif item.planting.must_find:
            result.left.append(text)
    try:
        open_file(original, data, copy.suffix)
    except Broken as error:
        result.broken = str(error)
    comparison = compare(original, data, copy.suffix, result.entry.planted, changes)
    if comparison.changed:
        result.changed = f"{comparison.changed} paragraphs, {comparison.first}"
    result.beyond += comparison.beyond


def inner_bytes(data: bytes, inner: str) -> bytes:
    """The bytes of "a.zip/folder/b.txt" within an archive; without a path the bytes themselves."""
    if not inner:
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if inner == name or inner.startswith(name + "/"):
                return inner_bytes(archive.read(name), inner.removeprefix(name).lstrip("/"))
    raise Failed("the report names an entry that the archive has not")
