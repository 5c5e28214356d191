"""The body of a Word file, and everything that splits or wraps the words of it."""

from xml.sax.saxutils import escape

from planted.planting import Case, Planting, Sentence
from planted.sentences import fill, name_note, note, paragraph as long_paragraph
from planted.writers.word_layers import layer
from planted.writers.word_package import WordPackage, paragraph, raw_paragraph, run


def split(sentence: Sentence, case: Case, separator: str) -> str:
    """The sentence in runs, cut inside each planted value; the separator stands at each cut."""
    cuts = set()
    for planting in sentence.plantings:
        start = sentence.text.find(planting.value)
        if start >= 0 and len(planting.value) > 3:
            cuts |= {start + case.random.randrange(1, len(planting.value)) for _ in range(2)}
    places = [0, *sorted(cuts), len(sentence.text)]
    pieces = [sentence.text[start:end] for start, end in zip(places, places[1:])]
    return separator.join(
        run(piece, "<w:b/>" if number % 2 else "") for number, piece in enumerate(pieces))


@layer("body")
def body(package: WordPackage, case: Case) -> list[Planting]:
    sentence = long_paragraph(case)
    package.blocks.append(paragraph(sentence.text))
    return sentence.within("body")


@layer("runs")
def runs(package: WordPackage, case: Case) -> list[Planting]:
    sentence = long_paragraph(case)
    package.blocks.append(raw_paragraph(split(sentence, case, "")))
    return sentence.within("body")


@layer("spelling-marks")
def spelling_marks(package: WordPackage, case: Case) -> list[Planting]:
    sentence = long_paragraph(case)
    marks = '<w:proofErr w:type="spellStart"/><w:proofErr w:type="spellEnd"/>'
    package.blocks.append(raw_paragraph(split(sentence, case, marks)))
    return sentence.within("body")


@layer("bookmarks-within")
def bookmarks_within(package: WordPackage, case: Case) -> list[Planting]:
    sentence = long_paragraph(case)
    marks = '<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>'
    pieces = split(sentence, case, "\0").replace("\0", marks, 1).replace("\0", "")
    package.blocks.append(raw_paragraph(pieces))
    return sentence.within("body")


@layer("character-references")
def character_references(package: WordPackage, case: Case) -> list[Planting]:
    sentence = long_paragraph(case)
    text = escape(sentence.text)
    for planting in sentence.plantings:
        coded = "".join(
            f"&#x{ord(letter):X};" if number % 2 else f"&#{ord(letter)};"
            for number, letter in enumerate(planting.value))
        text = text.replace(escape(planting.value), coded)
    package.blocks.append(raw_paragraph(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'))
    return sentence.within("body")


@layer("cdata")
def cdata(package: WordPackage, case: Case) -> list[Planting]:
    sentence = long_paragraph(case)
    package.blocks.append(
        raw_paragraph(f'<w:r><w:t xml:space="preserve"><![CDATA[{sentence.text}]]></w:t></w:r>'))
    return sentence.within("body")


@layer("special-characters")
def special_characters(package: WordPackage, case: Case) -> list[Planting]:
    """A hyphen that must not break, a soft hyphen and no-break spaces within values."""
    sentence = long_paragraph(case)
    inner = run(sentence.text)
    for planting in sentence.plantings:
        spaced = planting.value.replace(" ", "\u00a0")
        middle = len(spaced) // 2
        if planting.kind == "name" and spaced[middle - 1].isalpha() and spaced[middle].isalpha():
            spaced = f"{spaced[:middle]}</w:t><w:softHyphen/><w:t>{spaced[middle:]}"
        inner = inner.replace(escape(planting.value), spaced.replace(
            "-", "</w:t><w:noBreakHyphen/><w:t>"))
    package.blocks.append(raw_paragraph(inner.replace("<w:t>", '<w:t xml:space="preserve">')))
    return sentence.within("body")


@layer("table")
def table(package: WordPackage, case: Case) -> list[Planting]:
    sentence = long_paragraph(case)
    package.blocks.append(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>"
        f"<w:tc>{paragraph('Note')}</w:tc><w:tc>{paragraph(sentence.text)}</w:tc></w:tr></w:tbl>")
    return sentence.within("body")


@layer("table-with-labels")
def table_with_labels(package: WordPackage, case: Case) -> list[Planting]:
    """What a form says in one cell and answers in the next."""
    person = case.first
    rows = (("Name", person.name), ("Address", f"{person.address}, {person.town}"),
            ("Postcode", person.postcode), ("Telephone", person.phone), ("E-mail", person.email),
            ("Date of birth", person.birth), ("NHS number", person.nhs))
    cells = "".join(
        f"<w:tr><w:tc>{paragraph(label)}</w:tc><w:tc>{paragraph(text)}</w:tc></w:tr>"
        for label, text in rows)
    package.blocks.append(
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{cells}</w:tbl>")
    return fill("{a.name} {a.address} {a.postcode} {a.phone} {a.email} {a.birth} {a.nhs}",
                case).within("body")


@layer("nested-table")
def nested_table(package: WordPackage, case: Case) -> list[Planting]:
    sentence = long_paragraph(case)
    grid = "<w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
    inner = f"<w:tbl>{grid}<w:tr><w:tc>{paragraph(sentence.text)}</w:tc></w:tr></w:tbl>"
    package.blocks.append(
        f"<w:tbl>{grid}<w:tr><w:tc>{paragraph('Chronology')}{inner}{paragraph('')}</w:tc></w:tr>"
        "</w:tbl>")
    return sentence.within("body")


@layer("text-box")
def text_box(package: WordPackage, case: Case) -> list[Planting]:
    """As Word writes it: a drawing, and the same again for programs that know none."""
    sentence = note(case)
    content = f"<w:txbxContent>{paragraph(sentence.text)}</w:txbxContent>"
    package.blocks.append(raw_paragraph(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline>"
        '<wp:extent cx="900000" cy="900000"/><wp:docPr id="9" name="Text Box 9"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape id="s9" style="width:90pt"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r>"))
    return sentence.within(r"text box \d+")


@layer("old-text-box")
def old_text_box(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.blocks.append(raw_paragraph(
        '<w:r><w:pict><v:shape id="s3" style="width:90pt"><v:textbox><w:txbxContent>'
        f"{paragraph(sentence.text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"))
    return sentence.within(r"text box \d+")


@layer("hidden-text")
def hidden_text(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.blocks.append(raw_paragraph(
        run("The Council accepts this. ") + run(sentence.text, "<w:vanish/>")))
    return sentence.within(r"hidden text.*")


@layer("hidden-by-style")
def hidden_by_style(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.styles.append(
        '<w:style w:type="paragraph" w:styleId="Internal"><w:name w:val="Internal"/><w:rPr>'
        "<w:vanish/></w:rPr></w:style>")
    package.blocks.append(paragraph(sentence.text, "Internal"))
    # Whether it is called hidden text is the reader's; that it is found is not.
    return sentence.within(r"hidden text.*|body")


@layer("white-on-white")
def white_on_white(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.blocks.append(raw_paragraph(run(sentence.text, '<w:color w:val="FFFFFF"/>')))
    return sentence.within(r"hidden text.*|body")


@layer("content-control")
def content_control(package: WordPackage, case: Case) -> list[Planting]:
    sentence = note(case)
    package.blocks.append(
        '<w:sdt><w:sdtPr><w:alias w:val="Note"/><w:tag w:val="note"/></w:sdtPr><w:sdtContent>'
        f"{paragraph(sentence.text)}</w:sdtContent></w:sdt>")
    return sentence.within("body")


@layer("content-control-name")
def content_control_name(package: WordPackage, case: Case) -> list[Planting]:
    title = name_note(case)
    package.blocks.append(
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(title.text)}"/></w:sdtPr><w:sdtContent>'
        f"{paragraph('The Council replied within twenty working days.')}</w:sdtContent></w:sdt>")
    return title.within(r"content control \d+")


@layer("content-control-list")
def content_control_list(package: WordPackage, case: Case) -> list[Planting]:
    """Choices that nobody made stay in the file."""
    title = name_note(case)
    package.blocks.append(raw_paragraph(
        '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="Mrs X" w:value="1"/>'
        f'<w:listItem w:displayText="{escape(title.text)}" w:value="2"/></w:dropDownList></w:sdtPr>'
        f"<w:sdtContent>{run('Mrs X')}</w:sdtContent></w:sdt>"))
    return title.within(r"content control \d+")


@layer("smart-tag")
def smart_tag(package: WordPackage, case: Case) -> list[Planting]:
    sentence = long_paragraph(case)
    package.blocks.append(raw_paragraph(
        '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="PersonName">'
        f"{split(sentence, case, '')}</w:smartTag>"))
    return sentence.within("body")


@layer("several-sections")
def several_sections(package: WordPackage, case: Case) -> list[Planting]:
    sentence = long_paragraph(case)
    package.blocks.append(
        '<w:p><w:pPr><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:pPr></w:p>')
    package.blocks.append(paragraph(sentence.text))
    return sentence.within("body")


@layer("strict")
def strict(package: WordPackage, case: Case) -> list[Planting]:
    package.is_strict = True
    sentence = long_paragraph(case)
    package.blocks.append(paragraph(sentence.text))
    return sentence.within("body")


@layer("utf-16")
def utf_16(package: WordPackage, case: Case) -> list[Planting]:
    package.utf16.add("word/document.xml")
    sentence = long_paragraph(case)
    package.blocks.append(paragraph(sentence.text))
    return sentence.within("body")


@layer("tabs-and-breaks")
def tabs_and_breaks(package: WordPackage, case: Case) -> list[Planting]:
    """An address as a letter writes it, line by line in one paragraph."""
    person = case.first
    lines = (person.name, person.address, person.town, person.postcode)
    broken = "<w:r><w:br/></w:r>".join(map(run, lines))
    package.blocks.append(raw_paragraph(
        f"{broken}<w:r><w:br/></w:r>{run('Telephone:')}<w:r><w:tab/></w:r>{run(person.phone)}"))
    return fill("{a.name} {a.address} {a.postcode} {a.phone}", case).within("body")
