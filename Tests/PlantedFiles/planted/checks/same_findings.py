"""Whether a draft has the same findings in every format."""

from difflib import unified_diff

from planted.checks.scanned import Scanned
from planted.checks.views import squeeze
from planted.planting import FileEntry

BODIES = ("body", "plain body 1", "plain body")


def lines(scanned: Scanned) -> list[str]:
    """The findings of the body in their order, without their places."""
    found = sorted((item for item in scanned.found if item.part in BODIES),
                   key=lambda item: (item.start, item.rule))
    return [f"{item.rule} {item.label} {item.severity} {'blocks' if item.is_blocking else 'advises'} "
            f"{squeeze(item.text)}" for item in found]


def differences(entries: list[tuple[FileEntry, Scanned]]) -> list[tuple[FileEntry, list[str]]]:
    """For each file but the plain text: what it has more and less than that."""
    plain = {entry.draft: lines(scanned) for entry, scanned in entries
             if entry.draft and entry.format == "text"}
    result = []
    for entry, scanned in entries:
        if entry.draft and entry.format != "text":
            difference = [
                line for line in unified_diff(plain[entry.draft], lines(scanned), lineterm="", n=0)
                if line[0] in "+-" and not line.startswith(("+++", "---"))]
            result.append((entry, difference))
    return result
