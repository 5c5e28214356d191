"""Plain text and Markdown, and a whole draft as either."""

from collections.abc import Callable
from dataclasses import replace

from planted.drafts import Draft, leaking_draft
from planted.planting import Case, Made, Recipe
from planted.sentences import fill


def plain_text(draft: Draft) -> str:
    lines = [draft.title, ""]
    for section in draft.sections:
        lines += [section.heading, ""]
        for sentence in section.paragraphs:
            lines += [sentence.text, ""]
    return "\n".join(lines)


def markdown(draft: Draft) -> str:
    lines = [f"# {draft.title}", ""]
    for section in draft.sections:
        lines += [f"## {section.heading}", ""]
        for sentence in section.paragraphs:
            lines += [sentence.text, ""]
    return "\n".join(lines)


def can_be_written(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def text_file(encoding: str) -> Callable[[Case], Made]:
    def make(case: Case) -> Made:
        draft = leaking_draft(case)
        return Made(plain_text(draft).encode(encoding), draft.plantings("body"))
    return make


def western(case: Case) -> Made:
    """The bytes of Windows, for people whose names have no other letters."""
    draft = leaking_draft(case)
    while not can_be_written(plain_text(draft), "windows-1252"):
        case = Case.of(case.random.randrange(1 << 30), case.label, case.variant)
        draft = leaking_draft(case)
    # Nothing declares the encoding, and it is right not to guess.
    return Made(plain_text(draft).encode("windows-1252"), [
        replace(item, may_be_unread=True) for item in draft.plantings("body")])


def markdown_file(case: Case) -> Made:
    draft = leaking_draft(case)
    return Made(markdown(draft).encode(), draft.plantings("body"))


def markdown_emphasis(case: Case) -> Made:
    """Names in bold, and a link to a person's mailbox."""
    draft = leaking_draft(case)
    person = case.first
    more = fill("{a.name} {a.email} {a.phone}", case).within("body|link.*")
    text = (f"The complainant is **{person.title} {person.given}** *{person.family}*, telephone "
            f"`{person.phone}`, see [her letter](mailto:{person.email}).\n")
    return Made((markdown(draft) + text).encode(), draft.plantings("body") + more)


def markdown_comment(case: Case) -> Made:
    draft = leaking_draft(case)
    note = fill("Please ring {b.name} on {b.mobile} before this goes out.", case)
    return Made((markdown(draft) + f"\n<!-- {note.text} -->\n").encode(),
                draft.plantings("body") + note.within(r"comment \d+"))


def named_file(case: Case) -> Made:
    draft = leaking_draft(case)
    body = fill("The complainant, {a.name}, can be reached on {a.phone}.", case)
    name = fill("{a.surname}", case).within("file name")
    return Made(
        (plain_text(draft) + body.text + "\n").encode(),
        draft.plantings("body") + body.within("body") + name,
        stem=f"{case.first.family}_{case.variant}_final")


def recipes() -> list[Recipe]:
    return [
        Recipe("by hand", "text", "body", "txt", text_file("utf-8"), 12),
        Recipe("by hand", "text", "utf-8-with-mark", "txt", text_file("utf-8-sig"), 8),
        Recipe("by hand", "text", "utf-16", "txt", text_file("utf-16"), 8),
        Recipe("by hand", "text", "windows-1252", "txt", western, 8),
        Recipe("by hand", "text", "file-name", "txt", named_file, 8),
        Recipe("by hand", "markdown", "body", "md", markdown_file, 12),
        Recipe("by hand", "markdown", "emphasis", "md", markdown_emphasis, 8),
        Recipe("by hand", "markdown", "comment", "md", markdown_comment, 8),
    ]
