"""The pictures that writers put into every file of theirs, and that somebody has looked at."""

import hashlib
import io
import zipfile
from pathlib import Path

from planted.planting import FileEntry

EXTENSIONS = (".png", ".jpeg", ".jpg", ".gif", ".emf")


def acknowledgements(files: Path, entries: list[FileEntry]) -> str:
    """Settings that accept every picture of the files but those in which a value is planted."""
    hashes: set[str] = set()
    for entry in entries:
        if entry.file.endswith((".docx", ".odt")) and "picture-data" not in entry.layer:
            hashes |= pictures((files / entry.file).read_bytes())
    if not hashes:
        return "acknowledged: []\n"
    lines = ["acknowledged:"]
    for digest in sorted(hashes):
        lines += [f"  - sha256: {digest}", "    reason: a picture of the template",
                  "    approver: the test suite"]
    return "\n".join(lines) + "\n"


def pictures(data: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()
                if name.lower().endswith(EXTENSIONS)}
