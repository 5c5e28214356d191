"""The paragraphs of a file as a reader sees them, read with Python's own library."""

import email
import io
import re
import zipfile
from email import policy
from html.parser import HTMLParser
from xml.etree import ElementTree

from planted.checks.opening import local, payload
from planted.checks.views import decoded_header

BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li ul ol table tr td th blockquote body head title section article form "
    "option select textarea br hr dl dt dd pre header footer main nav aside figure".split())
# What is gone with tracked changes accepted, and with them rejected.
GONE = {"accept": frozenset(("del", "moveFrom")), "reject": frozenset(("ins", "moveTo"))}
# What a note or comment has of its own.
ELSEWHERE = frozenset(("annotation", "tracked-changes", "note-citation"))
STORIES = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|glossary/document)\.xml$")
SPACE = re.compile(r"\s+")


def paragraphs(data: bytes, extension: str, changes: str) -> list[str]:
    """In the reading after tracked changes are accepted or rejected.

    Of an e-mail also its subject, the attachments' names and the headers of people.
    """
    match extension:
        case ".docx":
            found = word_paragraphs(data, changes)
        case ".odt":
            found = open_paragraphs(data)
        case ".html":
            found = page_paragraphs(decode_page(data))
        case ".eml":
            found = mail_paragraphs(data, changes)
        case ".md":
            # A mark of emphasis goes with its partner when that stood within a name.
            found = re.sub(r"[*_]", "", data.decode("utf-8-sig")).split("\n")
        case _:
            encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
            found = data.decode(encoding).split("\n")
    cleaned = (SPACE.sub(" ", text.replace("\u00ad", "")).strip() for text in found)
    return [text for text in cleaned if text]


def word_paragraphs(data: bytes, changes: str) -> list[str]:
    result: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if STORIES.match(name):
                root = ElementTree.fromstring(archive.read(name))
                walk_word(root, result, [""], GONE.get(changes, frozenset()))
    return result


def walk_word(
    element: ElementTree.Element, result: list[str], text: list[str], gone: frozenset[str]
) -> None:
    name = local(element)
    if name in gone or name == "Fallback":
        return
    if name == "p":
        inner = [""]
        for child in element:
            walk_word(child, result, inner, gone)
        result.append(inner[0])
        return
    if name in ("t", "delText"):
        text[0] += element.text or ""
    elif name in ("tab", "br", "cr"):
        text[0] += " "
    elif name == "noBreakHyphen":
        text[0] += "-"
    for child in element:
        walk_word(child, result, text, gone)


def open_paragraphs(data: bytes) -> list[str]:
    result: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in ("content.xml", "styles.xml"):
            if name in archive.namelist():
                walk_open(ElementTree.fromstring(archive.read(name)), result, [""])
    return result


def walk_open(element: ElementTree.Element, result: list[str], text: list[str]) -> None:
    name = local(element)
    if name in ELSEWHERE:
        return
    if name in ("p", "h"):
        inner = [element.text or ""]
        for child in element:
            walk_open(child, result, inner)
            inner[0] += child.tail or ""
        result.append(inner[0])
        return
    if name in ("s", "tab", "line-break"):
        text[0] += " "
    elif name in ("span", "a"):
        text[0] += element.text or ""
    for child in element:
        walk_open(child, result, text)
        if name in ("span", "a"):
            text[0] += child.tail or ""


class PageWords(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks = [""]
        self.tags: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag in BLOCKS:
            self.blocks.append("")
        self.silent += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.blocks.append("")
        self.silent -= tag in ("script", "style") and self.silent > 0

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.blocks[-1] += data


def decode_page(data: bytes) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding)
    declared = re.search(rb"(?:charset|encoding)=[\"']?([A-Za-z0-9_-]+)", data[:1024])
    encoding = declared[1].decode() if declared else "utf-8"
    return data.decode("cp1252" if encoding.lower() == "iso-8859-1" else encoding)


def page_paragraphs(text: str) -> list[str]:
    words = PageWords()
    words.feed(text)
    words.close()
    return words.blocks + [" ".join(words.tags)]


def mail_paragraphs(data: bytes, changes: str) -> list[str]:
    message = email.message_from_bytes(data, policy=policy.default)
    result: list[str] = []
    for part in message.walk():
        result += [header_words(decoded_header(str(value))) for name, value in part.raw_items()
                   if name in ("Subject", "From", "To", "Cc")]
        if name := part.get_filename():
            result.append(name)
        if part.get_content_type() == "text/html":
            result += page_paragraphs(part.get_content())
        elif part.get_content_maintype() == "text":
            text = part.get_content()
            # Lines that end in a space go on in the next one (RFC 3676, 4.1).
            flowed = part.get_param("format") == "flowed"
            result += (re.sub(r" \r?\n", " ", text) if flowed else text).split("\n")
        elif part.get_content_subtype().endswith("wordprocessingml.document"):
            result += word_paragraphs(payload(part), changes)
    return result


def header_words(value: str) -> str:
    """A header without the signs that tell names from addresses: what is no address any more is quoted."""
    return " ".join(re.sub(r'["<>]|:;', " ", value).replace(" ,", ",").split())
