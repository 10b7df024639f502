#!/usr/bin/env python3
"""Loads exported pairs by Python's datasets, as anybody would who trains with TRL, and compares them with the canonical ones.

Needs: datasets, trl.
Use: oracles/check_export.py [FOLDER]
FOLDER is what the tests of libs/preference-data leave in target/export there: canonical.jsonl, and the same pairs exported
as pairs.jsonl and pairs.parquet. Fails when a pair differs, or is none to TRL.
"""
import json
import sys
import tempfile
from pathlib import Path

from datasets import load_dataset
from trl import is_conversational

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = ["id", "split", "prompt", "chosen", "rejected", "task", "label", "weight"]


def main(folder=ROOT / "libs/preference-data/target/export"):
    folder = Path(folder)
    with open(folder / "canonical.jsonl", encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    expected = [{column: pair.get(column) for column in COLUMNS} for pair in pairs]
    assert all(any(pair[column] is not None for pair in expected) for column in COLUMNS), "a column that is not tested"
    for loader, name in (("json", "pairs.jsonl"), ("parquet", "pairs.parquet")):
        with tempfile.TemporaryDirectory() as cache:
            loaded = load_dataset(loader, data_files=str(folder / name), split="train", cache_dir=cache)
            assert set(loaded.column_names) == set(COLUMNS), f"{name} has the columns {loaded.column_names}"
            rows = [{column: row[column] for column in COLUMNS} for row in loaded]
        assert len(rows) == len(expected), f"{name} has {len(rows)} of {len(expected)} pairs"
        for row, pair in zip(rows, expected):
            assert row == pair, f"{name}: {row} is not {pair}"
            assert is_conversational(row), f"{name}: {row} is no conversation to TRL"
        print(f"{name}: {len(rows)} pairs as datasets loads them are the canonical ones")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
