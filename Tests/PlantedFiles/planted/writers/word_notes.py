"""Headers, footers, notes and comments of a Word file."""

from planted.planting import Case, Planting, Sentence
from planted.sentences import fill, note
from planted.writers.word_layers import layer
from planted.writers.word_package import (
    ROOT, WORD_TYPE, WordPackage, attribute, paragraph, raw_paragraph, run)

WORDS = {"default": "", "first": "first-page ", "even": "even-page "}


def furniture(package: WordPackage, case: Case, kind: str, which: str, section: int) -> list[Planting]:
    """A header or footer of one of the three kinds, in the first section or the second."""
    sentence = note(case)
    element = "hdr" if kind == "header" else "ftr"
    name = f"word/{kind}{section}.xml"
    identifier = package.add(
        name, f"<w:{element} {ROOT}>{paragraph(sentence.text)}</w:{element}>",
        f"{WORD_TYPE}{kind}+xml", kind)
    reference = f'<w:{kind}Reference w:type="{which}" r:id="{identifier}"/>'
    title_page = "<w:titlePg/>" if which == "first" else ""
    if which == "even":
        package.settings.append("<w:evenAndOddHeaders/>")
    if section == 2:
        package.blocks.append("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>")
    package.last_section = reference + title_page
    return sentence.within(rf"{WORDS[which]}{kind} of section {section}")


def register_furniture() -> None:
    for kind in ("header", "footer"):
        for which in WORDS:
            for section in (1, 2):
                def plant(
                    package: WordPackage, case: Case, kind: str = kind, which: str = which,
                    section: int = section
                ) -> list[Planting]:
                    return furniture(package, case, kind, which, section)
                layer(f"{which}-{kind}-{section}")(plant)


register_furniture()


def add_note(package: WordPackage, kind: str, sentence: Sentence) -> None:
    package.add(
        f"word/{kind}s.xml",
        f'<w:{kind}s {ROOT}><w:{kind} w:type="separator" w:id="-1">'
        f'{raw_paragraph("<w:r><w:separator/></w:r>")}</w:{kind}><w:{kind} w:id="1">'
        f"{raw_paragraph(f'<w:r><w:{kind}Ref/></w:r>' + run(' ' + sentence.text))}</w:{kind}>"
        f"</w:{kind}s>", f"{WORD_TYPE}{kind}s+xml", f"{kind}s")
    package.blocks.append(raw_paragraph(
        run("The Council told us so.") + f'<w:r><w:{kind}Reference w:id="1"/></w:r>'))


@layer("footnote")
def footnote(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    add_note(package, "footnote", sentence)
    return sentence.within(r"footnote \d+")


@layer("endnote")
def endnote(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    add_note(package, "endnote", sentence)
    return sentence.within(r"endnote \d+")


def add_comment(package: WordPackage, text: str, author: str, initials: str = "C") -> None:
    package.add(
        "word/comments.xml",
        f"<w:comments {ROOT}><w:comment w:id=\"0\" w:author={attribute(author)} "
        f"w:initials={attribute(initials)} w:date=\"2026-01-01T09:00:00Z\">{paragraph(text)}"
        "</w:comment></w:comments>", WORD_TYPE + "comments+xml", "comments")
    package.blocks.append(
        f'<w:p><w:commentRangeStart w:id="0"/>{run("The Council kept no record of the call.")}'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>')


@layer("comment")
def comment(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    add_comment(package, sentence.text, "Investigator")
    return sentence.within(r"comment \d+")


@layer("comment-author")
def comment_author(package: WordPackage, case: Case) -> list[Planting]:
    add_comment(package, "Is this right?", case.first.full)
    return fill("{a.full}", case).within(r"author of comment \d+")


@layer("people")
def people(package: WordPackage, case: Case) -> list[Planting]:
    """The list of those who wrote comments, with the account they wrote from."""
    add_comment(package, "Is this right?", "Investigator")
    package.add(
        "word/people.xml",
        f"<w15:people {ROOT}><w15:person w15:author={attribute(case.first.full)}>"
        f'<w15:presenceInfo w15:providerId="AD" w15:userId="S::{case.first.email}::1"/>'
        "</w15:person></w15:people>", WORD_TYPE + "people+xml",
        "http://schemas.microsoft.com/office/2011/relationships/people")
    return fill("{a.full} {a.email}", case).within(r"person in the file's list \d+")
