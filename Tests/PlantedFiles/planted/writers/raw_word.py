"""Word files written by hand, entry by entry: layers that no library makes."""

from planted.planting import Case, Made, Recipe
from planted.sentences import fill
from planted.writers import word_body, word_changes, word_fields, word_metadata, word_notes
from planted.writers.word_layers import LAYERS, Layer, make

# Importing them fills the register.
MODULES = (word_body, word_notes, word_changes, word_fields, word_metadata)


def recipe(item: Layer) -> Recipe:
    def made(case: Case) -> Made:
        return make(item, case)
    return Recipe("by hand", "docx", item.name, "docx", made, variants=9)


def file_name(case: Case) -> Made:
    """A plain decision in a file that is called by the complainant's name."""
    made = make(Layer("file-name", lambda package, case: [], has_echo=True), case)
    name = fill("{a.surname}", case).within("file name")
    return Made(made.content, made.plantings + name, stem=f"{case.first.family}_{case.variant}_final")


def recipes() -> list[Recipe]:
    return [recipe(item) for item in LAYERS] + [
        Recipe("by hand", "docx", "file-name", "docx", file_name, variants=9)]
