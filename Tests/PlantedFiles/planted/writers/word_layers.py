"""How a layer of a hand-made Word file is planted, and the register of all of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from planted.drafts import clean_draft
from planted.planting import Case, Made, Planting
from planted.sentences import fill
from planted.writers.word_package import WordPackage, paragraph

Plant = Callable[[WordPackage, Case], list[Planting]]


@dataclass(frozen=True)
class Layer:
    name: str
    plant: Plant
    # Whether the body has the name in a sentence, because the layer alone would not tell it.
    has_echo: bool


LAYERS: list[Layer] = []


def layer(name: str, has_echo: bool = False) -> Callable[[Plant], Plant]:
    """Registers a function as the one that plants a layer."""
    def register(plant: Plant) -> Plant:
        LAYERS.append(Layer(name, plant, has_echo))
        return plant
    return register


def echo(case: Case) -> tuple[str, list[Planting]]:
    """A sentence by which the first person is known in the body."""
    sentence = fill("The complainant, {a.name}, can be reached on {a.phone}.", case)
    return sentence.text, sentence.within("body")


def make(item: Layer, case: Case) -> Made:
    """A decision without a leak but for the layer."""
    package = WordPackage()
    draft = clean_draft(case)
    package.blocks.append(paragraph(draft.title))
    plantings: list[Planting] = []
    for number, section in enumerate(draft.sections):
        package.blocks.append(paragraph(section.heading, "Heading1"))
        package.blocks += [paragraph(sentence.text) for sentence in section.paragraphs]
        if number == 1:
            if item.has_echo:
                text, plantings = echo(case)
                package.blocks.append(paragraph(text))
            plantings = plantings + item.plant(package, case)
    return Made(package.pack(), plantings)


def may_stay_unread(plantings: list[Planting]) -> list[Planting]:
    return [replace(planting, may_be_unread=True) for planting in plantings]
