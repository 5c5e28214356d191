"""ODT files written by hand (OpenDocument 1.3)."""

from collections.abc import Callable
from xml.sax.saxutils import escape

from planted.drafts import clean_draft
from planted.planting import Case, Made, Planting, Recipe
from planted.sentences import fill, note, paragraph
from planted.zips import pack

TYPE = "application/vnd.oasis.opendocument.text"
SPACE = "urn:oasis:names:tc:opendocument:xmlns"
ROOT = " ".join(
    f'xmlns:{prefix}="{SPACE}:{name}:1.0"' for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("meta", "meta"), ("draw", "drawing"), ("svg", "svg-compatible"),
        ("manifest", "manifest"))) + (
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"')
# Body, styles' master page, meta, what is planted.
Source = tuple[str, str, str, list[Planting]]
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def text_paragraph(text: str) -> str:
    return f"<text:p>{escape(text)}</text:p>"


def build(case: Case, source: Source) -> Made:
    body, master, meta, plantings = source
    draft = clean_draft(case)
    blocks = [text_paragraph(draft.title)]
    for section in draft.sections:
        blocks.append(f'<text:h text:outline-level="1">{section.heading}</text:h>')
        blocks += [text_paragraph(sentence.text) for sentence in section.paragraphs]
    content = (f'{DECLARATION}<office:document-content {ROOT} office:version="1.3"><office:body>'
               f"<office:text>{body}{''.join(blocks)}</office:text></office:body>"
               "</office:document-content>")
    styles = (f'{DECLARATION}<office:document-styles {ROOT} office:version="1.3">'
              '<office:automatic-styles><style:page-layout style:name="pm1"/></office:automatic-styles>'
              '<office:master-styles><style:master-page style:name="Standard" '
              f'style:page-layout-name="pm1">{master}</style:master-page></office:master-styles>'
              "</office:document-styles>")
    properties = (f'{DECLARATION}<office:document-meta {ROOT} office:version="1.3"><office:meta>'
                  f"{meta}</office:meta></office:document-meta>")
    names = ("content.xml", "styles.xml", "meta.xml")
    listing = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in names)
    manifest = (f'{DECLARATION}<manifest:manifest xmlns:manifest="{SPACE}:manifest:1.0" '
                f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" '
                f'manifest:media-type="{TYPE}"/>{listing}</manifest:manifest>')
    return Made(pack([
        ("mimetype", TYPE.encode()), ("content.xml", content.encode()),
        ("styles.xml", styles.encode()), ("meta.xml", properties.encode()),
        ("META-INF/manifest.xml", manifest.encode())], frozenset({"mimetype"})), plantings)


def body(case: Case) -> Source:
    sentence = paragraph(case)
    return text_paragraph(sentence.text), "", "", sentence.within("body")


def spans(case: Case) -> Source:
    sentence = paragraph(case)
    text = escape(sentence.text)
    for planting in sentence.plantings:
        half = len(planting.value) // 2
        text = text.replace(
            escape(planting.value),
            f"{escape(planting.value[:half])}<text:span>{escape(planting.value[half:])}</text:span>")
    return f"<text:p>{text}</text:p>", "", "", sentence.within("body")


def spaces(case: Case) -> Source:
    """Spaces as elements, as programs write two in a row."""
    sentence = paragraph(case)
    text = escape(sentence.text)
    for planting in sentence.plantings:
        text = text.replace(escape(planting.value), escape(planting.value).replace(" ", "<text:s/>"))
    return f"<text:p>{text}</text:p>", "", "", sentence.within("body")


def table(case: Case) -> Source:
    sentence = paragraph(case)
    return (f"<table:table><table:table-column/><table:table-row><table:table-cell>"
            f"{text_paragraph(sentence.text)}</table:table-cell></table:table-row></table:table>",
            "", "", sentence.within("body"))


def note_mark(case: Case) -> Source:
    sentence = note(case)
    return ('<text:p>The Council told us so.<text:note text:note-class="footnote"><text:note-citation>'
            f"1</text:note-citation><text:note-body>{text_paragraph(sentence.text)}</text:note-body>"
            "</text:note></text:p>", "", "", sentence.within(r"footnote \d+"))


def comment(case: Case) -> Source:
    sentence, author = note(case), fill("{b.full}", case)
    return (f"<text:p>The Council replied.<office:annotation><dc:creator>{escape(author.text)}"
            f"</dc:creator><dc:date>2026-01-01T09:00:00</dc:date>{text_paragraph(sentence.text)}"
            "</office:annotation></text:p>", "", "",
            sentence.within(r"comment \d+") + author.within(r"author of comment \d+"))


def changes(case: Case) -> Source:
    """Deleted text is kept before the body, with who deleted it."""
    sentence, author = note(case), fill("{b.full}", case)
    return ('<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
            f"<office:change-info><dc:creator>{escape(author.text)}</dc:creator>"
            "<dc:date>2026-01-01T09:00:00</dc:date></office:change-info>"
            f"{text_paragraph(sentence.text)}</text:deletion></text:changed-region>"
            '</text:tracked-changes><text:p>The Council replied.<text:change text:change-id="c1"/>'
            "</text:p>", "", "",
            sentence.within(r"deleted text.*") + author.within(r"author of change \d+"))


def hidden(case: Case) -> Source:
    sentence = note(case)
    return ("<text:p>The Council replied. <text:hidden-text text:condition=\"true\" "
            f'text:string-value="{escape(sentence.text)}" text:is-hidden="true"/></text:p>', "", "",
            sentence.within(".*"))


def header(case: Case) -> Source:
    sentence = note(case)
    return ("", f"<style:header>{text_paragraph(sentence.text)}</style:header>", "",
            sentence.within(r"header of section \d+"))


def footer(case: Case) -> Source:
    sentence = note(case)
    return ("", f"<style:footer>{text_paragraph(sentence.text)}</style:footer>", "",
            sentence.within(r"footer of section \d+"))


def properties(case: Case) -> Source:
    first, second, sentence = fill("{a.full}", case), fill("{b.full}", case), note(case)
    return ("", "",
            f"<meta:initial-creator>{escape(first.text)}</meta:initial-creator>"
            f"<dc:creator>{escape(second.text)}</dc:creator>"
            f"<dc:description>{escape(sentence.text)}</dc:description>",
            first.within("document property: .*") + second.within("document property: .*")
            + sentence.within("document property: description"))


def own_property(case: Case) -> Source:
    sentence = note(case)
    return ("", "", f'<meta:user-defined meta:name="Note">{escape(sentence.text)}</meta:user-defined>',
            sentence.within(r"custom property \d+"))


def link(case: Case) -> Source:
    return (f'<text:p><text:a xlink:type="simple" xlink:href="mailto:{case.first.email}">write</text:a>'
            "</text:p>", "", "", fill("{a.email}", case).within(r"link \d+"))


def frame(case: Case) -> Source:
    sentence = note(case)
    return (f"<text:p><draw:frame><draw:text-box>{text_paragraph(sentence.text)}</draw:text-box>"
            f"<svg:desc>{escape(case.second.name)}</svg:desc></draw:frame></text:p>", "", "",
            sentence.within(r"text box \d+|body")
            + fill("{b.name}", case).within(r"alternative text of picture \d+"))


SOURCES: tuple[Callable[[Case], Source], ...] = (
    body, spans, spaces, table, note_mark, comment, changes, hidden, header, footer, properties,
    own_property, link, frame)


def recipe(source: Callable[[Case], Source]) -> Recipe:
    def make(case: Case) -> Made:
        return build(case, source(case))
    return Recipe("by hand", "odt", source.__name__.replace("_", "-"), "odt", make, 6)


def recipes() -> list[Recipe]:
    return [recipe(source) for source in SOURCES]
