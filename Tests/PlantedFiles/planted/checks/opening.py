"""Whether a file opens in readers that share no code with ours, as well as it did before."""

import email
import io
import posixpath
import re
import zipfile
from email import policy
from email.message import Message
from xml.etree import ElementTree

try:
    import docx
    HAS_PYTHON_DOCX = True
except ImportError:
    HAS_PYTHON_DOCX = False
try:
    import html5lib
    HAS_HTML5LIB = True
except ImportError:
    HAS_HTML5LIB = False

RELATION = re.compile(r"\{[^}]*relationships\}(id|embed|link|pict)$")


class Broken(Exception):
    """Why a reader does not take a file, in a few words."""


def open_file(before: bytes, after: bytes, suffix: str) -> None:
    """Raises `Broken` when the copy opens worse than its original."""
    match suffix:
        case ".docx":
            open_word(after)
            check_order(before, after)
        case ".odt":
            open_document(after)
        case ".html":
            open_page(before, after)
        case ".eml":
            open_mail(before, after)
        case ".zip":
            unpack(after)
        case _:
            decode(before, after)


def unpack(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.testzip():
                raise Broken("an entry's checksum is wrong")
            names = archive.namelist()
            if len(set(names)) != len(names):
                raise Broken("two entries have one name")
            return {name: archive.read(name) for name in names}
    except zipfile.BadZipFile as error:
        raise Broken("no zip file") from error


def parse(entries: dict[str, bytes], name: str) -> ElementTree.Element:
    if name not in entries:
        raise Broken(f"{name} is missing")
    try:
        return ElementTree.fromstring(entries[name])
    except ElementTree.ParseError as error:
        raise Broken(f"{name} is no XML: {error}") from error


def open_word(data: bytes) -> None:
    entries = unpack(data)
    types = parse(entries, "[Content_Types].xml")
    extensions = {item.get("Extension", "").lower() for item in types if "Extension" in item.keys()}
    named = {item.get("PartName", "").lstrip("/") for item in types if "PartName" in item.keys()}
    for name in named - entries.keys():
        raise Broken(f"the type of {name} is declared, but it is missing")
    for name in entries:
        if name not in named and name.rpartition(".")[2].lower() not in extensions:
            raise Broken(f"{name} has no type")
        if name.endswith((".xml", ".rels")):
            parse(entries, name)
    for name in [name for name in entries if name.endswith(".rels")]:
        check_relations(entries, name)
    check_marks(entries)
    if HAS_PYTHON_DOCX:
        open_with_python_docx(data, entries)


def check_order(before: bytes, after: bytes) -> None:
    """Entries may go; the others stand as they stood, because some readers look at the first one."""
    old, new = list(unpack(before)), list(unpack(after))
    if new != [name for name in old if name in new]:
        raise Broken("the entries stand in another order, or there are new ones")


def check_relations(entries: dict[str, bytes], name: str) -> None:
    folder = posixpath.dirname(posixpath.dirname(name))
    source = posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))
    identifiers = set()
    for item in parse(entries, name):
        identifiers.add(item.get("Id"))
        target = item.get("Target", "")
        if item.get("TargetMode") != "External":
            place = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
            if place not in entries:
                raise Broken(f"{name} refers to an entry that is missing")
    if source in entries and source.endswith(".xml"):
        for element in parse(entries, source).iter():
            for key, value in element.attrib.items():
                if RELATION.match(key) and value and value not in identifiers:
                    raise Broken(f"{source} uses the relation {value}, which is missing")


def local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: ElementTree.Element, name: str) -> str | None:
    return next((value for key, value in element.attrib.items()
                 if key.rpartition("}")[2] == name), None)


def check_marks(entries: dict[str, bytes]) -> None:
    """Each mark of a comment or note in the text has its entry."""
    body = parse(entries, "word/document.xml")
    for mark, name, element in (
        ("commentReference", "word/comments.xml", "comment"),
        ("commentRangeStart", "word/comments.xml", "comment"),
        ("footnoteReference", "word/footnotes.xml", "footnote"),
        ("endnoteReference", "word/endnotes.xml", "endnote")):
        marks = {attribute(item, "id") for item in body.iter() if local(item) == mark}
        if marks:
            known = {attribute(item, "id") for item in parse(entries, name) if local(item) == element}
            if marks - known:
                raise Broken(f"the text has a {mark} that {name} does not know")


def open_with_python_docx(data: bytes, entries: dict[str, bytes]) -> None:
    # It knows the transitional namespaces alone.
    if b"purl.oclc.org" in entries["word/document.xml"]:
        return
    try:
        document = docx.Document(io.BytesIO(data))
        for section in document.sections:
            for part in (section.header, section.footer):
                "".join(paragraph.text for paragraph in part.paragraphs)
        "".join(paragraph.text for paragraph in document.paragraphs)
        "".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
        str(document.core_properties.author)
        document.save(io.BytesIO())
    except Exception as error:
        raise Broken(f"python-docx: {type(error).__name__}: {error}") from error


def open_document(data: bytes) -> None:
    entries = unpack(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED:
            raise Broken("mimetype is not the first entry, or is packed")
    for name in entries:
        # The programs themselves leave a list of shortcuts empty.
        if name.endswith((".xml", ".rdf")) and entries[name]:
            parse(entries, name)
    for item in parse(entries, "META-INF/manifest.xml"):
        place = attribute(item, "full-path") or ""
        if not place.endswith("/") and place not in entries:
            raise Broken(f"the manifest names {place}, which is missing")


def open_page(before: bytes, after: bytes) -> None:
    if not HAS_HTML5LIB:
        return

    def errors(data: bytes) -> int:
        parser = html5lib.HTMLParser()
        parser.parse(data)
        return len(parser.errors)

    if errors(after) > errors(before):
        raise Broken("html5lib finds more errors than before")


def payload(part: Message) -> bytes:
    """What a part of an e-mail holds, its transfer encoding undone."""
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""


def open_mail(before: bytes, after: bytes) -> None:
    try:
        compare_mails(before, after)
    except (IndexError, ValueError) as error:
        # The package stumbles over some header that is no address.
        raise Broken(f"the email package cannot read a header: {type(error).__name__}") from error


def compare_mails(before: bytes, after: bytes) -> None:
    shapes = []
    for data in (before, after):
        message = email.message_from_bytes(data, policy=policy.default)
        parts = list(message.walk())
        defects = sum(len(part.defects) + sum(
            len(getattr(value, "defects", ())) for value in part.values()) for part in parts)
        shapes.append(([part.get_content_type() for part in parts], defects))
        for part in parts:
            if part.get_content_maintype() == "text":
                try:
                    part.get_content()
                except (LookupError, UnicodeError) as error:
                    raise Broken(f"a body cannot be decoded: {error}") from error
            if part.get_content_subtype().endswith("wordprocessingml.document"):
                open_word(payload(part))
    if shapes[0][0] != shapes[1][0]:
        raise Broken("the message has other parts than before")
    if shapes[1][1] > shapes[0][1]:
        raise Broken("the email package finds more defects than before")


def decode(before: bytes, after: bytes) -> None:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8")):
        if before.startswith(mark):
            try:
                after.decode(encoding)
            except UnicodeError as error:
                raise Broken(f"no {encoding} any more") from error
            return
