"""Reads a report as a program that shares no code with Expunge would, and says what it understood.

read_report.py FORMAT REPORT SCHEMAS prints a JSON object: how many findings, how many of them block, how
many layers were not read. It ends with a sentence on standard error and 1 where the report is not what its
format promises: no standard reader takes it, the schema refuses it, or it holds something that acts.
"""

import csv
import io
import json
import re
import sys
import unicodedata
import xml.etree.ElementTree


def refuse(words):
    sys.exit(words)


def text_of(path, line_ends="\n"):
    """The report as text, every character of it safe to look at."""
    with open(path, "rb") as file:
        text = file.read().decode("utf-8")
    for character in text.replace(line_ends, ""):
        category = unicodedata.category(character)
        if category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
            refuse(f"U+{ord(character):04X} stands in the report as it is")
    return text


def validate(value, schema):
    import jsonschema

    with open(schema, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    for error in jsonschema.Draft202012Validator(schema).iter_errors(value):
        refuse(f"{error.json_path}: {error.message}"[:400])


def read_json(path, schemas):
    report = json.loads(text_of(path))
    validate(report, f"{schemas}/audit-1.schema.json")
    documents = report["documents"]
    findings = [finding for document in documents for finding in document["findings"]]
    if report["summary"]["blocking"] != sum(finding["blocking"] for finding in findings):
        refuse("the summary counts other findings than are listed")
    return findings, [item for document in documents for item in document["unread"]]


def read_jsonl(path, schemas):
    import jsonschema

    with open(f"{schemas}/audit-lines-1.schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    lines = [json.loads(line) for line in text_of(path).splitlines()]
    for number, line in enumerate(lines):
        if not validator.is_valid(line):
            refuse(f"line {number + 1} ({line.get('type')}) is none of the schema's")
    if lines[0]["type"] != "run" or lines[-1]["type"] != "summary":
        refuse("the run does not come first or the summary last")
    documents = [line for line in lines if line["type"] == "document"]
    findings = [line for line in lines if line["type"] == "finding"]
    if sum(document["findings"] for document in documents) != len(findings):
        refuse("documents promise other findings than follow")
    return findings, [item for document in documents for item in document["unread"]]


def read_sarif(path, schemas):
    report = json.loads(text_of(path))
    validate(report, f"{schemas}/sarif-2.1.0-expunge-1.schema.json")
    run = report["runs"][0]
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    unknown = {result["ruleId"] for result in run["results"]} - known
    if unknown:
        refuse(f"results of rules that are not described: {sorted(unknown)}")
    try:
        from sarif import loader
    except ImportError:
        pass
    else:
        if loader.load_sarif_file(path).get_result_count() != len(run["results"]):
            refuse("sarif-tools reads another number of results")
    notifications = run["invocations"][0]["toolExecutionNotifications"]
    unread = [item for item in notifications if item["descriptor"]["id"] == "unread"]
    return [result["properties"] for result in run["results"]], unread


def read_junit(path, schemas):
    import junitparser
    import xmlschema

    text_of(path)
    xmlschema.validate(path, f"{schemas}/junit-1.xsd")
    root = xml.etree.ElementTree.parse(path).getroot()
    for suite in root:
        cases = suite.findall("testcase")
        for attribute, element in (("failures", "failure"), ("errors", "error")):
            if int(suite.get(attribute, 0)) != len(suite.findall(f"testcase/{element}")):
                refuse(f"a suite counts other {attribute} than it holds")
        if int(suite.get("tests")) != len(cases):
            refuse("a suite counts other cases than it holds")
    cases = sum(len(suite) for suite in junitparser.JUnitXml.fromfile(path))
    if cases != len(root.findall("testsuite/testcase")):
        refuse("junitparser reads another number of cases")
    failures = root.findall("testsuite/testcase/failure")
    return [{"blocking": True} for _ in failures], root.findall("testsuite/testcase/error")


def table_of(path, schema):
    text = text_of(path, "\r\n")
    with open(schema, encoding="utf-8") as file:
        fields = json.load(file)["fields"]
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    for row in rows:
        if list(row) != [field["name"] for field in fields]:
            refuse("the columns are others than the schema's")
        for field in fields:
            check_field(row[field["name"]], field)
    if [row["record"] for row in rows].index("verdict") != len(rows) - 1:
        refuse("the verdict is not the last row")
    return rows


def read_csv(path, schemas):
    rows = table_of(path, f"{schemas}/csv-1.schema.json")
    findings = [row for row in rows if row["record"] == "finding"]
    for row in findings:
        row["blocking"] = row["blocking"] == "true"
    return findings, [row for row in rows if row["record"] == "unread"]


def check_field(value, field):
    rules = field.get("constraints", {})
    if re.match(r"\s*[=+\-@\uff0b\uff0d\uff1d\uff20\t\r]", value):
        refuse(f"a field of {field['name']} is a formula")
    if value == "":
        if rules.get("required"):
            refuse(f"{field['name']} is empty")
        return
    if "enum" in rules and value not in rules["enum"]:
        refuse(f"{field['name']} has a word that the schema does not know")
    if "pattern" in rules and not re.search(rules["pattern"], value):
        refuse(f"{field['name']} has not the form of the schema")
    if field["type"] in ("integer", "number"):
        number = float(value)
        if not rules.get("minimum", number) <= number <= rules.get("maximum", number):
            refuse(f"{field['name']} is out of bounds")
    if field["type"] == "boolean" and value not in ("true", "false"):
        refuse(f"{field['name']} is neither true nor false")


def read_github(path, schemas):
    commands = []
    for line in text_of(path).splitlines():
        if line.lstrip().startswith("::"):
            match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
            if not match:
                refuse("a command is not one of the runner's")
            properties = dict(item.split("=", 1) for item in match[2].split(","))
            commands.append(
                {
                    "name": match[1],
                    "properties": {key: unescaped(item) for key, item in properties.items()},
                    "message": unescaped(match[3]),
                })
        elif re.search(r"##(vso)?\[|##[a-z]+\[", line):
            refuse("a line holds a command of another kind")
    validate(commands, f"{schemas}/github-annotations-1.schema.json")
    for name in ("error", "warning", "notice"):
        if sum(command["name"] == name for command in commands) > 10:
            refuse(f"more than ten of {name}")
    unread = [item for item in commands if item["properties"]["title"] == "Expunge: not read"]
    accepted = "Expunge: accepted unread"
    findings = [
        item for item in commands
        if item not in unread and item["properties"]["title"] != accepted
    ]
    return [{"blocking": item["name"] == "error"} for item in findings], unread


def unescaped(text):
    return re.sub("%(0A|0D|25|2C|3A)", lambda match: chr(int(match[1], 16)), text)


def read_gitlab(path, schemas):
    issues = json.loads(text_of(path))
    validate(issues, f"{schemas}/gitlab-code-quality-1.schema.json")
    prints = [issue["fingerprint"] for issue in issues]
    if len(set(prints)) != len(prints):
        refuse("two issues share a fingerprint")
    unread = [issue for issue in issues if issue["check_name"] == "expunge/unread"]
    findings = [issue for issue in issues if issue["check_name"] != "expunge/unread"]
    return [{"blocking": "blocks publication" in item["description"]} for item in findings], unread


def read_markdown(path, schemas):
    import markdown_it

    tokens = markdown_it.MarkdownIt("gfm-like", {"linkify": False}).parse(text_of(path))
    kinds = {}
    for token in tokens:
        for item in [token] + (token.children or []):
            kinds.setdefault(item.type, []).append(item)
    for kind in ("html_block", "html_inline", "image", "link_open", "fence", "code_block"):
        if kind in kinds:
            refuse(f"the report holds {kind}: {kinds[kind][0].content[:60]!r}")
    headings = {
        token.level and "" or tokens[index + 1].content
        for index, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h3"
    }
    known = {
        "Blocks publication", "Look at", "Also there: these identify only together",
        "Known: in the baseline, not yet reviewed", "Exempt by a review", "Markers that exempt nothing", "Not read", "Accepted unread by a review",
    }
    if not headings <= known:
        refuse(f"a heading is not ours: {sorted(headings - known)}")
    title = [tokens[i + 1].content for i, t in enumerate(tokens) if t.type == "heading_open"]
    if title[0] != "Privacy audit" or title[-1] != "Verdict":
        refuse("the report does not begin or end as it should")
    return [], []


def page_of(path, own_elements, known):
    """A page that loads nothing and holds no element but these."""
    import base64
    import hashlib

    import html5lib

    text = text_of(path)
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(text)
    elements = list(tree.iter())
    for element in elements:
        if isinstance(element.tag, str):
            element.tag = element.tag.removeprefix("{http://www.w3.org/2000/svg}")
    for name in own_elements:
        own = tree.findall(f".//{name}")
        if len(own) != 1:
            refuse(f"the page has {len(own)} of {name}")
        digest = base64.b64encode(hashlib.sha256(own[0].text.encode()).digest()).decode()
        policy = tree.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
        if f"{name}-src 'sha256-{digest}'" not in policy or "default-src 'none'" not in policy:
            refuse(f"the policy does not allow the page's own {name}, or allows more")
    identifiers = [element.get("id") for element in elements if element.get("id")]
    if len(set(identifiers)) != len(identifiers):
        refuse("two elements share an identifier")
    for element in elements:
        if not isinstance(element.tag, str) or element.tag not in known:
            refuse(f"the page holds an element that is not ours: {element.tag}")
        for name, value in element.attrib.items():
            if name.startswith("on") or name in ("style", "src", "srcset", "action", "background"):
                refuse(f"an element has the attribute {name}")
            if name in ("href", "aria-labelledby", "data-finding", "data-mark"):
                if name == "href" and not value.startswith("#"):
                    refuse("a link leads out of the page")
                if value.lstrip("#") not in identifiers:
                    refuse(f"{name} leads nowhere")
    root = tree if tree.tag == "html" else tree.find(".//html")
    if not root.get("lang") or not tree.findtext(".//title"):
        refuse("the page has no language or no title")
    if len(tree.findall(".//main")) != 1 or len(tree.findall(".//h1")) != 1:
        refuse("the page has not one main part and one first heading")
    return tree, elements


def read_html(path, schemas):
    tree, _ = page_of(path, ("script", "style"), {
        "a", "body", "br", "code", "dd", "details", "div", "dl", "dt", "fieldset", "form", "h1",
        "h2", "h3", "h4", "head", "header", "html", "input", "kbd", "label", "legend", "li", "main",
        "mark", "meta", "nav", "ol", "output", "p", "script", "section", "span", "strong", "style",
        "summary", "title", "ul",
    })
    findings = [
        {"blocking": item.get("data-blocking") == "true"}
        for item in tree.findall(".//li") if "finding" in item.get("class", "").split()
    ]
    unread = []
    for section in tree.findall(".//section"):
        children = list(section)
        for index, child in enumerate(children):
            if child.tag == "h3" and child.text == "Not read":
                unread += children[index + 1].findall("li")
    return findings, unread


def read_report_json(path, schemas):
    report = json.loads(text_of(path))
    validate(report, f"{schemas}/report-1.schema.json")
    counts = report["counts"]
    findings = [
        {"blocking": number < row["blocking"]}
        for row in counts["bySeverity"] for number in range(row["findings"])
    ]
    for name in ("byClass", "byDepartment"):
        if sum(row["findings"] for row in counts[name]) != len(findings):
            refuse(f"{name} counts other findings than bySeverity")
        for row in counts[name]:
            if sum(row["bySeverity"].values()) != row["findings"]:
                refuse(f"a row of {name} does not add up")
    if sum(row["all"] for row in counts["byDepartment"]) != counts["documents"]:
        refuse("the departments hold other documents than the run")
    return findings, report["unread"]


def read_report_csv(path, schemas):
    rows = table_of(path, f"{schemas}/report-csv-1.schema.json")
    findings = [
        {"blocking": number < int(row["blocking"])}
        for row in rows if row["record"] == "severity" for number in range(int(row["findings"]))
    ]
    for name in ("class", "class-severity", "department", "department-severity"):
        if sum(int(row["findings"]) for row in rows if row["record"] == name) != len(findings):
            refuse(f"the rows of {name} do not add up")
    return findings, [row for row in rows if row["record"] == "unread"]


def severities_of(tables):
    """Findings, from the rows of the one table whose head is that of the severities."""
    rows = [row for head, rows in tables for row in rows if head == ["severity", "block", "do not block"]]
    number = lambda text: int(text.replace(",", ""))
    return [
        {"blocking": index < number(row[1])}
        for row in rows for index in range(number(row[1]) + number(row[2]))
    ]


def unread_of(tables):
    return [row for head, rows in tables for row in rows if head == ["document", "part", "why"]]


def read_report_markdown(path, schemas):
    import markdown_it

    tokens = markdown_it.MarkdownIt("gfm-like", {"linkify": False}).parse(text_of(path))
    for token in [item for token in tokens for item in [token] + (token.children or [])]:
        if token.type in ("html_block", "html_inline", "image", "link_open", "fence", "code_block"):
            refuse(f"the report holds {token.type}")
    headings = [tokens[i + 1].content for i, t in enumerate(tokens) if t.type == "heading_open"]
    if headings[-1] != "For signature":
        refuse("the report does not end with the blanks")
    tables = []
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            tables.append(([], []))
        elif token.type == "tr_open":
            tables[-1][1].append([])
        elif token.type in ("th_open", "td_open"):
            words = "".join(child.content for child in tokens[index + 1].children)
            (tables[-1][0] if token.type == "th_open" else tables[-1][1][-1]).append(words)
    for head, rows in tables:
        del rows[0]
        if any(len(row) != len(head) for row in rows):
            refuse("a row has more or fewer cells than its table has columns")
    return severities_of(tables), unread_of(tables)


def read_report_html(path, schemas):
    tree, elements = page_of(path, ("style",), {
        "a", "body", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "head",
        "header", "html", "label", "li", "main", "meta", "nav", "ol", "p", "rect", "section", "span",
        "style", "svg", "table", "tbody", "td", "text", "textarea", "th", "thead", "title", "tr",
    })
    for element in elements:
        if element.tag == "svg" and element.get("role") == "img" and not element.get("aria-label"):
            refuse("a chart has no words")
        if element.tag == "rect" and not 0 <= float(element.get("width").rstrip("%")) <= 100:
            refuse("a bar is wider than its chart")
        if element.tag == "table" and not element.findtext("caption"):
            refuse("a table has no caption")
        if element.tag == "textarea" and tree.find(f".//label[@for='{element.get('id')}']") is None:
            refuse("a blank has no label")
    tables = []
    for table in tree.findall(".//table"):
        head = [cell.text or "" for cell in table.findall("thead/tr/th")]
        rows = [[cell.text or "" for cell in row] for row in table.findall("tbody/tr")]
        tables.append((head, rows))
    return severities_of(tables), unread_of(tables)


def main():
    form, report, schemas = sys.argv[1:]
    findings, unread = globals()[f"read_{form}"](report, schemas)
    blocking = sum(bool(finding["blocking"]) for finding in findings)
    print(json.dumps({"findings": len(findings), "blocking": blocking, "unread": len(unread)}))


main()
