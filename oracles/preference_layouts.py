"""What an independent reader makes of every preference file in ../shared: for each layout rows, pairs, bad rows by kind, what
rules dropped, and SHA-256 over the ids of the pairs in their order. For HH-RLHF as message lists, TRL finds the prompts.

Use, from the repository root: oracles/preference_layouts.py
"""

import collections
import csv
import gzip
import hashlib
import json
import re
import struct

from trl.data_utils import maybe_extract_prompt

import golden

SHARED = golden.ROOT.parent / "shared/data/preferences"
TIES = "ties are dropped"
SEVERAL_TURNS = "conversations of several turns are dropped"
NO_PREFERENCE = "rows without a preference are dropped"
ONE_PAIR_A_STEP = "the first correct and the first incorrect completion of a step make a pair"
NO_STEP = "rows without a step that has a correct and an incorrect completion are dropped"


class Bad(Exception):
    """A row that cannot be used; its argument is the kind of defect."""


class Dropped(Exception):
    """A row that a rule drops; its argument is the rule."""


def message(role, content):
    return {"role": role, "content": content}


def user(text):
    return [message("user", filled(text))]


def assistant(text):
    return [message("assistant", filled(text))]


def filled(text):
    if text is None:
        raise Bad("missing_field")
    if not text.strip():
        raise Bad("empty_field")
    return text


def turns(text, names):
    """The turns of a transcript, with white space around them taken away."""
    parts = re.split(rf"(?:\A\s*|\n\n)({'|'.join(names)}):", text)
    if parts[0] or len(parts) == 1:
        raise Bad("malformed_field")
    messages = [message(names[name], said.strip()) for name, said in zip(parts[1::2], parts[2::2])]
    if not all(turn["content"] for turn in messages):
        raise Bad("empty_field")
    return messages


def anthropic(text):
    return turns(filled(text), {"Human": "user", "Assistant": "assistant"})


def checked(prompt, chosen, rejected):
    if chosen[-1]["role"] != "assistant" or rejected[-1]["role"] != "assistant":
        raise Bad("last_turn_not_assistant")
    if all(turn["role"] != "user" for turn in prompt):
        raise Bad("no_user_turn")
    if chosen == rejected:
        raise Bad("chosen_equals_rejected")
    return prompt, chosen, rejected


def last_turns(chosen, rejected):
    """A pair of conversations that share all turns but the last."""
    if chosen[-1]["role"] != "assistant" or rejected[-1]["role"] != "assistant":
        raise Bad("last_turn_not_assistant")
    if chosen[:-1] != rejected[:-1]:
        raise Bad("prompts_differ")
    return checked(chosen[:-1], chosen[-1:], rejected[-1:])


def extracted(chosen, rejected):
    """A pair of conversations of which TRL finds the prompt; ours begin a response with the assistant."""
    if chosen[-1]["role"] != "assistant" or rejected[-1]["role"] != "assistant":
        raise Bad("last_turn_not_assistant")
    pair = maybe_extract_prompt({"chosen": chosen, "rejected": rejected})
    if pair["chosen"][0]["role"] != "assistant" or pair["rejected"][0]["role"] != "assistant":
        raise Bad("prompts_differ")
    return checked(pair["prompt"], pair["chosen"], pair["rejected"])


def plain(messages):
    return [message(turn["role"], filled(turn["content"])) for turn in messages]


def hh(row):
    return [last_turns(anthropic(row["chosen"]), anthropic(row["rejected"]))]


def implicit(row):
    return [extracted(plain(row["chosen"]), plain(row["rejected"]))]


def explicit(row):
    return [checked(user(row["prompt"]), assistant(row["chosen"]), assistant(row["rejected"]))]


def ultrafeedback(row):
    pair = last_turns(plain(row["chosen"]), plain(row["rejected"]))
    if row["prompt"].strip() not in [turn["content"].strip() for turn in pair[0]]:
        raise Bad("prompts_differ")
    return [pair]


def orca(row):
    system = [message("system", row["system"])] if row["system"].strip() else []
    return [checked(system + user(row["question"]), assistant(row["chosen"]), assistant(row["rejected"]))]


def openai(row):
    return [checked(*(plain(messages) for messages in
                      (row["input"]["messages"], row["preferred_output"], row["non_preferred_output"])))]


def prm800k(row):
    pairs, taken = [], []
    for step in row["label"]["steps"]:
        completions = step["completions"] or []
        rated = {rating: [c["text"] for c in completions if c["rating"] == rating] for rating in (1, -1)}
        if rated[1] and rated[-1]:
            solutions = ["\n".join(taken + [filled(rated[rating][0])]) for rating in (1, -1)]
            pairs.append(checked(user(row["question"]["problem"]), *map(assistant, solutions)))
        if step["chosen_completion"] is not None:
            taken.append(completions[step["chosen_completion"]]["text"])
        elif step["human_completion"]:
            taken.append(step["human_completion"]["text"])
        else:
            break
    if not pairs:
        raise Dropped(NO_STEP)
    return pairs


def arena_2024(row):
    prompts, first, second = (json.loads(row[name]) for name in ("prompt", "response_a", "response_b"))
    if len(prompts) > 1:
        raise Dropped(SEVERAL_TURNS)
    if row["winner_tie"] == "1":
        raise Dropped(TIES)
    responses = [assistant(first[0]), assistant(second[0])]
    return [checked(user(prompts[0]), *(responses if row["winner_model_a"] == "1" else reversed(responses)))]


def alpaca_farm(row):
    if row["preference"] is None:
        raise Dropped(NO_PREFERENCE)
    if row["preference"] in (0, 1.5):
        raise Dropped(TIES)
    outputs = [assistant(row["output_1"]), assistant(row["output_2"])]
    return [checked(instruction(row), *(outputs if row["preference"] == 1 else reversed(outputs)))]


def instruction(row):
    return user("\n".join([row["instruction"]] + [text for text in [row.get("input") or ""] if text.strip()]))


def alpaca(row):
    return [checked(instruction(row), assistant(row["chosen"]), assistant(row["rejected"]))]


def share_gpt(row):
    names = {"system": "system", "human": "user", "gpt": "assistant"}
    said = [[message(names[turn["from"]], filled(turn["value"])) for turn in conversation]
            for conversation in (row["conversations"], [row["chosen"]], [row["rejected"]])]
    return [checked(*said)]


def shp(row):
    history = turns(row["history"], {"HUMAN": "user", "ASSISTANT": "assistant"})
    comments = [assistant(row["human_ref_A"]), assistant(row["human_ref_B"])]
    return [checked(history, *(comments if row["labels"] == 1 else reversed(comments)))]


def stack_exchange(row):
    return [checked(user(row["question"]), assistant(row["response_j"]), assistant(row["response_k"]))]


def lines(path):
    return [json.loads(line) for line in (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8")]


def table(path):
    csv.field_size_limit(1 << 22)
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def array(path):
    return json.loads(path.read_text(encoding="utf-8"))


FILES = [
    ("alpaca-style/instruction-preferences.json", array, "alpaca", alpaca, []),
    ("alpacafarm-layout/alpacaeval-gpt4-preferences.json", array, "alpacafarm", alpaca_farm, [NO_PREFERENCE, TIES]),
    ("chatbot-arena-2024/train.csv", table, "arena-2024", arena_2024, [SEVERAL_TURNS, TIES]),
    ("hh-rlhf/harmless-base.jsonl.gz", lines, "hh-rlhf", hh, []),
    ("hh-rlhf/helpful-base.jsonl.gz", lines, "hh-rlhf", hh, []),
    ("orca/native.jsonl.gz", lines, "orca", orca, []),
    ("orca/openai-layout.jsonl.gz", lines, "openai", openai, []),
    ("prm800k/native.jsonl", lines, "prm800k", prm800k, [ONE_PAIR_A_STEP, NO_STEP]),
    ("sharegpt/dpo_en_demo.json", array, "sharegpt", share_gpt, []),
    ("shp-layout/anthropic-helpful.jsonl.gz", lines, "shp", shp, []),
    ("stack-exchange-paired/hh_rlhf_tiny.json", array, "trl-implicit", implicit, []),
    ("stack-exchange-paired/stack_exchange_paired_tiny.json", array, "stackexchange", stack_exchange, []),
    ("ultrafeedback/h4-messages.jsonl.gz", lines, "ultrafeedback", ultrafeedback, []),
    ("ultrafeedback/trl-flat.jsonl.gz", lines, "trl", explicit, []),
]


def pair_id(pair):
    """The canonical id: the first half of SHA-256 over all turns, each text after its length."""
    digest = hashlib.sha256()
    for conversation in pair:
        digest.update(struct.pack(">i", len(conversation)))
        for turn in conversation:
            for text in (turn["role"].encode(), turn["content"].encode()):
                digest.update(struct.pack(">i", len(text)) + text)
    return digest.hexdigest()[:32]


def counted(rows, read):
    bad, dropped, used, ids = collections.Counter(), collections.Counter(), 0, []
    for row in rows:
        try:
            ids.extend(map(pair_id, read(row)))
            used += 1
        except Bad as kind:
            bad[str(kind)] += 1
        except Dropped as rule:
            dropped[str(rule)] += 1
    counts = {"rows": len(rows), "pairs": len(ids), "badRows": dict(sorted(bad.items())),
              "ids": hashlib.sha256("".join(ids).encode()).hexdigest()}
    return counts, dropped, used


def of_file(name, container, layout, read, rules):
    counts, dropped, used = counted(container(SHARED / name), read)
    uses = [{"rule": rule, "rows": used, "pairs": counts["pairs"]} if rule == ONE_PAIR_A_STEP
            else {"rule": rule, "rows": dropped[rule], "pairs": 0} for rule in rules]
    return {"file": name, "layout": layout, **counts, "rules": uses}


def as_messages(name):
    """HH-RLHF with transcripts turned into messages, but for rows that are no transcripts."""
    for row in lines(SHARED / name):
        try:
            yield {side: anthropic(row[side]) for side in ("chosen", "rejected")}
        except Bad:
            pass


def main():
    extractions = [{"file": name, **counted(list(as_messages(name)), implicit)[0]}
                   for name, _, layout, _, _ in FILES if layout == "hh-rlhf"]
    golden.write("libs/preference-data", "shared-preferences",
                 {"files": [of_file(*file) for file in FILES], "trlPrompts": extractions}, packages=["trl"], indent=1)


main()
