"""Embeds texts with ONNX Runtime: the peer of `bench selection`.

python embed_texts.py MODEL TOKENIZER TEXTS THREADS BATCH prints seconds and the first numbers of each vector as JSON. TEXTS is
a JSON list; the model is loaded and run once before the time is taken.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

SHOWN = 4


def main(model, tokenizer, file, threads, batch):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(threads)
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(tokenizer)
    tokenizer.enable_padding()
    inputs = {each.name for each in session.get_inputs()}

    def embed(texts):
        encoded = tokenizer.encode_batch(texts)
        ids = np.array([each.ids for each in encoded], np.int64)
        mask = np.array([each.attention_mask for each in encoded], np.int64)
        fed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states = session.run(None, {name: fed[name] for name in inputs})[0]
        pooled = (states * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
        return pooled / np.linalg.norm(pooled, axis=1, keepdims=True)

    texts = json.loads(Path(file).read_text())
    embed(texts[: int(batch)])
    start = time.perf_counter()
    by_length = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    vectors = [None] * len(texts)
    for first in range(0, len(texts), int(batch)):
        places = by_length[first : first + int(batch)]
        for place, vector in zip(places, embed([texts[place] for place in places])):
            vectors[place] = vector
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "vectors": [vector[:SHOWN].tolist() for vector in vectors]}))


main(*sys.argv[1:])
