"""Web pages as libraries of Python write them: each has its own idea of quotes, tags and references."""

from collections.abc import Callable
from xml.etree import ElementTree

from planted.drafts import clean_draft, leaking_draft
from planted.planting import Case, Made, Recipe
from planted.writers import pages

try:
    import html5lib
    HAS_HTML5LIB = True
except ImportError:
    HAS_HTML5LIB = False
try:
    import lxml.html
    HAS_LXML = True
except ImportError:
    HAS_LXML = False
try:
    import bs4
    HAS_BEAUTIFUL_SOUP = True
except ImportError:
    HAS_BEAUTIFUL_SOUP = False

Serialise = Callable[[str], bytes]


def by_html5lib(text: str) -> bytes:
    """Without the tags and quotation marks that may be left out."""
    tree = html5lib.parse(text)
    return html5lib.serialize(tree, omit_optional_tags=True, quote_attr_values="legacy",
                              alphabetical_attributes=True).encode()


def by_lxml(text: str) -> bytes:
    """In ASCII with character references, unless they would stand where a page has none."""
    encoding = "utf-8" if "<script" in text or "<!-- " in text else "us-ascii"
    return lxml.html.tostring(
        lxml.html.fromstring(text), doctype="<!DOCTYPE html>", encoding=encoding)


def by_beautiful_soup(text: str) -> bytes:
    """With the named references of HTML, one tag a line."""
    soup = bs4.BeautifulSoup(text, "html.parser")
    return soup.prettify(formatter="html").encode()


def by_element_tree(text: str) -> bytes:
    """As XHTML with a declaration and in one line."""
    root = html5lib.parse(text, treebuilder="etree")
    ElementTree.register_namespace("", "http://www.w3.org/1999/xhtml")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, "utf-8")


LIBRARIES: dict[str, Serialise] = {
    "html5lib": by_html5lib, "lxml": by_lxml, "beautifulsoup": by_beautiful_soup,
    "elementtree": by_element_tree}
LAYERS = (
    pages.body, pages.table, pages.description, pages.open_graph, pages.link, pages.link_query,
    pages.hidden, pages.comment, pages.tooltip, pages.form, pages.linked_data, pages.script)


def recipe(name: str, serialise: Serialise, plant: Callable[[Case], pages.Source]) -> Recipe:
    def make(case: Case) -> Made:
        head, more, plantings = plant(case)
        return Made(serialise(pages.page(clean_draft(case), head, more)), plantings)
    needs = "html5lib" if name == "elementtree" else name
    return Recipe(name, "html", plant.__name__.replace("_", "-"), "html", make, 6, needs=needs)


def whole(name: str, serialise: Serialise) -> Recipe:
    def make(case: Case) -> Made:
        draft = leaking_draft(case)
        return Made(serialise(pages.page(draft)), draft.plantings("body"))
    needs = "html5lib" if name == "elementtree" else name
    return Recipe(name, "html", "whole-draft", "html", make, 6, needs=needs)


def recipes() -> list[Recipe]:
    return [recipe(name, serialise, plant)
            for name, serialise in LIBRARIES.items() for plant in LAYERS] + [
        whole(name, serialise) for name, serialise in LIBRARIES.items()]
