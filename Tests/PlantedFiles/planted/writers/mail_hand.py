"""E-mails written by hand: what no library would write, and mail programs do."""

import base64
import quopri
from collections.abc import Callable

from planted.drafts import clean_draft
from planted.planting import Case, Made, Planting, Recipe
from planted.sentences import fill, note, paragraph
from planted.writers.texts import plain_text

HEAD = (
    "From: Intake <intake@ombudsman.example>\r\nTo: casework@ombudsman.example\r\n"
    "Date: Thu, 1 Jan 2026 09:00:00 +0000\r\nMessage-ID: <1@ombudsman.example>\r\n")
MIME = "MIME-Version: 1.0\r\n"
BODY = "body|plain body.*"
# Raw message, what is planted.
Source = tuple[bytes, list[Planting]]


def text_of(case: Case) -> str:
    return plain_text(clean_draft(case)).replace("\n", "\r\n")


def encoded_word(text: str, method: str) -> str:
    if method == "B":
        return f"=?utf-8?B?{base64.b64encode(text.encode()).decode()}?="
    coded = "".join(chr(byte) if chr(byte).isalnum() and byte < 128 else f"={byte:02X}"
                    for byte in text.encode())
    return f"=?utf-8?Q?{coded}?="


def split_words(case: Case) -> Source:
    """A subject whose encoded words end within the name (RFC 2047, 2: the space between is none)."""
    name = case.first.name
    half = len(name) // 2
    words = "\r\n ".join([
        encoded_word("Complaint of " + name[:half], "Q"), encoded_word(name[half:], "B")])
    raw = HEAD + f"Subject: {words}\r\n" + MIME + (
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
    return (raw + text_of(case)).encode(), fill("{a.name}", case).within("message header: subject|title")


def folded_header(case: Case) -> Source:
    person = case.first
    words = encoded_word(person.full, "B")
    raw = HEAD + f"Cc:\r\n\t{words}\r\n\t<{person.email}>,\r\n other@ombudsman.example\r\n"
    raw += "Subject: Draft\r\n" + MIME + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
    return (raw + text_of(case)).encode(), fill("{a.full} {a.email}", case).within("message header: cc")


def old_message(case: Case) -> Source:
    """No MIME at all, lines that end in LF, a comment in the address."""
    person = case.first
    raw = f"From: {person.email}\nTo: casework@ombudsman.example\nSubject: Draft\n\n"
    return ((raw + "The Council replied in May.\n").encode(),
            fill("{a.email}", case).within("message header: from"))


def soft_breaks(case: Case) -> Source:
    """Quoted-printable whose lines end within the values."""
    sentence = paragraph(case)
    coded = quopri.encodestring(sentence.text.encode()).decode().replace("=\n", "")
    for planting in sentence.plantings:
        value = quopri.encodestring(planting.value.encode()).decode().replace("=\n", "")
        half = len(value) // 2
        while "=" in value[half - 2:half]:
            half += 1
        coded = coded.replace(value, value[:half] + "=\r\n" + value[half:])
    raw = HEAD + "Subject: Draft\r\n" + MIME + (
        "Content-Type: text/plain; charset=\"utf-8\"\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n")
    return (raw + coded + "\r\n").encode(), sentence.within(BODY)


def flowed(case: Case) -> Source:
    """Paragraphs whose lines are joined by the reader (RFC 3676)."""
    sentence = paragraph(case)
    lines: list[str] = [""]
    for word in sentence.text.split(" "):
        if len(lines[-1]) + len(word) > 60:
            lines.append("")
        lines[-1] += word + " "
    raw = HEAD + "Subject: Draft\r\n" + MIME + (
        "Content-Type: text/plain; charset=utf-8; format=flowed\r\n"
        "Content-Transfer-Encoding: 8bit\r\n\r\n")
    return (raw + "\r\n".join(lines).rstrip() + "\r\n").encode(), sentence.within(BODY)


def quoted_reply(case: Case) -> Source:
    person, sentence = case.first, paragraph(case)
    text = (f"Thank you.\r\n\r\nOn 1 Jan 2026, {person.full} <{person.email}> wrote:\r\n"
            f"> {sentence.text}\r\n")
    raw = HEAD + "Subject: Re: Draft\r\n" + MIME + (
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
    return (raw + text).encode(), fill("{a.full} {a.email}", case).within(BODY) + sentence.within(BODY)


def preamble(case: Case) -> Source:
    """Words before the first boundary and behind the last, which no program shows."""
    before, behind = note(case), fill("Copy to {b.name}, telephone {b.phone}.", case)
    raw = HEAD + "Subject: Draft\r\n" + MIME + (
        'Content-Type: multipart/mixed; boundary="b1"\r\n\r\n'
        f"{before.text}\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{text_of(case)}\r\n--b1--\r\n{behind.text}\r\n")
    return raw.encode(), before.within(".*") + behind.within(".*")


def part_header(case: Case) -> Source:
    sentence = fill("Letter of {a.name}", case)
    raw = HEAD + "Subject: Draft\r\n" + MIME + (
        'Content-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\n'
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
        f"Content-Description: {encoded_word(sentence.text, 'Q')}\r\n\r\n{text_of(case)}\r\n--b1--\r\n")
    return raw.encode(), sentence.within(".*")


def continued_name(case: Case) -> Source:
    """An attachment's name in pieces (RFC 2231, 3)."""
    echo = fill("The complainant, {a.name}, can be reached on {a.phone}.", case)
    family = case.first.family
    coded = "".join(f"%{byte:02X}" for byte in family.encode())
    raw = HEAD + "Subject: Draft\r\n" + MIME + (
        'Content-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\n'
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{echo.text}\r\n--b1\r\nContent-Type: text/plain\r\nContent-Disposition: attachment;\r\n"
        f" filename*0*=utf-8''{coded};\r\n filename*1=\"_letter.txt\"\r\n\r\nNothing.\r\n--b1--\r\n")
    return raw.encode(), (echo.within(BODY)
                          + fill("{a.surname}", case).within("name of attachment.*"))


def unclosed(case: Case) -> Source:
    """A message that was cut off: the last boundary is missing."""
    sentence = paragraph(case)
    raw = HEAD + "Subject: Draft\r\n" + MIME + (
        "Content-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{sentence.text}\r\n")
    return raw.encode(), sentence.within(BODY)


def long_base64(case: Case) -> Source:
    """Base64 with odd line lengths, the name cut by a line's end."""
    sentence = paragraph(case)
    coded = base64.b64encode((sentence.text + "\r\n").encode()).decode()
    lines = "\r\n".join(coded[start:start + 19] for start in range(0, len(coded), 19))
    raw = HEAD + "Subject: Draft\r\n" + MIME + (
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: BASE64\r\n\r\n")
    return (raw + lines + "\r\n").encode(), sentence.within(BODY)


SOURCES: tuple[Callable[[Case], Source], ...] = (
    split_words, folded_header, old_message, soft_breaks, flowed, quoted_reply, preamble,
    part_header, continued_name, unclosed, long_base64)


def recipe(source: Callable[[Case], Source]) -> Recipe:
    def make(case: Case) -> Made:
        return Made(*source(case))
    return Recipe("by hand", "eml", source.__name__.replace("_", "-"), "eml", make, 7)


def recipes() -> list[Recipe]:
    return [recipe(source) for source in SOURCES]
