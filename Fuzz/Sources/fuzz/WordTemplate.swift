/// A small Word file with something in every layer, to be damaged.
enum WordTemplate {
  struct Entry {
    let path: String
    var bytes: [UInt8]
  }

  /// Before and behind what stands in the body.
  static let opening = Array("<w:document \(namespaces)><w:body>".utf8)
  static let closing = Array("</w:body></w:document>".utf8)

  /// The main part's place among the entries, and those of the lists that say what leads where.
  static let main = 2
  static let lists = [1, 3]
  /// Behind so many, each entry may be missing.
  static let required = 4

  static let entries: [Entry] = [
    ("[Content_Types].xml", "<Types xmlns=\"\(package)/content-types\"/>"),
    ("_rels/.rels", ""), ("word/document.xml", ""), ("word/_rels/document.xml.rels", ""),
    ("word/h.xml", story("hdr", "<w:p><w:r><w:t>for Mr Ackroyd</w:t></w:r></w:p>")),
    (
      "word/notes.xml",
      story(
        "footnotes",
        """
        <w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="1">\
        <w:p><w:r><w:t>see file</w:t></w:r></w:p></w:footnote>
        """)
    ),
    (
      "word/comments.xml",
      story(
        "comments",
        """
        <w:comment w:id="0" \(by) w:initials="JD"><w:p><w:ins \(by)><w:r><w:t>ask</w:t></w:r>\
        </w:ins></w:p></w:comment>
        """)
    ),
    (
      "word/styles.xml",
      story(
        "styles",
        """
        <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>\
        <w:style w:type="paragraph" w:styleId="H" w:customStyle="1"><w:name w:val="Jane's"/>\
        <w:basedOn w:val="I"/></w:style><w:style w:type="paragraph" w:styleId="I">\
        <w:name w:val="heading 1"/><w:basedOn w:val="H"/><w:pPr><w:numPr><w:numId w:val="1"/>\
        </w:numPr></w:pPr></w:style><w:style w:type="character" w:styleId="S"><w:name w:val="s"/>\
        <w:rPr><w:vanish/></w:rPr></w:style>
        """)
    ),
    (
      "word/numbering.xml",
      story(
        "numbering",
        """
        <w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="3"/>\
        <w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1">\
        <w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/><w:isLgl/></w:lvl></w:abstractNum>\
        <w:num w:numId="1"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0">\
        <w:startOverride w:val="1"/></w:lvlOverride></w:num>
        """)
    ),
    (
      "word/settings.xml",
      story(
        "settings",
        "<w:docVars><w:docVar w:name=\"case\" w:val=\"Thompson\"/></w:docVars><w:mailMerge/>")
    ),
    (
      "word/people.xml",
      """
      <w15:people xmlns:w15="\(microsoft)/2012/wordml"><w15:person w15:author="Jane Doe">\
      <w15:presenceInfo w15:userId="jane@example.org"/></w15:person></w15:people>
      """
    ),
    (
      "docProps/core.xml",
      """
      <cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Jane</dc:creator>\
      <cp:lastModifiedBy>Joan</cp:lastModifiedBy><dc:title>T</dc:title></cp:coreProperties>
      """
    ),
    (
      "docProps/app.xml",
      """
      <Properties xmlns="\(document)/extended-properties"><Template>Jane.dotx</Template>\
      <Company>Ackroyd &amp; Co</Company><Pages>3</Pages></Properties>
      """
    ),
    (
      "docProps/custom.xml",
      """
      <Properties xmlns="\(document)/custom-properties" xmlns:vt="\(document)/docPropsVTypes">\
      <property name="Case" pid="2"><vt:lpwstr>Thompson</vt:lpwstr></property></Properties>
      """
    ),
    (
      "word/glossary/document.xml",
      story(
        "glossaryDocument",
        """
        <w:docParts><w:docPart><w:docPartPr><w:name w:val="n"/></w:docPartPr><w:docPartBody><w:p>\
        <w:r><w:t>block</w:t></w:r></w:p></w:docPartBody></w:docPart></w:docParts>
        """)
    ),
    ("customXml/item1.xml", "<a><b who=\"Nobody Known\">spoke</b><!-- of whom --></a>"),
    (
      "word/charts/chart1.xml",
      """
      <c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="\(drawing)">\
      <a:p><a:r><a:t>by year</a:t></a:r></a:p><c:numCache><c:v>4</c:v></c:numCache><c:v>Leeds</c:v>\
      </c:chart>
      """
    ),
    ("word/media/jane.jpg", "\u{1}picture"),
    ("word/strange.bin", "PK"),
  ].map { Entry(path: $0.0, bytes: Array($0.1.utf8)) }

  /// What may stand in a body, one behind the other or within one another.
  static let fragments: [[UInt8]] = [
    "<w:p>\(run("Mrs T"))\(run("ho", "<w:b/>"))\(run("&#109;ps&amp;on"))</w:p>",
    "<w:p><w:pPr><w:rPr><w:del \(by)/></w:rPr></w:pPr>\(run("end"))</w:p>",
    "<w:p><w:pPr><w:rPr><w:ins \(by)/></w:rPr></w:pPr>\(run("new"))</w:p>",
    "<w:p><w:pPr><w:rPr><w:del/><w:ins/></w:rPr><w:pPrChange \(by)><w:pPr/></w:pPrChange></w:pPr></w:p>",
    "<w:ins \(by)>\(run("in"))</w:ins>",
    "<w:del \(by)><w:r><w:delText>out</w:delText><w:delInstrText>X</w:delInstrText></w:r></w:del>",
    "<w:p><w:ins><w:del \(by)><w:r><w:delText>both</w:delText></w:r></w:del></w:ins></w:p>",
    "<w:p><w:moveFromRangeStart w:id=\"1\" w:name=\"m\"/><w:moveFrom>\(run("from"))</w:moveFrom></w:p>",
    "<w:p><w:moveTo \(by)>\(run("to"))</w:moveTo><w:moveToRangeEnd w:id=\"2\"/></w:p>",
    "<w:p/>", "<w:p>", "</w:p>",
    "<w:tbl><w:tr><w:tc><w:p>\(run("a"))</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tblPr><w:tblPrChange/></w:tblPr><w:tr><w:trPr><w:ins/></w:trPr><w:tc>",
    "</w:tc></w:tr></w:tbl>",
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> AUTHOR </w:instrText></w:r>",
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(run("cached"))",
    "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
    "<w:fldSimple w:instr=\" FILENAME \"><w:r><w:t>f</w:t></w:r></w:fldSimple>",
    "<w:commentRangeStart w:id=\"0\"/>\(run("x"))<w:commentRangeEnd w:id=\"0\"/>",
    "<w:r><w:rPr><w:rPrChange \(by)><w:rPr/></w:rPrChange></w:rPr><w:commentReference w:id=\"0\"/></w:r>",
    "<w:r><w:commentReference w:id=\"0\"/></w:r>",
    "<w:p><w:pPr><w:pStyle w:val=\"H\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>\(run("i"))</w:p>",
    "<w:p><w:pPr><w:sectPr><w:headerReference w:type=\"first\" r:id=\"header\"/></w:sectPr></w:pPr></w:p>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>gone</w:t></w:r>\(run("white", "<w:color w:val=\"FFFFFF\"/>"))",
    "<w:hyperlink r:id=\"l\" w:tooltip=\"of Mrs T\">\(run("link"))</w:hyperlink>",
    "<w:bookmarkStart w:id=\"1\" w:name=\"Thompson\"/>",
    "<w:sdt><w:sdtPr><w:alias w:val=\"C\"/><w:listItem w:displayText=\"J\"/></w:sdtPr><w:sdtContent>",
    "</w:sdtContent></w:sdt>",
    "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"P\" descr=\"Jane\"/></wp:inline></w:drawing></w:r>",
    "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent><w:p>\(run("box"))</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textpath string=\"t\"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    "<w:r><w:tab/><w:br/><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:sym w:char=\"00E9\"/></w:r>",
    "<m:oMathPara><m:r><m:t>x+1</m:t></m:r></m:oMathPara>",
    "<w:r><w:ruby><w:rt>\(run("up"))</w:rt></w:ruby><w:footnoteReference w:id=\"1\"/></w:r>",
    "<w:altChunk r:id=\"header\"/>", "<!-- of Jane -->", "<?mso Jane?>", "<![CDATA[<c>]]>",
    "<w:customXmlDelRangeStart/><w:tcPr><w:cellDel/></w:tcPr>",
  ].map { Array($0.utf8) }

  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let document = "http://schemas.openxmlformats.org/officeDocument/2006"
  private static let office = "\(document)/relationships"
  private static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  private static let microsoft = "http://schemas.microsoft.com/office/word"
  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let by = "w:author=\"Jane Doe\" w:date=\"2024-05-01T10:00:00Z\""

  private static let namespaces = """
    xmlns:w="\(word)" xmlns:r="\(office)" xmlns:m="\(document)/math" xmlns:a="\(drawing)" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:v="urn:schemas-microsoft-com:vml"
    """

  /// What leads to an entry, by its place; nil for one that stands about.
  static let relationships: [(list: Int, item: [UInt8])?] = entries.map { entry in
    guard let type = types[entry.path] else { return nil }
    let isOuter = entry.path.hasPrefix("docProps/") || entry.path == "word/document.xml"
    let target = isOuter ? entry.path : "/\(entry.path)"
    let item = "<Relationship Id=\"\(type)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
    return (isOuter ? 1 : 3, Array(item.utf8))
  }

  static let listOpening = Array("<Relationships xmlns=\"\(package)/relationships\">".utf8)
  static let listClosing = Array(
    """
    <Relationship Id="l" Type="\(office)/hyperlink" Target="https://example.org/a%20b" \
    TargetMode="External"/></Relationships>
    """.utf8)

  private static let types = [
    "word/document.xml": "officeDocument", "docProps/core.xml": "core-properties",
    "docProps/app.xml": "extended-properties", "docProps/custom.xml": "custom-properties",
    "word/h.xml": "header", "word/notes.xml": "footnotes", "word/comments.xml": "comments",
    "word/styles.xml": "styles", "word/numbering.xml": "numbering",
    "word/settings.xml": "settings", "word/people.xml": "people",
    "word/glossary/document.xml": "glossaryDocument", "customXml/item1.xml": "customXml",
    "word/charts/chart1.xml": "chart", "word/media/jane.jpg": "image",
  ]

  private static func run(_ words: String, _ look: String = "") -> String {
    let properties = look.isEmpty ? "" : "<w:rPr>\(look)</w:rPr>"
    return "<w:r>\(properties)<w:t xml:space=\"preserve\">\(words)</w:t></w:r>"
  }

  private static func story(_ name: String, _ content: String) -> String {
    "<w:\(name) xmlns:w=\"\(word)\">\(content)</w:\(name)>"
  }
}
