#!/usr/bin/env python3
"""Golden tokenizations of texts and conversations, by transformers.

Needs: transformers.
Use, from the repository root: oracles/tokenizer.py
Reads the tokenizers in ../shared/models, writes libs/causal-lm/src/test/resources/golden/tokenizers.json.
A response's tokens are those of the text that the chat template adds to the rendered prompt, tokenized on its own.
"""
import json
from pathlib import Path

from transformers import AutoTokenizer

import golden

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT.parent / "shared/models"

TEXTS = ["", "Once upon a time, there was a little girl.", "  two  blanks ", "line\nbreak\n\n", "caf\u00e9 na\u00efve \u00fcber",
         "\U0001f600 \u4f60\u597d", "tab\tand\r\nmore", "x = {'a': [1, 2.50]}; // ok?", "ALLCAPS and camelCase 12345678",
         "\u0000\u0007 control", "a" * 50]
SPECIAL = {"stories260k": ["<s>Once</s>", "a <unk> b"],
           "smollm2-135m-instruct": ["<|im_start|>user\nHi<|im_end|>\n", "a<|endoftext|>b"]}
CONVERSATIONS = [
    {"prompt": [("user", "What is the capital of France?")], "response": [("assistant", "Paris.")]},
    {"prompt": [("system", "Be brief."), ("user", " Hi\n"), ("assistant", "Hello!"), ("user", "Name a colour")],
     "response": [("assistant", "red\n")]},
]


def messages(turns):
    return [{"role": role, "content": content} for role, content in turns]


def conversation(tokenizer, prompt, response):
    ids = lambda text: tokenizer(text, add_special_tokens=False)["input_ids"]
    if tokenizer.chat_template:
        begun = tokenizer.apply_chat_template(prompt, add_generation_prompt=True, tokenize=False)
        whole = tokenizer.apply_chat_template(prompt + response, tokenize=False)
        assert whole.startswith(begun)
        prompt_ids = tokenizer.apply_chat_template(prompt, add_generation_prompt=True, return_dict=False)
        return {"prompt": prompt, "response": response, "promptIds": prompt_ids, "responseIds": ids(whole[len(begun):])}
    plain = lambda turns: "\n".join(m["content"] for m in turns)
    return {"prompt": prompt, "response": response, "promptIds": tokenizer(plain(prompt))["input_ids"],
            "responseIds": ids(plain(response)) + [tokenizer.eos_token_id]}


def model(name):
    tokenizer = AutoTokenizer.from_pretrained(MODELS / name)
    texts = []
    for text in TEXTS + SPECIAL[name]:
        ids = tokenizer(text, add_special_tokens=False)["input_ids"]
        texts.append({"text": text, "ids": ids, "decoded": tokenizer.decode(ids),
                      "decodedText": tokenizer.decode(ids, skip_special_tokens=True)})
    return {"bos": tokenizer.bos_token_id, "eos": tokenizer.eos_token_id, "texts": texts,
            "conversations": [conversation(tokenizer, messages(c["prompt"]), messages(c["response"]))
                              for c in CONVERSATIONS]}


if __name__ == "__main__":
    golden.write("libs/causal-lm", "tokenizers", {name: model(name) for name in SPECIAL}, packages=["transformers"])
