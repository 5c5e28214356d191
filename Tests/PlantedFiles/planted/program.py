"""Runs the program under test over a folder, as a person would."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path


class Failed(Exception):
    """The program ended as it never should."""


@dataclass(frozen=True)
class Copied:
    """What the manifest of a redaction says of one file; `copy` is there when it was written."""

    copy: Path | None
    reason: str


@dataclass(frozen=True)
class Program:
    """The program under test and how it is run."""

    path: Path
    settings: Path
    profile: str
    changes: str

    @property
    def options(self) -> list[str]:
        return ["--config", str(self.settings), "--profile", self.profile]


def scan(program: Program, folder: Path, report: Path) -> dict[str, dict]:
    """The documents of the JSON report, by their path below the folder; an archive has several."""
    # What it reveals is for nobody else's eyes.
    descriptor = os.open(report, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "wb") as output:
        outcome = subprocess.run(
            [program.path, "scan", *program.options, "--reveal", "--paths", "real",
             "--format", "json", "."],
            cwd=folder, stdout=output, stderr=subprocess.PIPE, check=False)
    if outcome.returncode not in (0, 1, 3):
        raise Failed(f"scan ended with {outcome.returncode}: {outcome.stderr.decode(errors='replace')}")
    with open(report, encoding="utf-8") as source:
        documents = json.load(source)["documents"]
    return {os.path.normpath(document["path"]): document for document in documents}


def redact(program: Program, folder: Path, output: Path) -> list[Copied]:
    """What became of each document below the folder, in the order in which a scan lists them."""
    outcome = subprocess.run(
        [program.path, "redact", *program.options, "--changes", program.changes,
         "--output", str(output), "."], cwd=folder, capture_output=True, check=False)
    manifest = output / "expunge-redaction.json"
    if outcome.returncode not in (0, 1, 3) or not manifest.exists():
        raise Failed(
            f"redact ended with {outcome.returncode}: {outcome.stderr.decode(errors='replace')[:2000]}")
    with open(manifest, encoding="utf-8") as source:
        return [copied(output, document) for document in json.load(source)["documents"]]


def copied(output: Path, document: dict) -> Copied:
    if document["written"]:
        return Copied(output / document["output"], "")
    reasons = [item["reason"] for item in document["unread"]]
    proof = document["proof"]
    if proof is not None and not proof["proved"]:
        reasons.append(
            f"not proved: {proof['survivors']} survivors, {proof['blockingFindings']} findings, "
            f"{proof['unplaceable']} without a place")
    return Copied(None, "; ".join(reasons) or "refused, with a sentence that says why")
