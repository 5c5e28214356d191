"""What a Word file computes its text from: fields, links, bookmarks, bindings."""

from urllib.parse import quote
from xml.sax.saxutils import escape

from planted.planting import Case, Planting
from planted.sentences import fill, name_note
from planted.writers.word_layers import layer
from planted.writers.word_package import WordPackage, attribute, raw_paragraph, run


def field(code: str, result: str) -> str:
    """A field in its long form: code and cached result between three marks."""
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    return (
        mark("begin") + f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        + mark("separate") + run(result) + mark("end"))


@layer("field-author")
def field_author(package: WordPackage, case: Case) -> list[Planting]:
    package.blocks.append(raw_paragraph(
        run("Written by: ") + field("AUTHOR \\* MERGEFORMAT", case.first.name)))
    return fill("{a.name}", case).within("body|field.*")


@layer("field-file-name", has_echo=True)
def field_file_name(package: WordPackage, case: Case) -> list[Planting]:
    """Where the draft lay when somebody last printed it; the name is known from the body."""
    person = case.first
    package.blocks.append(raw_paragraph(field(
        "FILENAME \\p",
        f"C:\\Users\\Public\\Complaints\\{person.family}\\{person.family} draft.docx")))
    return fill("{a.surname}", case).within("body|field.*")


@layer("field-merge")
def field_merge(package: WordPackage, case: Case) -> list[Planting]:
    package.blocks.append(raw_paragraph(
        run("Dear ") + field("MERGEFIELD Complainant", case.first.name)))
    return fill("{a.name}", case).within("body|field.*")


@layer("field-code-split")
def field_code_split(package: WordPackage, case: Case) -> list[Planting]:
    """A field's code in two runs, cut in the middle of the address."""
    address = case.first.email
    half = len(address) // 2
    inner = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "mailto:{address[:half]}</w:instrText></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{address[half:]}" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("write to us")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    package.blocks.append(raw_paragraph(inner))
    return fill("{a.email}", case).within(r"(field|link) \d+")


@layer("field-simple")
def field_simple(package: WordPackage, case: Case) -> list[Planting]:
    sentence = name_note(case)
    package.blocks.append(raw_paragraph(
        f"<w:fldSimple w:instr={attribute(f' QUOTE {chr(34)}{sentence.text}{chr(34)} ')}>"
        f"{run('The complaint')}</w:fldSimple>"))
    return sentence.within(r"field \d+")


@layer("link")
def link(package: WordPackage, case: Case) -> list[Planting]:
    target = f"mailto:{case.first.email}?subject={quote(case.first.name)}"
    identifier = package.relate("word/document.xml", "hyperlink", target, is_external=True)
    package.blocks.append(raw_paragraph(
        f'<w:hyperlink r:id="{identifier}" w:history="1">{run("Reply")}</w:hyperlink>'))
    return fill("{a.email} {a.name}", case).within(r"link \d+")


@layer("link-tooltip")
def link_tooltip(package: WordPackage, case: Case) -> list[Planting]:
    identifier = package.relate(
        "word/document.xml", "hyperlink", "https://www.example.org/", is_external=True)
    sentence = name_note(case)
    package.blocks.append(raw_paragraph(
        f'<w:hyperlink r:id="{identifier}" w:tooltip={attribute(sentence.text)}>'
        f'{run("Reply")}</w:hyperlink>'))
    return sentence.within(".*")


@layer("link-query")
def link_query(package: WordPackage, case: Case) -> list[Planting]:
    target = f"https://www.example.org/case?email={quote(case.first.email, safe='')}"
    identifier = package.relate("word/document.xml", "hyperlink", target, is_external=True)
    package.blocks.append(raw_paragraph(
        f'<w:hyperlink r:id="{identifier}">{run("the file")}</w:hyperlink>'))
    return fill("{a.email}", case).within(r"link \d+")


@layer("bookmark", has_echo=True)
def bookmark(package: WordPackage, case: Case) -> list[Planting]:
    package.blocks.append(raw_paragraph(
        f'<w:bookmarkStart w:id="4" w:name="{case.first.family}_letter"/>'
        f'{run("The Council wrote again in May.")}<w:bookmarkEnd w:id="4"/>'))
    return fill("{a.surname}", case).within(r"bookmark \d+")


@layer("form-field")
def form_field(package: WordPackage, case: Case) -> list[Planting]:
    """An old form's field keeps what stood in it at first, and what it says for help."""
    sentence = name_note(case)
    package.blocks.append(raw_paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Text1"/><w:enabled/>'
        f"<w:statusText w:type=\"text\" w:val={attribute(sentence.text)}/><w:textInput>"
        f"<w:default w:val={attribute(case.second.name)}/></w:textInput></w:ffData></w:fldChar></w:r>"
        '<w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("Mrs X")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
    return sentence.within(".*") + fill("{b.name}", case).within(".*")


@layer("index-entry")
def index_entry(package: WordPackage, case: Case) -> list[Planting]:
    package.blocks.append(raw_paragraph(
        run("The Council wrote.") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText> XE "{case.first.name}" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
    return fill("{a.name}", case).within(r"field \d+")


@layer("data-binding", has_echo=True)
def data_binding(package: WordPackage, case: Case) -> list[Planting]:
    """A content control bound to custom data by a path that names a person."""
    name = f"&apos;{case.first.family}&apos;"
    package.blocks.append(raw_paragraph(
        f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/case/person[@name={name}]"'
        ' w:storeItemID="1"/></w:sdtPr><w:sdtContent>'
        f'{run("Mrs X")}</w:sdtContent></w:sdt>'))
    return fill("{a.surname}", case).within(".*")
