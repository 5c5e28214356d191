"""Zip files of decisions."""

from planted.drafts import leaking_draft
from planted.planting import Case, Made, Planting, Recipe
from planted.sentences import fill
from planted.writers import pages, raw_word
from planted.writers.texts import markdown, plain_text
from planted.zips import pack


def of_texts(case: Case) -> Made:
    first, second = leaking_draft(case), leaking_draft(case)
    content = pack([("a.txt", plain_text(first).encode()), ("b.md", markdown(second).encode()),
                    ("c.html", pages.page(first).encode())])
    return Made(content, first.plantings(".*") + [
        item for item in second.plantings(".*") if item not in first.plantings(".*")])


def of_word_files(case: Case) -> Made:
    recipe = next(item for item in raw_word.recipes() if item.layer == "comment")
    made = recipe.make(case)
    return Made(pack([("drafts/a.docx", made.content)]),
                [Planting(item.value, item.kind) for item in made.plantings])


def named_entry(case: Case) -> Made:
    echo = fill("The complainant, {a.name}, can be reached on {a.phone}.", case)
    content = pack([(f"{case.first.family}/draft.txt", (echo.text + "\n").encode())])
    return Made(content, echo.within(".*"))


def within_another(case: Case) -> Made:
    draft = leaking_draft(case)
    inner = pack([("a.txt", plain_text(draft).encode())])
    return Made(pack([("inner.zip", inner)]), draft.plantings(".*"))


def recipes() -> list[Recipe]:
    return [Recipe("by hand", "zip", make.__name__.replace("_", "-"), "zip", make, 6)
            for make in (of_texts, of_word_files, named_entry, within_another)]
