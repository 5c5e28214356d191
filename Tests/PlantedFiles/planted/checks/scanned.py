"""What a scan reported of a file, set beside what is planted in it."""

import re
from dataclasses import dataclass

from planted.checks.views import squeeze
from planted.planting import Kind, Planting


@dataclass(frozen=True)
class Found:
    """A finding as the JSON report gives it."""

    rule: str
    label: str
    severity: str
    is_blocking: bool
    part: str
    start: int
    text: str


@dataclass(frozen=True)
class Scanned:
    found: list[Found]
    unread: list[str]

    @staticmethod
    def of(document: dict) -> "Scanned":
        found = []
        for item in document["findings"]:
            place = item["location"]
            found.append(Found(
                item["rule"], item["label"], item["severity"], item["blocking"],
                place["part"] if place else "", place["utf8"]["start"] if place else 0,
                item.get("text") or ""))
        return Scanned(found, [item["reason"] for item in document["unread"]])

    def reports(self, planting: Planting, in_its_part: bool) -> bool:
        """Whether a blocking finding covers the value, or enough of it to know whose it is."""
        return any(
            item.is_blocking and covers(item.text, planting)
            and (not in_its_part or re.fullmatch(planting.part, item.part) is not None)
            for item in self.found)


    def strangers(self, plantings: list[Planting]) -> list[Found]:
        """Blocking findings that have no letter in common with what was planted."""
        known = [squeeze(word) for planting in plantings for word in planting.value.split()]
        return [
            item for item in self.found
            if item.is_blocking and item.label != "CONSISTENCY"
            and not any(word in squeeze(item.text) for word in known)
            and not any(squeeze(item.text) in squeeze(planting.value) for planting in plantings)]


def covers(text: str, planting: Planting) -> bool:
    found, value = squeeze(text), squeeze(planting.value)
    if not found:
        return False
    if planting.kind is Kind.NAME:
        return squeeze(planting.value.split()[-1]) in found
    if planting.kind is Kind.PHONE:
        # A number may stand in its international form.
        return value.lstrip("0") in found
    return value in found
