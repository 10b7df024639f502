"""Writes the rows that `bench mutations` starts from as Parquet, as data sets of the hub are: every RESOURCES/NAME.jsonl
becomes NAME.parquet. Nothing is packed, so that changed bytes reach what lies behind the packing.

python parquet_corpus.py RESOURCES      with pyarrow
"""

import json
import sys
from pathlib import Path

import pyarrow
import pyarrow.parquet

for lines in sorted(Path(sys.argv[1]).glob("*.jsonl")):
    rows = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    table = pyarrow.Table.from_pylist(rows)
    pyarrow.parquet.write_table(table, lines.with_suffix(".parquet"), compression="none", store_schema=False,
                                use_dictionary=["split", "winner"], row_group_size=2)
