"""A Word file put together by hand, part by part (ISO/IEC 29500-1 and -2)."""

from xml.sax.saxutils import escape, quoteattr

from planted.zips import pack

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
ROOT = (
    f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' mc:Ignorable="w14 w15"')
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = (
    '<w:styles {root}><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1">'
    '<w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    "</w:style>{more}</w:styles>")


def run(text: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str, style: str = "") -> str:
    return raw_paragraph(run(text), style)


def raw_paragraph(inner: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{inner}</w:p>"


def attribute(text: str) -> str:
    return quoteattr(text)


class WordPackage:
    """Parts, relations and the body's blocks, until it is packed."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.last_section = ""
        self.parts: dict[str, bytes] = {}
        self.types: dict[str, str] = {}
        self.extensions = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml"}
        self.relations: dict[str, list[tuple[str, str, str, bool]]] = {}
        self.core: dict[str, str] = {}
        self.app: dict[str, str] = {"Application": "Microsoft Office Word"}
        self.settings: list[str] = []
        self.styles: list[str] = []
        self.comment = b""
        self.utf16: set[str] = set()
        self.is_strict = False

    def relate(self, source: str, kind: str, target: str, is_external: bool = False) -> str:
        """A relation from a part ("" for the package); gives its identifier."""
        relations = self.relations.setdefault(source, [])
        kind = kind if ":" in kind else f"{RELATIONS}/{kind}"
        relations.append((f"rId{len(relations) + 1}", kind, target, is_external))
        return relations[-1][0]

    def add(
        self, name: str, text: str, content_type: str, kind: str,
        source: str = "word/document.xml"
    ) -> str:
        """A part of XML that another refers to; gives the relation's identifier."""
        self.parts[name] = (DECLARATION + text).encode()
        self.types[name] = content_type
        target = name.removeprefix("word/") if source.startswith("word/") else name
        if source.startswith("word/") and not name.startswith("word/"):
            target = "../" + name
        return self.relate(source, kind, target)

    def document(self) -> str:
        return (
            f"<w:document {ROOT}><w:body>{''.join(self.blocks)}<w:sectPr>{self.last_section}"
            '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>')

    def pack(self) -> bytes:
        self.relate("", "officeDocument", "word/document.xml")
        self.relate("", PACKAGE_RELATIONS + "/metadata/core-properties", "docProps/core.xml")
        self.relate("", "extended-properties", "docProps/app.xml")
        self.add("word/styles.xml", STYLES.format(root=ROOT, more="".join(self.styles)),
                 WORD_TYPE + "styles+xml", "styles")
        self.add("word/settings.xml", f"<w:settings {ROOT}>{''.join(self.settings)}</w:settings>",
                 WORD_TYPE + "settings+xml", "settings")
        self.types |= {
            "word/document.xml": WORD_TYPE + "document.main+xml",
            "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
            "docProps/app.xml":
                "application/vnd.openxmlformats-officedocument.extended-properties+xml"}
        entries = {
            "[Content_Types].xml": self._content_types(), "_rels/.rels": b"",
            "word/document.xml": (DECLARATION + self.document()).encode(),
            "docProps/core.xml": self._core(), "docProps/app.xml": self._app()} | self.parts
        for source, relations in self.relations.items():
            folder, _, name = source.rpartition("/")
            place = f"{folder}/_rels/{name}.rels" if source else "_rels/.rels"
            entries[place] = self._relations(relations)
        return pack([(name, self._final(name, data)) for name, data in entries.items()],
                    comment=self.comment)

    def _content_types(self) -> bytes:
        defaults = "".join(
            f'<Default Extension="{extension}" ContentType="{kind}"/>'
            for extension, kind in self.extensions.items())
        overrides = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>'
            for name, kind in self.types.items())
        space = "http://schemas.openxmlformats.org/package/2006/content-types"
        return f'{DECLARATION}<Types xmlns="{space}">{defaults}{overrides}</Types>'.encode()

    @staticmethod
    def _relations(relations: list[tuple[str, str, str, bool]]) -> bytes:
        lines = "".join(
            f'<Relationship Id="{identifier}" Type="{kind}" Target={quoteattr(target)}'
            + (' TargetMode="External"/>' if is_external else "/>")
            for identifier, kind, target, is_external in relations)
        return (
            f'{DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONS}">{lines}</Relationships>'
        ).encode()

    def _core(self) -> bytes:
        lines = "".join(
            f"<{name}>{escape(text)}</{name}>" for name, text in self.core.items())
        return (
            f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE_RELATIONS[:-14]}/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:dcterms="http://purl.org/dc/terms/"'
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f'{lines}<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z'
            "</dcterms:created></cp:coreProperties>").encode()

    def _app(self) -> bytes:
        space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
        lines = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in self.app.items())
        return f'{DECLARATION}<Properties xmlns="{space}">{lines}</Properties>'.encode()

    def _final(self, name: str, data: bytes) -> bytes:
        """In the strict namespaces, or in UTF-16, where that is asked for."""
        if self.is_strict and name.endswith((".xml", ".rels")):
            text = data.decode().replace(MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            data = text.replace(
                RELATIONS, "http://purl.oclc.org/ooxml/officeDocument/relationships").encode()
        if name in self.utf16:
            data = data.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
        return data
