"""Makes something of every kind on a running platform, and prints what Schemathesis is to know of it (schemathesis.toml): every
second request for one thing asks for one that is there."""

import json
import os
import time
import urllib.error
import urllib.request

URL = os.environ["KERNELIGN_URL"]
KEY = os.environ["KERNELIGN_ADMIN_KEY"]
ENDED = ("succeeded", "failed", "cancelled")
NOBODY = {"url": "http://localhost:1/", "secret": "whsec_" + "YSBrZXkgb2YgdGhpcnR5LXR3byBieXRlcywgbm8gbW8="}


def ask(path, body=None, media="application/json", **headers):
    """The answer, and the address of what was made."""
    data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    headers |= {"Authorization": "Bearer " + KEY, "Content-Type": media}
    request = urllib.request.Request(URL + path, data, headers, method="GET" if body is None else "POST")
    try:
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read() or "null"), answer.headers.get("Location")
    except urllib.error.HTTPError as e:
        raise SystemExit(f"{path} is answered with {e.code}: {e.read().decode()}") from e


def made(path, body, *more):
    return ask(path, body, *more)[0]["id"]


def ended(path):
    while (found := ask(path)[0])["state"] not in ENDED:
        time.sleep(0.2)
    if found["state"] != "succeeded":
        raise SystemExit(f"{path} is {found['state']}: {found.get('error')}")
    return found


def pairs(count):
    return "".join(
        json.dumps({"prompt": f"is it rude to be late {i} times?", "chosen": f"yes, it is {i}", "rejected": "no"}) + "\n"
        for i in range(count)).encode()


def things():
    dataset = made("/api/v1/datasets?name=late", pairs(60), "application/jsonl")
    spec = {"model": "tiny", "dataset": dataset, "training": {"steps": 10, "batchTokens": 256, "checkpointSteps": 5}}
    job = made("/api/v1/jobs", spec | {"objective": {"kernel": "hmk"}, "webhook": NOBODY})
    sweep = made("/api/v1/sweeps", {
        "base": spec | {"objective": {"kernel": "hmk"}},
        "dimensions": [{"field": "training.learningRate", "values": [1e-4, 1e-3]}],
        "search": {"method": "grid"}})
    recommendation = made(
        "/api/v1/recommendations", {"datasetId": dataset, "encoder": "policy", "model": "tiny"})
    for path in (f"/api/v1/jobs/{job}", f"/api/v1/sweeps/{sweep}", f"/api/v1/recommendations/{recommendation}"):
        ended(path)
    ask("/api/v1/tenants", {"id": "other"})
    _, upload = ask("/api/v1/uploads", b"", **{"Tus-Resumable": "1.0.0", "Upload-Length": "100"})
    return {
        "dataset": [dataset],
        "file": [dataset, *ask(f"/v1/fine_tuning/jobs/{job}")[0]["result_files"]],
        "job": [job],
        "artifact": [artifact["name"] for artifact in ask(f"/api/v1/jobs/{job}/artifacts")[0]],
        "delivery": [ask(f"/api/v1/jobs/{job}/deliveries")[0]["items"][0]["id"]],
        "sweep": [sweep],
        "recommendation": [recommendation],
        "key": [ask("/api/v1/keys", {"name": "spare", "role": "reader"})[0]["key"]["id"]],
        "tenant": ["default", "other"],
        "upload": [upload.rsplit("/", 1)[1]],
        "model": ["tiny"],
        "metric": ["loss"],
        "split": ["train"],
    }


# Parameters of the paths that a pattern describes, each with the kind of thing that it names. None of them is deleted.
NAMED = {
    r"^/api/v1/datasets/\{id\}": {"path.id": "dataset", "query.model": "model"},
    r"^/v1/files/\{id\}": {"path.id": "file"},
    r"^/(api/v1|v1/fine_tuning)/jobs/\{id\}(?!/artifacts/|/deliveries/|/metrics$)": {"path.id": "job"},
    r"^/api/v1/jobs/\{id\}/metrics$": {"path.id": "job", "query.split": "split", "query.name": "metric"},
    r"^/api/v1/jobs/\{id\}/artifacts/\{name\}": {"path.id": "job", "path.name": "artifact"},
    r"^/api/v1/jobs/\{id\}/deliveries/\{delivery\}": {"path.id": "job", "path.delivery": "delivery"},
    r"^/api/v1/sweeps/\{id\}": {"path.id": "sweep"},
    r"^/api/v1/recommendations/\{id\}": {"path.id": "recommendation"},
    r"^/api/v1/keys/\{id\}": {"path.id": "key"},
    r"^/api/v1/tenants/\{id\}/share": {"path.id": "tenant"},
    r"^/api/v1/uploads/\{id\}": {"path.id": "upload"},
    r"^/v1/models/\{name\}": {"path.name": "model"},
    r"^/api/v1/leaderboard": {"query.metric": "metric", "query.split": "split"},
}


def configuration(found):
    for kind, names in found.items():
        yield f"[dictionaries.{kind}]\nvalues = {json.dumps(names)}\n"
    for pattern, parameters in NAMED.items():
        bound = ", ".join(
            f'"{name}" = {{ dictionary = "{kind}", probability = 0.5 }}' for name, kind in parameters.items())
        yield f"[[operations]]\ninclude-path-regex = '{pattern}'\nexclude-method = \"DELETE\"\nparameters = {{ {bound} }}\n"


if __name__ == "__main__":
    print("\n".join(configuration(things())))
