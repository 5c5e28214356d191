"""Programs of others that write the formats: pandoc one file a call, LibreOffice many."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

# pandoc writes the moment of its run unless it is told another one.
ENVIRONMENT = {"SOURCE_DATE_EPOCH": "1767225600", "LC_ALL": "C.UTF-8"}
OFFICE = ("soffice", "libreoffice")


def has_pandoc() -> bool:
    return shutil.which("pandoc") is not None


def office() -> str | None:
    return next((path for name in OFFICE if (path := shutil.which(name))), None)


def pandoc(text: str, target: str, *options: str) -> bytes:
    """Markdown in, a file of the target format out."""
    outcome = subprocess.run(
        ["pandoc", "--from=markdown", f"--to={target}", "--standalone", *options, "--output=-"],
        input=text.encode(), capture_output=True, check=True, env=os.environ | ENVIRONMENT)
    return outcome.stdout


def convert(files: list[Path], target: str, output: Path) -> None:
    """Has LibreOffice convert files into a folder; those it cannot convert are missing there."""
    program = office()
    if program is None or not files:
        return
    # A page opens in a mode of its own, which writes nothing but pages, unless it is told to.
    reading = ["--infilter=HTML (StarWriter)"] if files[0].suffix == ".html" else []
    with tempfile.TemporaryDirectory() as profile:
        for start in range(0, len(files), 60):
            subprocess.run(
                [program, f"-env:UserInstallation=file://{profile}", "--headless", "--norestore",
                 *reading, "--convert-to", target, "--outdir", str(output),
                 *map(str, files[start:start + 60])],
                capture_output=True, check=True, timeout=900)
