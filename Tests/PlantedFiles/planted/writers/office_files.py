"""Files that LibreOffice converts: Word to ODT and HTML, HTML and ODT to Word, Word to Word."""

from planted.planting import Case, Made, Planting, Recipe
from planted.writers import open_document, pages, raw_word

# A conversion may put a layer elsewhere, so that it is only asked that the value is reported.
WORD_LAYERS = (
    "body", "runs", "table", "nested-table", "text-box", "default-header-1", "first-footer-1",
    "footnote", "endnote", "comment", "comment-author", "inserted", "deleted", "change-author",
    "hidden-text", "field-merge", "link", "core-author", "core-description", "custom-property",
    "alternative-text")
PAGE_LAYERS = (
    pages.body, pages.tags_within, pages.table, pages.author, pages.description, pages.link,
    pages.hidden, pages.comment)
OPEN_LAYERS = (
    open_document.body, open_document.note_mark, open_document.comment, open_document.changes,
    open_document.header, open_document.properties, open_document.frame)


def anywhere(made: Made) -> Made:
    return Made(made.content, [
        Planting(item.value, item.kind, ".*", item.must_find, item.may_be_unread)
        for item in made.plantings])


def from_recipe(source: Recipe, target: str) -> Recipe:
    def make(case: Case) -> Made:
        return anywhere(source.make(case))
    return Recipe("LibreOffice", target, f"{source.extension}-{source.layer}", target, make, 3,
                  needs="LibreOffice", converted_from=source.extension)


def recipes() -> list[Recipe]:
    words = [item for item in raw_word.recipes() if item.layer in WORD_LAYERS]
    web = [pages.recipe(item) for item in PAGE_LAYERS]
    open_documents = [open_document.recipe(item) for item in OPEN_LAYERS]
    return [from_recipe(source, target) for source in words for target in ("odt", "html", "docx")] + [
        from_recipe(source, "docx") for source in web + open_documents]
