"""Web pages written by hand: every layer of a page, several styles, several encodings."""

import base64
import json
from collections.abc import Callable
from html import escape
from urllib.parse import quote

from planted.drafts import Draft, clean_draft, leaking_draft
from planted.planting import Case, Made, Planting, Recipe
from planted.sentences import fill, name_note, note, paragraph

# What goes into the head, what into the body, and what is planted.
Source = tuple[str, str, list[Planting]]


def page(draft: Draft, head: str = "", more: str = "", charset: str = "utf-8") -> str:
    parts = [f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="{charset}">\n'
             f"<title>Decision</title>\n{head}\n</head>\n<body>\n<h1>{escape(draft.title)}</h1>"]
    for section in draft.sections:
        parts.append(f"<h2>{section.heading}</h2>")
        parts += [f"<p>{escape(sentence.text, quote=False)}</p>" for sentence in section.paragraphs]
    return "\n".join(parts) + f"\n{more}\n</body>\n</html>\n"


def body(case: Case) -> Source:
    sentence = paragraph(case)
    return "", f"<p>{escape(sentence.text)}</p>", sentence.within("body")


def entities(case: Case) -> Source:
    """Every second letter of each value as a character reference."""
    sentence = paragraph(case)
    text = escape(sentence.text)
    for planting in sentence.plantings:
        coded = "".join(
            f"&#x{ord(letter):x};" if number % 2 else (f"&#{ord(letter)};" if number % 4 else letter)
            for number, letter in enumerate(planting.value))
        text = text.replace(escape(planting.value), coded)
    return "", f"<p>{text}</p>", sentence.within("body")


def tags_within(case: Case) -> Source:
    sentence = paragraph(case)
    text = escape(sentence.text)
    for planting in sentence.plantings:
        half = len(planting.value) // 2
        marked = (f"{escape(planting.value[:half])}<b></b><span class=s>"
                  f"{escape(planting.value[half:])}</span>")
        text = text.replace(escape(planting.value), marked)
    return "", f"<p>{text}</p>", sentence.within("body")


def soft_breaks(case: Case) -> Source:
    sentence = paragraph(case)
    text = escape(sentence.text)
    for planting in sentence.plantings:
        if planting.kind == "name" and planting.value[:6].isalpha():
            name = escape(planting.value)
            text = text.replace(name, f"{name[:3]}&shy;{name[3:5]}<wbr>{name[5:]}")
        else:
            text = text.replace(planting.value, planting.value.replace(" ", "&nbsp;"))
    return "", f"<p>{text}</p>", sentence.within("body")


def unclosed(case: Case) -> Source:
    """As it is written by people: no end tags, capitals, attributes without quotation marks."""
    sentence = paragraph(case)
    text = escape(sentence.text)
    return "", f"<DIV CLASS=note><P>First<P ALIGN=left>{text}<P>Last</DIV>", sentence.within("body")


def table(case: Case) -> Source:
    person = case.first
    rows = (("Name", person.name), ("Address", f"{person.address}, {person.town}"),
            ("Telephone", person.phone), ("Date of birth", person.birth))
    cells = "".join(f"<tr><th>{label}</th><td>{escape(text)}</td></tr>" for label, text in rows)
    return "", f"<table>{cells}</table>", fill(
        "{a.name} {a.address} {a.phone} {a.birth}", case).within("body")


def title(case: Case) -> Source:
    # A second title is the page's still: the first one counts, both are in the file.
    sentence = name_note(case)
    return f"<title>{escape(sentence.text)}</title>", "", sentence.within(".*")


def description(case: Case) -> Source:
    sentence = note(case)
    return (f'<meta name="description" content="{escape(sentence.text)}">', "",
            sentence.within(r"property \d+"))


def author(case: Case) -> Source:
    return (f'<meta name="author" content="{escape(case.first.full)}">', "",
            fill("{a.full}", case).within(r"author \d+"))


def open_graph(case: Case) -> Source:
    sentence, other = note(case), fill("{b.full}", case)
    return (f'<meta property="og:description" content="{escape(sentence.text)}">'
            f'<meta property="article:author" content="{escape(other.text)}">', "",
            sentence.within(r"property \d+") + other.within(r"author \d+"))


def linked_data(case: Case) -> Source:
    person = case.first
    data = {"@context": "https://schema.org", "@type": "Article", "headline": "Decision",
            "author": {"@type": "Person", "name": person.full, "email": person.email},
            "description": f"Complaint of {case.second.name}"}
    return (f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>', "",
            fill("{a.full} {a.email} {b.name}", case).within(r"(hidden text|script) \d+"))


def escaped_data(case: Case) -> Source:
    """JSON whose letters are escaped."""
    text = json.dumps({"author": {"@type": "Person", "name": case.first.name,
                                  "telephone": case.first.phone}})
    text = text.replace(case.first.phone, "".join(f"\\u{ord(c):04x}" for c in case.first.phone))
    return (f'<script type="application/ld+json">{text}</script>', "",
            fill("{a.name} {a.phone}", case).within(r"(hidden text|script) \d+"))


def link(case: Case) -> Source:
    person = case.first
    return ("", f'<p><a href="mailto:{person.email}?subject={quote(person.name)}">reply</a></p>',
            fill("{a.email} {a.name}", case).within(r"link \d+"))


def link_query(case: Case) -> Source:
    person = case.first
    query = f"email={quote(person.email, safe='')}&amp;tel={quote(person.phone)}"
    return ("", f'<p><a href="https://www.example.org/form?{query}">the form</a></p>',
            fill("{a.email} {a.phone}", case).within(r"link \d+"))


def telephone_link(case: Case) -> Source:
    number = case.first.phone
    return ("", f'<p><a href="tel:+44{number.replace(" ", "")[1:]}">call</a></p>',
            fill("{a.phone}", case).within(r"link \d+"))


def hidden(case: Case) -> Source:
    sentence = note(case)
    return ("", f"<p hidden>{escape(sentence.text)}</p>", sentence.within(r"hidden text \d+"))


def hidden_by_style(case: Case) -> Source:
    sentence = note(case)
    return ("", f'<div style="display:none"><p>{escape(sentence.text)}</p></div>',
            sentence.within(r"hidden text \d+"))


def template(case: Case) -> Source:
    sentence = note(case)
    return ("", f"<template><p>{escape(sentence.text)}</p></template>", sentence.within(".*"))


def no_script(case: Case) -> Source:
    sentence = note(case)
    return ("", f"<noscript><p>{escape(sentence.text)}</p></noscript>", sentence.within(".*"))


def comment(case: Case) -> Source:
    sentence = note(case)
    return "", f"<!-- {sentence.text} -->", sentence.within(r"comment \d+")


def conditional_comment(case: Case) -> Source:
    sentence = note(case)
    return "", f"<!--[if mso]><p>{escape(sentence.text)}</p><![endif]-->", sentence.within(r"comment \d+")


def data_address(case: Case) -> Source:
    sentence = note(case)
    coded = base64.b64encode(sentence.text.encode()).decode()
    return ("", f'<p><a href="data:text/plain;base64,{coded}">note</a></p>', sentence.within(".*"))


def plain_data_address(case: Case) -> Source:
    sentence = note(case)
    return ("", f'<iframe src="data:text/html,{quote("<p>" + sentence.text)}"></iframe>',
            sentence.within(".*"))


def frame_document(case: Case) -> Source:
    sentence = note(case)
    inner = escape(f"<p>{escape(sentence.text)}</p>")
    return "", f'<iframe srcdoc="{inner}"></iframe>', sentence.within(".*")


def form(case: Case) -> Source:
    person = case.first
    return ("", f'<form><input type="hidden" name="complainant" value="{escape(person.name)}">'
            f'<input name="email" value="{person.email}"><select><option value="1">'
            f"{escape(case.second.name)}</option></select><textarea>Telephone {person.phone}"
            "</textarea></form>",
            fill("{a.name} {a.email} {b.name} {a.phone}", case).within(".*"))


def placeholder(case: Case) -> Source:
    sentence = name_note(case)
    return "", f'<input placeholder="{escape(sentence.text)}">', sentence.within(r"attribute \d+")


def script(case: Case) -> Source:
    person = case.first
    return ("", f"<script>var who = {json.dumps(person.name, ensure_ascii=False)};"
            f' var contact = "{person.email}";</script>',
            fill("{a.name} {a.email}", case).within(r"script \d+"))


def style_sheet(case: Case) -> Source:
    sentence = note(case)
    return (f"<style>/* {sentence.text} */ p {{ margin: 0 }}</style>", "",
            sentence.within(r"style sheet \d+"))


def tooltip(case: Case) -> Source:
    sentence = note(case)
    return ("", f'<p><abbr title="{escape(sentence.text)}">see</abbr></p>',
            sentence.within(r"attribute \d+"))


def label(case: Case) -> Source:
    sentence = note(case)
    return ("", f"<div aria-label='{escape(sentence.text)}'>see</div>", sentence.within(r"attribute \d+"))


def data_attribute(case: Case) -> Source:
    sentence = note(case)
    return ("", f'<div data-note="{escape(sentence.text)}">see</div>', sentence.within(".*"))


def picture(case: Case) -> Source:
    sentence = note(case)
    return ("", f'<img src="https://www.example.org/a.png" alt="{escape(sentence.text)}">',
            sentence.within(r"alternative text of picture \d+"))


def picture_address(case: Case) -> Source:
    code = quote(case.first.email)
    return ("", f'<img src="https://www.example.org/photo?of={code}" alt="">',
            fill("{a.email}", case).within(r"address of picture \d+"))


def vector_picture(case: Case) -> Source:
    sentence = name_note(case)
    return ("", f"<svg><title>{escape(sentence.text)}</title><text>{escape(case.second.name)}</text></svg>",
            sentence.within(".*") + fill("{b.name}", case).within(".*"))


def identifier(case: Case) -> Source:
    echo = fill("The complainant, {a.name}, rang the Council.", case)
    return ("", f'<p id="{escape(case.first.family.lower())}-letter">{escape(echo.text)}</p>',
            echo.within("body") + fill("{a.surname}", case).within("markup|attribute.*"))


LAYERS: tuple[Callable[[Case], Source], ...] = (
    body, entities, tags_within, soft_breaks, unclosed, table, title, description, author,
    open_graph, linked_data, escaped_data, link, link_query, telephone_link, hidden, hidden_by_style,
    template, no_script, comment, conditional_comment, data_address, plain_data_address,
    frame_document, form, placeholder, script, style_sheet, tooltip, label, data_attribute, picture,
    picture_address, vector_picture, identifier)


def recipe(plant: Callable[[Case], Source]) -> Recipe:
    def make(case: Case) -> Made:
        head, more, plantings = plant(case)
        return Made(page(clean_draft(case), head, more).encode(), plantings)
    return Recipe("by hand", "html", plant.__name__.replace("_", "-"), "html", make, 9)


def encoded(charset: str, codec: str, has_mark: bool) -> Callable[[Case], Made]:
    """A page in another encoding, declared; letters it has not are references."""
    def make(case: Case) -> Made:
        draft = leaking_draft(case)
        head = note(case)
        text = page(draft, f'<meta name="description" content="{escape(head.text)}">', "", charset)
        content = (b"\xef\xbb\xbf" if has_mark else b"") + text.encode(codec, "xmlcharrefreplace")
        return Made(content, draft.plantings("body") + head.within(r"property \d+"))
    return make


def recipes() -> list[Recipe]:
    encodings = (("windows-1252", "windows-1252", False), ("iso-8859-1", "latin-1", False),
                 ("utf-8", "utf-8", True), ("utf-16", "utf-16", False))
    return [recipe(plant) for plant in LAYERS] + [
        Recipe("by hand", "html", f"encoding-{charset}{'-with-mark' if has_mark else ''}", "html",
               encoded(charset, codec, has_mark), 8)
        for charset, codec, has_mark in encodings]
