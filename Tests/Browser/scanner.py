"""A reader of QR codes that is not ours."""

import subprocess
import tempfile
from pathlib import Path


def scanned(part) -> list[str]:
    """The texts of all codes that are seen in a part of a page."""
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "codes.png"
        part.screenshot(path=picture)
        reader = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture], capture_output=True, text=True)
    return sorted(reader.stdout.split())
