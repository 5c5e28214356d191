"""What a Word file says of itself: properties, settings, styles, data, names of its entries."""

import base64
import struct
from xml.sax.saxutils import escape

from planted.planting import Case, Planting
from planted.sentences import fill, name_note, note
from planted.writers.word_layers import layer, may_stay_unread
from planted.writers.word_package import (
    ROOT, WORD_TYPE, WordPackage, attribute, paragraph, raw_paragraph, run)

CORE_NAMES = {
    "dc:creator": "author", "cp:lastModifiedBy": "last modified by"}
CORE_SENTENCES = {
    "dc:title": "title", "dc:subject": "subject", "dc:description": "description",
    "cp:keywords": "keywords", "cp:category": "category", "cp:contentStatus": "content status"}
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def register_core() -> None:
    for element, words in CORE_NAMES.items():
        def plant_name(
            package: WordPackage, case: Case, element: str = element, words: str = words
        ) -> list[Planting]:
            package.core[element] = case.first.full
            return fill("{a.full}", case).within(f"document property: {words}")
        layer("core-" + words.replace(" ", "-"))(plant_name)
    for element, words in CORE_SENTENCES.items():
        def plant_sentence(
            package: WordPackage, case: Case, element: str = element, words: str = words
        ) -> list[Planting]:
            sentence = note(case)
            package.core[element] = sentence.text
            return sentence.within(f"document property: {words}")
        layer("core-" + words.replace(" ", "-"))(plant_sentence)


register_core()


@layer("app-manager")
def manager(package: WordPackage, case: Case) -> list[Planting]:
    package.app["Manager"] = case.first.full
    return fill("{a.full}", case).within("document property: manager")


@layer("app-company")
def company(package: WordPackage, case: Case) -> list[Planting]:
    package.app["Company"] = f"Office of {case.first.name}"
    return fill("{a.name}", case).within("document property: company")


@layer("app-template", has_echo=True)
def template(package: WordPackage, case: Case) -> list[Planting]:
    package.app["Template"] = f"{case.first.family} letter.dotx"
    return fill("{a.surname}", case).within("document property: template")


@layer("app-link-base", has_echo=True)
def link_base(package: WordPackage, case: Case) -> list[Planting]:
    package.app["HyperlinkBase"] = f"file:///S:/Complaints/{case.first.family}/"
    return fill("{a.surname}", case).within("document property: base of links")


@layer("attached-template", has_echo=True)
def attached_template(package: WordPackage, case: Case) -> list[Planting]:
    identifier = package.relate(
        "word/settings.xml", "attachedTemplate",
        f"file:///C:/Users/{case.first.given.split()[0]}.{case.first.family}/letter.dotx",
        is_external=True)
    package.settings.append(f'<w:attachedTemplate r:id="{identifier}"/>')
    return fill("{a.surname}", case).within(".*")


@layer("document-variable")
def document_variable(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.settings.append(
        f'<w:docVars><w:docVar w:name="note" w:val={attribute(sentence.text)}/></w:docVars>')
    return sentence.within(r"document setting \d+")


@layer("mail-merge")
def mail_merge(package: WordPackage, case: Case) -> list[Planting]:
    sentence = fill("SELECT * FROM letters WHERE email = '{a.email}'", case)
    package.settings.append(
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/>'
        f"<w:query w:val={attribute(sentence.text)}/></w:mailMerge>")
    return sentence.within(r"document setting \d+")


@layer("custom-property")
def custom_property(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.add(
        "docProps/custom.xml",
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Note">'
        f"<vt:lpwstr>{escape(sentence.text)}</vt:lpwstr></property></Properties>",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        "custom-properties", source="")
    return sentence.within(r"custom property \d+")


@layer("custom-data")
def custom_data(package: WordPackage, case: Case) -> list[Planting]:
    person = case.first
    package.add(
        "customXml/item1.xml",
        f'<case xmlns="urn:example:case"><complainant>{escape(person.name)}</complainant>'
        f'<contact email="{person.email}">Telephone {person.phone}</contact></case>',
        "application/xml", "customXml")
    return fill("{a.name} {a.email} {a.phone}", case).within(r"custom data \d+")


@layer("glossary")
def glossary(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.add(
        "word/glossary/document.xml",
        f'<w:glossaryDocument {ROOT}><w:docParts><w:docPart><w:docPartPr><w:name w:val="Letter"/>'
        f"</w:docPartPr><w:docPartBody>{paragraph(sentence.text)}</w:docPartBody></w:docPart>"
        "</w:docParts></w:glossaryDocument>", WORD_TYPE + "document.glossary+xml",
        "glossaryDocument")
    return sentence.within(r"building block \d+")


@layer("style-name")
def style_name(package: WordPackage, case: Case) -> list[Planting]:
    text = name_note(case)
    package.styles.append(
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val='
        f"{attribute(text.text)}/></w:style>")
    return text.within(r"style \d+")


@layer("chart")
def chart(package: WordPackage, case: Case) -> list[Planting]:
    """The cached text of a chart, whose numbers lie in a workbook that was taken out."""
    sentence = name_note(case)
    space = "http://schemas.openxmlformats.org/drawingml/2006"
    identifier = package.add(
        "word/charts/chart1.xml",
        f'<c:chartSpace xmlns:c="{space}/chart" xmlns:a="{space}/main"><c:chart><c:title><c:tx>'
        f"<c:rich><a:p><a:r><a:t>{escape(sentence.text)}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
        "<c:plotArea><c:barChart><c:ser><c:cat><c:strRef><c:strCache><c:pt idx=\"0\"><c:v>"
        f"{escape(case.second.name)}</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:barChart>"
        "</c:plotArea></c:chart></c:chartSpace>",
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", "chart")
    package.blocks.append(drawing(
        f'<a:graphic><a:graphicData uri="{space}/chart"><c:chart r:id="{identifier}"/>'
        "</a:graphicData></a:graphic>", 'name="Chart 5"'))
    return sentence.within(r"chart \d+") + fill("{b.name}", case).within(r"chart \d+")


def drawing(graphic: str, properties: str) -> str:
    return raw_paragraph(
        '<w:r><w:drawing><wp:inline><wp:extent cx="90000" cy="90000"/>'
        f'<wp:docPr id="5" {properties}/>{graphic}</wp:inline></w:drawing></w:r>')


def shape() -> str:
    return (
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic>")


@layer("alternative-text")
def alternative_text(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.blocks.append(drawing(shape(), f'name="Line 5" descr={attribute(sentence.text)}'))
    return sentence.within(r"alternative text of picture \d+")


@layer("shape-title")
def shape_title(package: WordPackage, case: Case) -> list[Planting]:
    sentence = name_note(case)
    package.blocks.append(drawing(
        shape(), f'name={attribute(case.second.name)} title={attribute(sentence.text)}'))
    return sentence.within(".*") + fill("{b.name}", case).within(".*")


def add_picture(package: WordPackage, name: str, data: bytes, properties: str) -> None:
    extension = name.rpartition(".")[2]
    package.extensions[extension] = f"image/{extension}"
    package.parts[f"word/media/{name}"] = data
    identifier = package.relate("word/document.xml", "image", f"media/{name}")
    package.blocks.append(drawing(
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="picture"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{identifier}"/></pic:blipFill><pic:spPr/></pic:pic>'
        "</a:graphicData></a:graphic>", properties))


@layer("picture-alternative-text")
def picture_text(package: WordPackage, case: Case) -> list[Planting]:
    """A picture's pixels are read by nobody, but what is written of it is."""
    sentence = note(case)
    add_picture(package, "image1.png", PICTURE, f'name="Picture 5" descr={attribute(sentence.text)}')
    return sentence.within(r"alternative text of picture \d+")


@layer("picture-data")
def picture_data(package: WordPackage, case: Case) -> list[Planting]:
    """Who took the picture, in its EXIF."""
    artist = case.first.full.encode("utf-8") + b"\0"
    directory = struct.pack(">HHHII", 1, 0x013B, 2, len(artist), 26) + struct.pack(">I", 0)
    exif = b"Exif\0\0MM\0\x2a" + struct.pack(">I", 8) + directory + artist
    data = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + b"\xff\xd9"
    add_picture(package, "image1.jpeg", data, 'name="Picture 5"')
    return may_stay_unread(fill("{a.full}", case).within(r"data of picture \d+"))


@layer("inner-name", has_echo=True)
def inner_name(package: WordPackage, case: Case) -> list[Planting]:
    add_picture(package, f"{case.first.family}.png", PICTURE, 'name="Picture 5"')
    return may_stay_unread(fill("{a.surname}", case).within("names of inner files"))


@layer("embedded-text")
def embedded_text(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.extensions["txt"] = "text/plain"
    package.parts["word/embeddings/note.txt"] = sentence.text.encode()
    package.relate("word/document.xml", "package", "embeddings/note.txt")
    return may_stay_unread(sentence.within(".*"))


@layer("embedded-word-file")
def embedded_word_file(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    inner = WordPackage()
    inner.blocks.append(paragraph(sentence.text))
    package.extensions["docx"] = WORD_TYPE.removesuffix(".") + ".document"
    package.parts["word/embeddings/note.docx"] = inner.pack()
    package.relate("word/document.xml", "package", "embeddings/note.docx")
    return may_stay_unread(sentence.within(".*"))


@layer("other-format-within")
def alternative_chunk(package: WordPackage, case: Case) -> list[Planting]:
    """A page that Word shows as if it stood in the body (w:altChunk)."""
    sentence = note(case)
    package.extensions["html"] = "text/html"
    package.parts["word/chunk.html"] = (
        f"<!doctype html><meta charset=utf-8><p>{escape(sentence.text)}".encode())
    identifier = package.relate("word/document.xml", "aFChunk", "chunk.html")
    package.blocks.append(f'<w:altChunk r:id="{identifier}"/>')
    return may_stay_unread(sentence.within(".*"))


@layer("stray-entry")
def stray_entry(package: WordPackage, case: Case) -> list[Planting]:
    """Left by another program: nothing in the file refers to it."""
    sentence = note(case)
    package.parts["word/old.xml"] = f"<old>{escape(sentence.text)}</old>".encode()
    return may_stay_unread(sentence.within(".*"))


@layer("markup-comment")
def markup_comment(package: WordPackage, case: Case) -> list[Planting]:
    """A comment and a processing instruction of XML, which no word processor shows."""
    sentence = note(case)
    package.blocks.append(
        f"<!-- {sentence.text} --><?note {sentence.text}?>{paragraph('The Council replied.')}")
    return sentence.within(".*")


@layer("archive-comment")
def archive_comment(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.comment = sentence.text.encode()
    return may_stay_unread(sentence.within(".*"))


@layer("numbering")
def numbering(package: WordPackage, case: Case) -> list[Planting]:
    """A list whose items Word numbers with a name before each."""
    sentence = name_note(case)
    package.add(
        "word/numbering.xml",
        f'<w:numbering {ROOT}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start '
        'w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val='
        f'{attribute(sentence.text + " %1.")}/></w:lvl></w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="0"/></w:num></w:numbering>', WORD_TYPE + "numbering+xml",
        "numbering")
    package.blocks.append(
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        f"{run('The Council replied.')}</w:p>")
    return sentence.within(".*")


@layer("table-description")
def table_description(package: WordPackage, case: Case) -> list[Planting]:
    sentence = name_note(case)
    package.blocks.append(
        f"<w:tbl><w:tblPr><w:tblDescription w:val={attribute(sentence.text)}/></w:tblPr><w:tblGrid>"
        f"<w:gridCol/></w:tblGrid><w:tr><w:tc>{paragraph('March')}</w:tc></w:tr></w:tbl>")
    return sentence.within(".*")
