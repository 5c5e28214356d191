"""Every way in which the words of a file can be read out of its bytes, with Python's own library alone."""

import base64
import binascii
import email
import html
import io
import quopri
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from email import policy
from email.header import decode_header, make_header
from functools import lru_cache
from urllib.parse import unquote, unquote_to_bytes

BASE64_RUN = re.compile(rb"[A-Za-z0-9+/\-_]{4}(?:[A-Za-z0-9+/\-_]|\r?\n){12,}={0,2}")
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
NO_LETTER = re.compile(r"[\W_]+")
DEPTH = 6


def squeeze(text: str) -> str:
    """Letters and digits alone, in one case and one spelling of compatibility forms."""
    if text.isascii():
        return NO_LETTER.sub("", text.lower())
    folded = unicodedata.normalize("NFKC", text.translate(INVISIBLE)).casefold()
    return NO_LETTER.sub("", unicodedata.normalize("NFC", folded))


def squeezed_views(data: bytes, name: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """Where in the file, and the letters that stand there: entries of zips and parts of mails too."""
    if depth > DEPTH:
        return
    if name:
        yield "a name of a file", squeeze(name)
        yield "a name of a file", squeeze(unquote(name))
    if data[:4] in (b"PK\3\4", b"PK\5\6"):
        # Names, comments and what lies in gaps; packed data says nothing before it is unpacked.
        yield "bytes of the archive", squeeze(data.decode("utf-8", "ignore"))
        yield from zip_views(data, depth)
        return
    yield from bytes_views(data)
    if re.match(rb"[A-Za-z][A-Za-z-]*:", data):
        yield from mail_views(data, depth)


@lru_cache(maxsize=512)
def bytes_views(data: bytes) -> tuple[tuple[str, str], ...]:
    """Remembered, because files of one writer share most of their entries."""
    return tuple(all_bytes_views(data))


def all_bytes_views(data: bytes) -> Iterator[tuple[str, str]]:
    for encoding, text in texts(data):
        yield encoding, squeeze(text)
        bare = re.sub(r"<[^>]*>", "", text)
        for words, form in (
            ("tags stripped", bare), ("references resolved", html.unescape(text)),
            ("both", html.unescape(bare)), ("twice", html.unescape(html.unescape(bare))),
            ("twice, stripped", re.sub(r"<[^>]*>", "", html.unescape(html.unescape(text)))),
            ("percent", unquote(html.unescape(text))), ("percent, stripped", unquote(bare)),
            ("escapes", unescape(text))):
            if form != text:
                yield f"{encoding}, {words}", squeeze(form)
        for words, decoded in (
            ("percent bytes", unquote_to_bytes(data)), ("quoted-printable", quopri.decodestring(data))):
            if decoded != data:
                yield f"{encoding}, {words}", squeeze(decoded.decode(encoding, "replace"))
    for run in BASE64_RUN.finditer(data):
        yield from coded_views(run.group())


def texts(data: bytes) -> Iterator[tuple[str, str]]:
    yield "utf-8", data.decode("utf-8", "replace")
    if not data.isascii():
        yield "cp1252", data.decode("cp1252", "replace")
    if b"\0" in data:
        for encoding in ("utf-16-le", "utf-16-be"):
            for shift in (0, 1):
                yield encoding, data[shift:].decode(encoding, "replace")


def unescape(text: str) -> str:
    return ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), text)


def coded_views(run: bytes) -> Iterator[tuple[str, str]]:
    """Base64, wherever in the run it may begin."""
    letters = re.sub(rb"\s", b"", run).rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
    for start in range(4):
        piece = letters[start:]
        piece = piece[:len(piece) - (len(piece) % 4 == 1)]
        try:
            decoded = base64.b64decode(piece + b"=" * (-len(piece) % 4))
        except binascii.Error:
            continue
        for encoding, text in texts(decoded):
            yield f"base64, {encoding}", squeeze(html.unescape(re.sub(r"<[^>]*>", "", text)))


def zip_views(data: bytes, depth: int) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield "the archive's comment", squeeze(archive.comment.decode("utf-8", "replace"))
        for entry in archive.infolist():
            yield "an entry's comment", squeeze(entry.comment.decode("utf-8", "replace"))
            for where, text in squeezed_views(archive.read(entry), entry.filename, depth + 1):
                yield f"{entry.filename}: {where}", text
    yield from abandoned_views(data)


def abandoned_views(data: bytes) -> Iterator[tuple[str, str]]:
    """What lies between the entries: deflated data of an entry that the directory has forgotten."""
    for match in re.finditer(rb"PK\x03\x04", data):
        head = data[match.start():match.start() + 30]
        if len(head) < 30 or head[8:10] != b"\x08\0":
            continue
        start = match.start() + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(
            head[28:30], "little")
        try:
            content = zlib.decompressobj(-15).decompress(data[start:])
        except zlib.error:
            continue
        yield from bytes_views(content)


def decoded_header(value: str) -> str:
    """Encoded words as words; also of a header that is no address."""
    unfolded = re.sub(r"\r?\n", "", value)
    return str(make_header(decode_header(unfolded), maxlinelen=10_000))


def mail_views(data: bytes, depth: int) -> Iterator[tuple[str, str]]:
    message = email.message_from_bytes(data, policy=policy.default)
    for number, part in enumerate(message.walk()):
        for field, value in part.raw_items():
            yield f"header {field} of part {number}", squeeze(decoded_header(str(value)))
        name = part.get_filename()
        if name:
            yield f"name of part {number}", squeeze(name)
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            charset = part.get_content_charset()
            if charset:
                try:
                    yield f"part {number}", squeeze(payload.decode(charset, "replace"))
                except LookupError:
                    pass
            for where, text in squeezed_views(payload, "", depth + 1):
                yield f"part {number}: {where}", text
