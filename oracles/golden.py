"""How golden files are written: each names the scripts that made it, their sha256, and the packages they used.

    import golden
    golden.write("libs/objective", "links", {"cases": ...}, packages=["torch", "trl"])

writes libs/objective/src/test/resources/golden/links.json with the values under "values". The test GoldenFilesTest of the
module architecture fails when a script has changed since, or a package's pin in requirements.txt.
"""
import hashlib
import json
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ORACLES = ROOT / "oracles"


def sources():
    """The running script and what it imports from this folder, but for this module."""
    files = {Path(module.__file__).resolve() for module in sys.modules.values() if getattr(module, "__file__", None)}
    own = sorted(file for file in files if file.parent == ORACLES and file != Path(__file__).resolve())
    return {str(file.relative_to(ROOT)): hashlib.sha256(file.read_bytes()).hexdigest() for file in own}


def write(module, name, values, packages, indent=None):
    path = ROOT / module / "src/test/resources/golden" / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    golden = {"generator": str(Path(sys.argv[0]).resolve().relative_to(ROOT)), "sources": sources(),
              "versions": {package: version(package) for package in packages}, "values": values}
    separators = None if indent else (",", ":")
    path.write_text(json.dumps(golden, indent=indent, ensure_ascii=False, allow_nan=False, separators=separators) + "\n")
    print(path.relative_to(ROOT), path.stat().st_size)
