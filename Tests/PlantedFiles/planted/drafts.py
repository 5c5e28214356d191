"""A whole draft decision, before any format."""

from dataclasses import dataclass

from planted.planting import Case, Planting, Sentence
from planted.sentences import CLEAN, FAMILIES, HEADINGS, clean, fill

TITLE = "Borsetshire County Council (25 900 417)"


@dataclass(frozen=True)
class Section:
    heading: str
    paragraphs: list[Sentence]


@dataclass(frozen=True)
class Draft:
    title: str
    sections: list[Section]

    @property
    def sentences(self) -> list[Sentence]:
        return [sentence for section in self.sections for sentence in section.paragraphs]

    def plantings(self, part: str) -> list[Planting]:
        found: list[Planting] = []
        for sentence in self.sentences:
            found += [item for item in sentence.within(part) if item not in found]
        return found


def clean_draft(case: Case) -> Draft:
    """Nothing in it is a leak."""
    texts = clean(case, 8)
    return Draft(TITLE, [
        Section(heading, texts[2 * index:2 * index + 2]) for index, heading in enumerate(HEADINGS)])


def leaking_draft(case: Case, leaks: int = 3) -> Draft:
    """Leaks stand among harmless paragraphs."""
    families = case.random.sample(FAMILIES, leaks)
    sentences = [fill(family, case) for family in families] + clean(case, min(9, len(CLEAN)) - leaks)
    case.random.shuffle(sentences)
    size = -(-len(sentences) // len(HEADINGS))
    return Draft(TITLE, [
        Section(heading, sentences[size * index:size * index + size])
        for index, heading in enumerate(HEADINGS)])
