"""Word files as python-docx makes them."""

import io
from collections.abc import Callable
from datetime import UTC, datetime

from planted.drafts import Draft, clean_draft, leaking_draft
from planted.planting import Case, Made, Planting, Recipe
from planted.sentences import fill, note, paragraph
from planted.zips import repack

try:
    import docx
    from docx.document import Document
    from docx.enum.section import WD_SECTION
    IS_INSTALLED = True
except ImportError:
    IS_INSTALLED = False

Plant = Callable[["Document", Case], list[Planting]]


def save(document: "Document") -> bytes:
    # A comment says when it was made, and always that is now.
    for comment in document.comments:
        comment._comment_elm.date = datetime(2026, 1, 1, 9, tzinfo=UTC)
    buffer = io.BytesIO()
    document.save(buffer)
    return repack(buffer.getvalue())


def write(draft: Draft) -> "Document":
    document = docx.Document()
    document.core_properties.author = ""
    document.add_heading(draft.title, 1)
    for section in draft.sections:
        document.add_heading(section.heading, 2)
        for sentence in section.paragraphs:
            document.add_paragraph(sentence.text)
    return document


def draft_file(draft: Draft) -> bytes:
    return save(write(draft))


def body(document: "Document", case: Case) -> list[Planting]:
    sentence = paragraph(case)
    document.add_paragraph(sentence.text)
    return sentence.within("body")


def list_item(document: "Document", case: Case) -> list[Planting]:
    sentence = paragraph(case)
    document.add_paragraph(sentence.text, style="List Number")
    return sentence.within("body")


def heading(document: "Document", case: Case) -> list[Planting]:
    sentence = fill("Background: the complaint of {a.name}", case)
    document.add_heading(sentence.text, 3)
    return sentence.within("body")


def runs(document: "Document", case: Case) -> list[Planting]:
    person = case.first
    target = document.add_paragraph("The complainant, ")
    target.add_run(person.title).italic = True
    target.add_run(" " + person.given[:2]).bold = True
    target.add_run(person.given[2:] + " " + person.family[:3])
    target.add_run(person.family[3:]).underline = True
    target.add_run(f", rang on {person.phone[:5]}")
    target.add_run(person.phone[5:] + ".").bold = True
    return fill("{a.name} {a.phone}", case).within("body")


def table(document: "Document", case: Case) -> list[Planting]:
    sentence = paragraph(case)
    target = document.add_table(rows=2, cols=2)
    target.cell(0, 0).text, target.cell(0, 1).text = "Date", "What happened"
    target.cell(1, 0).text, target.cell(1, 1).text = "3 June 2025", sentence.text
    return sentence.within("body")


def merged_cells(document: "Document", case: Case) -> list[Planting]:
    sentence = paragraph(case)
    target = document.add_table(rows=2, cols=3)
    target.cell(0, 0).merge(target.cell(1, 1)).text = sentence.text
    return sentence.within("body")


def nested_table(document: "Document", case: Case) -> list[Planting]:
    sentence = paragraph(case)
    outer = document.add_table(rows=1, cols=1)
    outer.cell(0, 0).add_table(rows=1, cols=1).cell(0, 0).text = sentence.text
    return sentence.within("body")


def header(document: "Document", case: Case) -> list[Planting]:
    sentence = note(case)
    document.sections[0].header.paragraphs[0].text = sentence.text
    return sentence.within("header of section 1")


def footer(document: "Document", case: Case) -> list[Planting]:
    sentence = note(case)
    document.sections[0].footer.paragraphs[0].text = sentence.text
    return sentence.within("footer of section 1")


def first_page_header(document: "Document", case: Case) -> list[Planting]:
    sentence = note(case)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = sentence.text
    return sentence.within("first-page header of section 1")


def even_page_footer(document: "Document", case: Case) -> list[Planting]:
    sentence = note(case)
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].even_page_footer.paragraphs[0].text = sentence.text
    return sentence.within("even-page footer of section 1")


def second_header(document: "Document", case: Case) -> list[Planting]:
    sentence = note(case)
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = sentence.text
    document.add_paragraph("Annex")
    return sentence.within("header of section 2")


def author(document: "Document", case: Case) -> list[Planting]:
    document.core_properties.author = case.first.full
    return fill("{a.full}", case).within("document property: author")


def last_author(document: "Document", case: Case) -> list[Planting]:
    document.core_properties.last_modified_by = case.first.full
    return fill("{a.full}", case).within("document property: last modified by")


def properties(document: "Document", case: Case) -> list[Planting]:
    sentence = note(case)
    document.core_properties.comments = sentence.text
    document.core_properties.title = f"Complaint of {case.second.name}"
    return (sentence.within("document property: description")
            + fill("{b.name}", case).within("document property: title"))


def comment(document: "Document", case: Case) -> list[Planting]:
    sentence = note(case)
    target = document.add_paragraph("The Council kept no record of the call.")
    document.add_comment(target.runs, text=sentence.text, author="Investigator", initials="I")
    return sentence.within(r"comment \d+")


def comment_author(document: "Document", case: Case) -> list[Planting]:
    target = document.add_paragraph("The Council kept no record of the call.")
    document.add_comment(target.runs, text="Is this right?", author=case.first.full, initials="I")
    return fill("{a.full}", case).within(r"author of comment \d+")


def hidden(document: "Document", case: Case) -> list[Planting]:
    sentence = note(case)
    document.add_paragraph("The Council agrees. ").add_run(sentence.text).font.hidden = True
    return sentence.within("hidden text.*")


def tabs(document: "Document", case: Case) -> list[Planting]:
    person = case.first
    document.add_paragraph(
        f"{person.name}\n{person.address}\n{person.town}\n{person.postcode}\nTelephone\t{person.phone}")
    return fill("{a.name} {a.address} {a.postcode} {a.phone}", case).within("body")


LAYERS: tuple[Plant, ...] = (
    body, list_item, heading, runs, table, merged_cells, nested_table, header, footer,
    first_page_header, even_page_footer, second_header, author, last_author, properties, comment,
    comment_author, hidden, tabs)


def recipe(plant: Plant) -> Recipe:
    def make(case: Case) -> Made:
        document = write(clean_draft(case))
        plantings = plant(document, case)
        return Made(save(document), plantings)
    return Recipe("python-docx", "docx", plant.__name__.replace("_", "-"), "docx", make, 12,
                  needs="python-docx")


def whole_draft(case: Case) -> Made:
    draft = leaking_draft(case)
    return Made(draft_file(draft), draft.plantings("body"))


def recipes() -> list[Recipe]:
    return [recipe(plant) for plant in LAYERS] + [
        Recipe("python-docx", "docx", "whole-draft", "docx", whole_draft, 12, needs="python-docx")]
