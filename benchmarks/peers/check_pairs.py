"""Checks a file of HH-RLHF transcripts row by row as an import does, and writes its pairs: the peer of `bench upload`.

python check_pairs.py FILE CANONICAL prints rows a second.
"""

import hashlib
import json
import re
import sys
import time

SPEAKER = re.compile(r"(?:\A\s*|\n\n)(Human|Assistant):")
ROLES = {"Human": "user", "Assistant": "assistant"}
LONGEST_LINE = 4 << 20
LONGEST_TEXT = 1 << 18


def turns(text):
    speakers = list(SPEAKER.finditer(text))
    if not speakers or speakers[0].start() != 0:
        raise ValueError("not a transcript")
    ends = [speaker.start() for speaker in speakers[1:]] + [len(text)]
    conversation = []
    for speaker, end in zip(speakers, ends):
        content = text[speaker.end() : end].strip()
        if not content or len(content) > LONGEST_TEXT:
            raise ValueError("a turn is empty or too long")
        content.encode()
        conversation.append({"role": ROLES[speaker.group(1)], "content": content})
    return conversation


def pair(line):
    if len(line) > LONGEST_LINE:
        raise ValueError("the line is too long")
    row = json.loads(line.decode())
    chosen, rejected = turns(row["chosen"]), turns(row["rejected"])
    if chosen[-1]["role"] != "assistant" or rejected[-1]["role"] != "assistant":
        raise ValueError("the last turn is not the assistant's")
    if chosen[:-1] != rejected[:-1]:
        raise ValueError("the prompts differ")
    if not any(turn["role"] == "user" for turn in chosen[:-1]):
        raise ValueError("no user turn")
    if chosen[-1] == rejected[-1]:
        raise ValueError("chosen equals rejected")
    return chosen[:-1], chosen[-1:], rejected[-1:]


def digest(*conversations):
    hashed = hashlib.sha256()
    for conversation in conversations:
        hashed.update(len(conversation).to_bytes(4, "big"))
        for turn in conversation:
            for text in (turn["role"].encode(), turn["content"].encode()):
                hashed.update(len(text).to_bytes(4, "big") + text)
    return hashed.digest()


def main(file, canonical):
    start = time.perf_counter()
    rows = bad = duplicates = contradictions = 0
    lengths = {"prompt": 0, "chosen": 0, "rejected": 0}
    known = {}
    whole = hashlib.sha256()
    with open(file, "rb") as lines, open(canonical, "wb") as out:
        for number, line in enumerate(lines, 1):
            rows += 1
            try:
                prompt, chosen, rejected = pair(line)
            except (ValueError, KeyError) as error:
                bad += 1
                print(f"line {number}: {error}", file=sys.stderr)
                continue
            identity = digest(prompt, chosen, rejected)[:16]
            duplicates += identity in known
            contradictions += digest(prompt, rejected, chosen)[:16] in known
            known.setdefault(identity, number)
            for name, part in (("prompt", prompt), ("chosen", chosen), ("rejected", rejected)):
                lengths[name] += sum(len(turn["content"]) for turn in part)
            side = "held_out" if int.from_bytes(digest(prompt)[:8], "big") < 0.1 * 2**64 else "train"
            made = {"id": identity.hex(), "split": side, "prompt": prompt, "chosen": chosen, "rejected": rejected}
            written = json.dumps({**made, "weight": 1.0}, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            out.write(written)
            whole.update(written)
    print(rows / (time.perf_counter() - start))


main(*sys.argv[1:])
