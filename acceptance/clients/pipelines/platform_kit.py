"""The running platform, and the pipeline kit as its user has it: with a job of their own."""

import json
import os
import shutil
import subprocess
import tempfile
import urllib.request
from pathlib import Path

URL = os.environ["KERNELIGN_URL"]
KEY = os.environ["KERNELIGN_ADMIN_KEY"]
KIT = Path(__file__).resolve().parents[3] / "examples" / "pipelines"


def own(path, body=None, kind="application/json"):
    """Asks our own API; a body is posted."""
    request = urllib.request.Request(
        URL + "/api/v1" + path, data=body, headers={"Authorization": "Bearer " + KEY, "Content-Type": kind})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def dataset():
    """Uploads pairs; the data set's id."""
    rows = (
        {"prompt": f"is it rude to be late {i} times?", "chosen": f"yes, it is {i}", "rejected": "no"} for i in range(60))
    return own("/datasets?name=kind", "".join(json.dumps(row) + "\n" for row in rows).encode(), "application/jsonl")["id"]


def job(dataset_id):
    """A job of some seconds."""
    return {"model": "tiny", "dataset": dataset_id, "objective": {}, "training": {"steps": 20, "batchTokens": 256}}


def kit(dataset_id):
    """A folder with the kit, whose job is one of this platform."""
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(KIT, folder, dirs_exist_ok=True)
    (folder / "job.json").write_text(json.dumps(job(dataset_id)))
    return folder


def run(command, folder, **environment):
    """What a command of a pipeline's runner gives, where the platform and its key are known."""
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=300,
        env={"PATH": os.environ["PATH"], "KERNELIGN_URL": URL, "KERNELIGN_KEY": KEY} | environment)
