"""DOCX, ODT and HTML as pandoc writes them from Markdown."""

import re
from collections.abc import Callable
from dataclasses import replace

from planted.drafts import Draft, clean_draft, leaking_draft
from planted.planting import Case, Made, Planting, Recipe
from planted.sentences import fill, note, paragraph
from planted.writers.programs import pandoc
from planted.writers.texts import markdown
from planted.zips import repack

# What is put before the draft, what behind it, and what is planted.
Source = tuple[str, str, list[Planting]]


def literal(text: str) -> str:
    """Words with the signs escaped that Markdown would take for its own."""
    return re.sub(r"([\\`*_{}\[\]<>#@|~$^])", r"\\\1", text)


def body(case: Case) -> Source:
    sentence = paragraph(case)
    return "", literal(sentence.text), sentence.within("body")


def emphasis(case: Case) -> Source:
    person = case.first
    text = (f"The complainant, {person.title} **{person.given}** *{person.family[:3]}*"
            f"**{person.family[3:]}**, telephone [{person.phone}]{{.smallcaps}}, complained.")
    return "", text, fill("{a.name} {a.phone}", case).within("body")


def table(case: Case) -> Source:
    person = case.first
    rows = (("Name", person.name), ("Address", f"{person.address}, {person.town}"),
            ("Telephone", person.phone), ("Date of birth", person.birth))
    lines = ["| What | Entry |", "| --- | --- |"]
    lines += [f"| {label} | {literal(text)} |" for label, text in rows]
    return "", "\n".join(lines), fill("{a.name} {a.address} {a.phone} {a.birth}", case).within("body")


def footnote(case: Case) -> Source:
    sentence = note(case)
    text = f"The Council told us so.[^1]\n\n[^1]: {literal(sentence.text)}"
    return "", text, sentence.within(r"footnote \d+|body")


def link(case: Case) -> Source:
    person = case.first
    text = f"See [the letter](mailto:{person.email}?subject={person.title}%20{person.family})."
    # A family name may have letters that an address must code.
    return "", text, fill("{a.email} {a.surname}", case).within(r"link \d+")


def address(case: Case) -> Source:
    text = f"Write to <{case.first.email}>."
    return "", text, fill("{a.email}", case).within("body|link.*")


def title(case: Case) -> Source:
    sentence = fill("Complaint of {a.name}", case)
    return f'---\ntitle: "{sentence.text}"\n---\n\n', "", sentence.within(
        "body|title|document property: title|property.*")


def author(case: Case) -> Source:
    head = f'---\ntitle: Decision\nauthor: "{case.first.full}"\n---\n\n'
    return head, "", fill("{a.full}", case).within("body|document property: author|property.*")


def quotation(case: Case) -> Source:
    sentence = paragraph(case)
    return "", f"> {literal(sentence.text)}\n>\n> 1. {literal(sentence.text)}", sentence.within("body")


def heading(case: Case) -> Source:
    """In HTML and in bookmarks it becomes an anchor of the same words, too."""
    sentence = fill("Background: {a.name}", case)
    return "", f"## {literal(sentence.text)}", sentence.within("body")


LAYERS: tuple[Callable[[Case], Source], ...] = (
    body, emphasis, table, footnote, link, address, title, author, quotation, heading)
FORMATS = {"docx": "docx", "odt": "odt", "html": "html"}


def finish(target: str, content: bytes) -> bytes:
    return content if target == "html" else repack(content)


def recipe(plant: Callable[[Case], Source], target: str) -> Recipe:
    def make(case: Case) -> Made:
        before, behind, plantings = plant(case)
        text = before + markdown(clean_draft(case)) + "\n" + behind + "\n"
        options = () if before.startswith("---\ntitle") else ("--metadata=title:Decision",)
        content = pandoc(text, target, *options)
        if target != "docx" and plant is author:
            plantings = [replace(item, part=".*") for item in plantings]
        return Made(finish(target, content), plantings)
    return Recipe("pandoc", target, plant.__name__, FORMATS[target], make, 8, needs="pandoc")


def draft_file(draft: Draft, target: str) -> bytes:
    return finish(target, pandoc(
        literal_draft(draft), target, "--metadata=title:Decision"))


def literal_draft(draft: Draft) -> str:
    return "\n".join(
        line if line.startswith("#") else literal(line) for line in markdown(draft).split("\n"))


def whole_draft(target: str) -> Callable[[Case], Made]:
    def make(case: Case) -> Made:
        draft = leaking_draft(case)
        return Made(draft_file(draft, target), draft.plantings("body"))
    return make


def recipes() -> list[Recipe]:
    return [recipe(plant, target) for target in FORMATS for plant in LAYERS] + [
        Recipe("pandoc", target, "whole-draft", target, whole_draft(target), 8, needs="pandoc")
        for target in FORMATS]
