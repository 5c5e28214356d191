"""Whether what was removed is gone from every byte of a copy."""

from dataclasses import dataclass

from planted.checks.views import squeeze, squeezed_views
from planted.planting import Kind, Planting


@dataclass(frozen=True)
class Survivor:
    planting: Planting
    where: str


def needles(planting: Planting) -> set[str]:
    """The whole value; of a name the family name, of a telephone number what any country dials."""
    if planting.kind is Kind.PHONE:
        return {squeeze(planting.value).lstrip("0")}
    result = {squeeze(planting.value)}
    if planting.kind is Kind.NAME:
        result.add(squeeze(planting.value.split()[-1]))
    return result


def survivors(data: bytes, name: str, plantings: list[Planting]) -> list[Survivor]:
    """The values that are in a file or its name, each with one place where it is."""
    wanted = [(planting, needle) for planting in plantings for needle in needles(planting)]
    found: dict[Planting, str] = {}
    for where, text in squeezed_views(data, name):
        for planting, needle in wanted:
            if planting not in found and needle in text:
                found[planting] = where
    return [Survivor(planting, where) for planting, where in found.items()]
