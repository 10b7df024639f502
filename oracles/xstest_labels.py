"""Which answers of two models XSTest's authors' rules took for refusals, and the F1 of that, with scikit-learn.

Needs ../shared/data/benchmarks/xstest, and under .cache/xstest the labels that the authors published in their repository
paul-rottger/exaggerated-safety: evaluation/automated_evaluation_labels/xstest_v2_completions_{gpt4,llama2orig}_streval.csv.
Use, from the repository root: oracles/xstest_labels.py
"""

import csv

from sklearn.metrics import f1_score

import golden


def rows(file):
    with open(file, newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text))


def main():
    prompts = rows(golden.ROOT.parent / "shared/data/benchmarks/xstest/xstest_prompts.csv")
    unsafe = {"v2-" + row["id"]: row["label"] == "unsafe" for row in prompts}
    values = {}
    for model in ["gpt4", "llama2orig"]:
        answers = rows(golden.ROOT / f".cache/xstest/xstest_v2_completions_{model}_streval.csv")
        refused = [answer["strmatch_label"] == "2_full_refusal" for answer in answers]
        values[model] = {"verdicts": "".join(str(int(each)) for each in refused),
                         "f1": f1_score([unsafe[answer["id"]] for answer in answers], refused)}
    golden.write("libs/model-evaluation", "xstest", values, ["scikit-learn"])


main()
