"""How golden files are written: each names the scripts that made it, their sha256, the packages they used, and the sha256
of what they wrote.

    import golden
    golden.write("libs/objective", "links", {"cases": ...}, packages=["torch", "trl"])

writes libs/objective/src/test/resources/golden/links.json with the values under "values", and makes regenerate.sh run the
script: nothing else is to be done. The test GoldenFilesTest of the module architecture fails when a script has changed
since, or a package's pin in requirements.txt, or a value by hand.
"""
import hashlib
import json
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ORACLES = ROOT / "oracles"


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def sources():
    """The running script and what it imports from this folder, but for this module."""
    files = {Path(module.__file__).resolve() for module in sys.modules.values() if getattr(module, "__file__", None)}
    own = sorted(file for file in files if file.parent == ORACLES and file != Path(__file__).resolve())
    return {str(file.relative_to(ROOT)): sha256(file.read_bytes()) for file in own}


def write(module, name, values, packages, indent=None):
    path = ROOT / module / "src/test/resources/golden" / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(values, indent=indent, ensure_ascii=False, allow_nan=False,
                      separators=None if indent else (",", ":"))
    head = json.dumps({"generator": str(Path(sys.argv[0]).resolve().relative_to(ROOT)), "sources": sources(),
                       "versions": {package: version(package) for package in packages},
                       "sha256": sha256(text.encode())}, separators=(",", ":"))
    path.write_text(f'{head[:-1]},"values":{text}}}\n')
    print(path.relative_to(ROOT), path.stat().st_size)
