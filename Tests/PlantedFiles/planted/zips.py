"""Zip files with the same bytes on every day."""

import io
import zipfile

MOMENT = (2026, 1, 1, 0, 0, 0)


def pack(
    entries: list[tuple[str, bytes]], stored: frozenset[str] = frozenset(), comment: bytes = b""
) -> bytes:
    """A zip of these entries, in this order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries:
            information = zipfile.ZipInfo(name, MOMENT)
            information.external_attr = 0o600 << 16
            information.compress_type = (
                zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED)
            archive.writestr(information, content)
        archive.comment = comment
    return buffer.getvalue()


def repack(content: bytes) -> bytes:
    """The same entries without the moment at which another program wrote them."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = [(item.filename, archive.read(item)) for item in archive.infolist()]
        stored = frozenset(
            item.filename for item in archive.infolist() if item.compress_type == zipfile.ZIP_STORED)
    return pack(entries, stored)
