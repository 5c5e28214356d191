"""Tracked changes of a Word file: what was put in, taken out and moved, and who did it."""

from planted.planting import Case, Planting
from planted.sentences import fill, note, paragraph as long_paragraph
from planted.writers.word_layers import layer
from planted.writers.word_package import WordPackage, attribute, raw_paragraph, run

MOMENT = 'w:date="2026-01-01T09:00:00Z"'


def who(identifier: int, author: str = "Investigator") -> str:
    return f'w:id="{identifier}" w:author={attribute(author)} {MOMENT}'


def deleted(text: str) -> str:
    return run(text).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")


@layer("inserted")
def inserted(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.blocks.append(raw_paragraph(
        run("The Council replied. ") + f"<w:ins {who(1)}>{run(sentence.text)}</w:ins>"))
    return sentence.within("body|inserted.*")


@layer("inserted-paragraph")
def inserted_paragraph(package: WordPackage, case: Case) -> list[Planting]:
    sentence = long_paragraph(case)
    package.blocks.append(
        f"<w:p><w:pPr><w:rPr><w:ins {who(1)}/></w:rPr></w:pPr><w:ins {who(2)}>"
        f"{run(sentence.text)}</w:ins></w:p>")
    return sentence.within("body|inserted.*")


@layer("deleted")
def deleted_text(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.blocks.append(raw_paragraph(
        run("The Council replied. ") + f"<w:del {who(1)}>{deleted(sentence.text)}</w:del>"))
    return sentence.within(r"deleted text, paragraph \d+")


@layer("deleted-paragraph")
def deleted_paragraph(package: WordPackage, case: Case) -> list[Planting]:
    sentence = long_paragraph(case)
    package.blocks.append(
        f"<w:p><w:pPr><w:rPr><w:del {who(1)}/></w:rPr></w:pPr><w:del {who(2)}>"
        f"{deleted(sentence.text)}</w:del></w:p>")
    return sentence.within(r"deleted text, paragraph \d+")


@layer("replaced-name")
def replaced_name(package: WordPackage, case: Case) -> list[Planting]:
    """The most usual leak: somebody wrote Mrs X over the name, with tracking on."""
    person = case.first
    package.blocks.append(raw_paragraph(
        run(f"The Council wrote to {person.title} ")
        + f"<w:del {who(1)}>{deleted(person.family)}</w:del><w:ins {who(2)}>{run('X')}</w:ins>"
        + run(" about the refund.")))
    return fill("{a.surname}", case).within(r"deleted text, paragraph \d+")


@layer("split-by-change")
def split_by_change(package: WordPackage, case: Case) -> list[Planting]:
    """Half of the name was typed later."""
    person = case.first
    half = len(person.family) // 2
    package.blocks.append(raw_paragraph(
        run(f"The Council wrote to {person.title} {person.given} {person.family[:half]}")
        + f"<w:ins {who(1)}>{run(person.family[half:])}</w:ins>" + run(" about the refund.")))
    return fill("{a.name}", case).within("body|inserted.*")


@layer("moved")
def moved(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.blocks += [
        f'<w:p><w:moveFromRangeStart w:id="1" w:name="move1" w:author="Investigator" {MOMENT}/>'
        f"<w:moveFrom {who(2)}>{run(sentence.text)}</w:moveFrom><w:moveFromRangeEnd w:id=\"1\"/>"
        "</w:p>",
        f'<w:p><w:moveToRangeStart w:id="3" w:name="move1" w:author="Investigator" {MOMENT}/>'
        f"<w:moveTo {who(4)}>{run(sentence.text)}</w:moveTo><w:moveToRangeEnd w:id=\"3\"/></w:p>"]
    return (sentence.within("body|inserted.*")
            + sentence.within(r"deleted text, paragraph \d+"))


@layer("change-author")
def change_author(package: WordPackage, case: Case) -> list[Planting]:
    package.blocks.append(raw_paragraph(
        run("The Council replied. ")
        + f"<w:ins {who(1, case.first.full)}>{run('It was late.')}</w:ins>"))
    return fill("{a.full}", case).within(r"author of change \d+")


@layer("format-change-author")
def format_change_author(package: WordPackage, case: Case) -> list[Planting]:
    package.blocks.append(raw_paragraph(run(
        "The Council replied.",
        f"<w:b/><w:rPrChange {who(1, case.first.full)}><w:rPr/></w:rPrChange>")))
    return fill("{a.full}", case).within(r"author of change \d+")


@layer("deleted-row")
def deleted_row(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.blocks.append(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
        f"{raw_paragraph(run('Chronology'))}</w:tc></w:tr><w:tr><w:trPr><w:del {who(1)}/></w:trPr>"
        f"<w:tc><w:p><w:del {who(2)}>{deleted(sentence.text)}</w:del></w:p></w:tc></w:tr></w:tbl>")
    return sentence.within(r"deleted text, paragraph \d+")


@layer("deleted-insertion")
def deleted_in_insertion(package: WordPackage, case: Case) -> list[Planting]:
    """Put in by one and taken out by another: in neither reading, and still in the file."""
    sentence = note(case)
    package.blocks.append(raw_paragraph(
        run("The Council replied. ")
        + f"<w:ins {who(1)}><w:del {who(2)}>{deleted(sentence.text)}</w:del></w:ins>"))
    return sentence.within(r"deleted text, paragraph \d+")
