"""What lm-evaluation-harness makes of answers to MMLU, GSM8K and BIG-Bench Hard, and what prompts it would ask with.

Needs ../shared/data/benchmarks. Use, from the repository root: oracles/harness_scores.py
Its own tasks decide, read from the package, on the questions of the files here; BIG-Bench Hard also by the rule of the paper
that is followed (all up to the full stop, case ignored), put into the harness's words. The golden files hold digits and
hashes, no text of a benchmark.
"""

import csv
import gzip
import hashlib
import json
import re
import tempfile
from pathlib import Path

import lm_eval
import yaml
from lm_eval.api.instance import Instance
from lm_eval.api.task import ConfigurableTask

import distorted_answers
import golden

DATA = golden.ROOT.parent / "shared/data/benchmarks"
TASKS = Path(lm_eval.__file__).parent / "tasks"
MODULE = "libs/model-evaluation"


def config(file):
    """A task of the harness, but for where its questions are."""
    read = yaml.safe_load((TASKS / file).read_text())
    for key in ["tag", "group", "fewshot_split", "training_split", "fewshot_config", "dataset_name"]:
        read.pop(key, None)
    return read | {"num_fewshot": 0}


def task(name, settings, docs, folder):
    file = Path(folder) / f"{name}.jsonl"
    file.write_text("".join(json.dumps(doc) + "\n" for doc in docs))
    return ConfigurableTask(config=settings | {"task": name, "dataset_path": "json", "test_split": "test", "dataset_kwargs": {
        "data_files": {"test": str(file)}, "cache_dir": str(folder)}})


def filtered(asked, docs, answers):
    """What each of the task's filters extracts, by its name."""
    instances = []
    for number, (doc, answer) in enumerate(zip(docs, answers)):
        instance = Instance(request_type="generate_until", doc=doc, arguments=("", {}), idx=0,
                            metadata=(asked.config.task, number, 1))
        instance.resps = [answer]
        instances.append(instance)
    for each in asked._filters:
        each.apply(instances)
    return [instance.filtered_resps for instance in instances]


def exact(asked, doc, said):
    return int(asked.process_results(doc, [said])["exact_match"] == 1)


def digits(verdicts):
    return "".join(str(verdict) for verdict in verdicts)


def sha256(prompts):
    return hashlib.sha256("".join(prompt + "\0" for prompt in prompts).encode()).hexdigest()


def lines(file):
    with gzip.open(file, "rt", encoding="utf-8") as rows:
        return [json.loads(line) for line in rows]


def gsm8k(folder):
    docs = lines(DATA / "gsm8k/test.jsonl.gz")
    asked = task("own_gsm8k", config("gsm8k/gsm8k.yaml"), docs, folder)
    answers = [distorted_answers.gsm8k(number, doc["answer"]) for number, doc in enumerate(docs)]
    verdicts = []
    for doc, said in zip(docs, filtered(asked, docs, answers)):
        strict = said["strict-match"]
        verdicts.append(exact(asked, doc, said["flexible-extract"] if strict == "[invalid]" else strict))
    examples = "".join(asked.doc_to_text(doc) + " " + re.sub("<<[^>]*>>", "", doc["answer"]) + "\n\n"
                       for doc in lines(DATA / "gsm8k/train-first-200.jsonl.gz")[:8])
    golden.write(MODULE, "gsm8k", {"verdicts": digits(verdicts),
                                   "prompts": sha256(examples + asked.doc_to_text(doc) for doc in docs)}, ["lm-eval"])


def bbh(folder):
    files = sorted((DATA / "bbh/bbh").glob("*.json"), key=lambda file: file.name)
    docs = [doc | {"task": file.stem} for file in files for doc in json.loads(file.read_text())["examples"]]
    harness = config("bbh/cot_fewshot/_cot_fewshot_template_yaml") | {
        "doc_to_text": "Q: {{input}}\nA: Let's think step by step."}
    paper = harness | {
        "metric_list": [{"metric": "exact_match", "aggregation": "mean", "higher_is_better": True, "ignore_case": True}],
        "filter_list": [{"name": "stated", "filter": [{"function": "regex", "regex_pattern": r"the answer is (.*?)\."},
                                                      {"function": "take_first"}]}]}
    answers = [distorted_answers.bbh(number, doc["target"]) for number, doc in enumerate(docs)]
    own, its = task("own_bbh", paper, docs, folder), task("its_bbh", harness, docs, folder)
    verdicts = []
    for doc, answer, said in zip(docs, answers, filtered(own, docs, answers)):
        stated = said["stated"]
        verdicts.append(exact(own, doc, answer.strip() if stated == "[invalid]" else stated))
    name = harness["filter_list"][0]["name"]
    of_harness = [exact(its, doc, said[name]) for doc, said in zip(docs, filtered(its, docs, answers))]
    examples = {file.stem: file.read_text().split("-----\n", 1)[1].strip() for file in (DATA / "bbh/cot-prompts").glob("*.txt")}
    golden.write(MODULE, "bbh", {
        "verdicts": digits(verdicts), "harness": digits(of_harness),
        "prompts": sha256(examples[doc["task"]] + "\n\n" + own.doc_to_text(doc) for doc in docs)}, ["lm-eval"])


def mmlu(folder):
    docs = []
    for file in sorted((DATA / "mmlu/test").glob("*.csv"), key=lambda file: file.name):
        with open(file, newline="", encoding="utf-8") as rows:
            docs += [{"subject": file.stem.removesuffix("_test").replace("_", " "), "question": row[0], "choices": row[1:5],
                      "answer": "ABCD".index(row[5])} for row in csv.reader(rows)]
    settings = config("mmlu/default/_default_template_yaml")
    settings["doc_to_text"] = settings["doc_to_text"].replace("question.strip()", "question")  # as its authors do
    asked = task("own_mmlu", settings, docs, folder)
    verdicts = [int(asked.process_results(doc, [(score, False) for score in distorted_answers.mmlu(number + 1)])["acc"])
                for number, doc in enumerate(docs)]
    heading = "The following are multiple choice questions (with answers) about  "  # two spaces, as its authors write it
    golden.write(MODULE, "mmlu", {
        "verdicts": digits(verdicts),
        "prompts": sha256(f"{heading}{doc['subject']}.\n\n{asked.doc_to_text(doc)}" for doc in docs)}, ["lm-eval"])


def main():
    with tempfile.TemporaryDirectory() as folder:
        for benchmark in [gsm8k, bbh, mmlu]:
            benchmark(folder)


main()
