"""E-mails as Python's email package writes them: charsets, transfer encodings, shapes, headers."""

from collections.abc import Callable
from dataclasses import replace
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage

from planted.drafts import Draft, clean_draft, leaking_draft
from planted.planting import Case, Made, Recipe
from planted.sentences import fill, note, paragraph
from planted.writers import pages
from planted.writers.texts import can_be_written, plain_text
from planted.writers.word_package import WordPackage, paragraph as word_paragraph

BODY = "body|plain body.*"


def message(
    case: Case, text: str, charset: str = "utf-8", cte: str | None = None
) -> EmailMessage:
    """From the office to the office: no person's name in a header."""
    result = EmailMessage(policy=policy.SMTP)
    result["From"] = "Intake <intake@ombudsman.example>"
    result["To"] = "casework@ombudsman.example"
    result["Subject"] = "Draft decision"
    result["Date"] = "Thu, 01 Jan 2026 09:00:00 +0000"
    result["Message-ID"] = f"<{case.random.randrange(1 << 40):x}@ombudsman.example>"
    result.set_content(text, charset=charset, cte=cte)
    return result


def finish(result: EmailMessage) -> bytes:
    """With boundaries that do not depend on chance."""
    for number, part in enumerate(result.walk()):
        if part.is_multipart():
            part.set_boundary(f"=-=planted-{number}=-=")
    return result.as_bytes()


def plain(charset: str, transfer: str) -> Callable[[Case], Made]:
    def make(case: Case) -> Made:
        draft = leaking_draft(case)
        while not can_be_written(plain_text(draft), charset):
            case = Case.of(case.random.randrange(1 << 30), case.label, case.variant)
            draft = leaking_draft(case)
        # UTF-16 has no place in a mail's text (RFC 2781, 4.3): saying so is an answer.
        plantings = [replace(item, may_be_unread=charset == "utf-16")
                     for item in draft.plantings(BODY)]
        return Made(finish(message(case, plain_text(draft), charset=charset, cte=transfer)), plantings)
    return make


def ascii_only(case: Case) -> Made:
    """Seven bits: typewriter's quotation marks, and people whose names need no others."""
    while True:
        draft = leaking_draft(case)
        text = plain_text(draft).translate(str.maketrans("‘’“”–", "''\"\"-"))
        if text.isascii():
            return Made(finish(message(case, text, charset="us-ascii", cte="7bit")),
                        draft.plantings(BODY))
        case = Case.of(case.random.randrange(1 << 30), case.label, case.variant)


def draft_mail(draft: Draft, case: Case) -> bytes:
    return finish(message(case, plain_text(draft)))


def alternative(case: Case) -> Made:
    """The same twice: as text and as a page."""
    draft = leaking_draft(case)
    result = message(case, plain_text(draft))
    result.add_alternative(pages.page(draft), subtype="html")
    # Which of the two is the body and which the plain one is the reader's to say; both are searched.
    return Made(finish(result), draft.plantings(".*"))


def page_only(case: Case) -> Made:
    draft = leaking_draft(case)
    result = message(case, "x")
    result.set_content(pages.page(draft), subtype="html", cte="quoted-printable")
    return Made(finish(result), draft.plantings(BODY))


def header(name: str, words: str) -> Callable[[Case], Made]:
    """A person in a header; letters beyond ASCII become encoded words."""
    def make(case: Case) -> Made:
        result = message(case, plain_text(clean_draft(case)))
        del result[name]
        local, _, domain = case.first.email.partition("@")
        result[name] = Address(case.first.full, local, domain)
        return Made(finish(result), fill("{a.full} {a.email}", case).within(
            f"message header: {words}|other message header.*"))
    return make


def subject(case: Case) -> Made:
    sentence = fill("Complaint of {a.name} about {a.address}, {a.postcode}", case)
    result = message(case, plain_text(clean_draft(case)))
    del result["Subject"]
    result["Subject"] = sentence.text
    return Made(finish(result), sentence.within("message header: subject|title"))


def received(case: Case) -> Made:
    result = message(case, plain_text(clean_draft(case)))
    result["Received"] = (
        f"from mail.example.org by mx.ombudsman.example with ESMTP for <{case.first.email}>;"
        " Thu, 01 Jan 2026 09:00:01 +0000")
    return Made(finish(result), fill("{a.email}", case).within("message header: received"))


def own_header(case: Case) -> Made:
    sentence = note(case)
    result = message(case, plain_text(clean_draft(case)))
    result["X-Case-Note"] = sentence.text
    return Made(finish(result), sentence.within("other message header.*"))


def attach_text(case: Case) -> Made:
    sentence = paragraph(case)
    result = message(case, plain_text(clean_draft(case)))
    result.add_attachment(sentence.text + "\n", filename="note.txt")
    return Made(finish(result), sentence.within(".*"))


def attach_page(case: Case) -> Made:
    sentence = paragraph(case)
    result = message(case, plain_text(clean_draft(case)))
    result.add_attachment(f"<!doctype html><p>{sentence.text}</p>", subtype="html",
                          filename="note.html")
    return Made(finish(result), sentence.within(".*"))


def word_file(text: str) -> bytes:
    package = WordPackage()
    package.blocks.append(word_paragraph(text))
    return package.pack()


def attach_word(case: Case) -> Made:
    sentence = paragraph(case)
    result = message(case, plain_text(clean_draft(case)))
    result.add_attachment(
        word_file(sentence.text), maintype="application",
        subtype="vnd.openxmlformats-officedocument.wordprocessingml.document", filename="draft.docx")
    return Made(finish(result), sentence.within(".*"))


def attach_name(case: Case) -> Made:
    """The name of an attachment, coded as RFC 2231 says where it must be."""
    echo = fill("The complainant, {a.name}, can be reached on {a.phone}.", case)
    result = message(case, plain_text(clean_draft(case)) + echo.text + "\n")
    result.add_attachment("Nothing to add.\n", filename=f"{case.first.family} letter.txt")
    return Made(finish(result), echo.within(BODY)
                + fill("{a.surname}", case).within("name of attachment.*"))


def nested(case: Case) -> Made:
    sentence = paragraph(case)
    inner = message(case, sentence.text + "\n")
    del inner["From"]
    local, _, domain = case.second.email.partition("@")
    inner["From"] = Address(case.second.full, local, domain)
    result = message(case, plain_text(clean_draft(case)))
    result.add_attachment(inner)
    return Made(finish(result), sentence.within(".*") + fill("{b.full} {b.email}", case).within(".*"))


def inline_related(case: Case) -> Made:
    """A page with a picture of its own, as mail programs send them."""
    sentence = paragraph(case)
    result = message(case, sentence.text + "\n")
    result.add_alternative(
        f'<!doctype html><p>{sentence.text}</p><img src="cid:logo" alt="">', subtype="html")
    return Made(finish(result), sentence.within(".*"))


HEADERS = {"From": "from", "To": "to", "Cc": "cc", "Bcc": "bcc", "Reply-To": "reply-to",
           "Sender": "sender"}


def recipes() -> list[Recipe]:
    def of(layer: str, make: Callable[[Case], Made], variants: int = 7) -> Recipe:
        return Recipe("email package", "eml", layer, "eml", make, variants)
    transfers: list[Recipe] = [
        of(f"{charset}-{transfer}", plain(charset, transfer))
        for charset, transfer in (
            ("utf-8", "8bit"), ("utf-8", "quoted-printable"), ("utf-8", "base64"),
            ("windows-1252", "8bit"), ("windows-1252", "quoted-printable"),
            ("windows-1252", "base64"), ("utf-16", "base64"))]
    return transfers + [of("ascii-7bit", ascii_only)] + [
        of(f"header-{words}", header(name, words)) for name, words in HEADERS.items()] + [
        of(make.__name__.replace("_", "-"), make) for make in (
            alternative, page_only, subject, received, own_header, attach_text, attach_page,
            attach_word, attach_name, nested, inline_related)]
