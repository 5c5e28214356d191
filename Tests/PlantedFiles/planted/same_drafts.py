"""The same draft in every format: a set of files with the same words."""

from dataclasses import dataclass

from planted.drafts import Draft, leaking_draft
from planted.planting import Case
from planted.writers import mail_library, page_libraries, pages, pandoc_files, python_word
from planted.writers.texts import markdown, plain_text
from planted.writers.word_package import WordPackage, paragraph


@dataclass(frozen=True)
class Rendering:
    writer: str
    format: str
    extension: str
    content: bytes


def by_hand(draft: Draft) -> bytes:
    package = WordPackage()
    package.blocks.append(paragraph(draft.title, "Heading1"))
    for section in draft.sections:
        package.blocks.append(paragraph(section.heading, "Heading1"))
        package.blocks += [paragraph(sentence.text) for sentence in section.paragraphs]
    return package.pack()


def renderings(draft: Draft, case: Case, available: frozenset[str]) -> list[Rendering]:
    result = [
        Rendering("by hand", "text", "txt", plain_text(draft).encode()),
        Rendering("by hand", "markdown", "md", markdown(draft).encode()),
        Rendering("by hand", "html", "html", pages.page(draft).encode()),
        Rendering("by hand", "docx", "docx", by_hand(draft)),
        Rendering("email package", "eml", "eml", mail_library.draft_mail(draft, case)),
    ]
    if "python-docx" in available:
        result.append(Rendering("python-docx", "docx", "docx", python_word.draft_file(draft)))
    if "html5lib" in available:
        result.append(Rendering(
            "html5lib", "html", "html", page_libraries.by_html5lib(pages.page(draft))))
    if "pandoc" in available:
        result += [
            Rendering("pandoc", target, target, pandoc_files.draft_file(draft, target))
            for target in ("docx", "odt", "html")]
    return result


def draft_of(case: Case) -> Draft:
    return leaking_draft(case, leaks=5)
