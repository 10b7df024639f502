#!/usr/bin/env python3
"""Golden files and values of the containers of preference data: Parquet as pyarrow writes it, and CSV as Python reads it.

Needs: pyarrow, and ../shared beside the repository.
Use, from the repository root: oracles/containers.py
Writes libs/preference-data/src/test/resources/golden/containers.json.

Every Parquet file stands there in base64 beside the rows that pyarrow reads from it. A value that JSON has no form for is
as our reader gives it: bytes that are no text in base64, dates and times as the numbers that they are written as.
"""
import base64
import csv
import datetime
import decimal
import hashlib
import io

import pyarrow as pa
import pyarrow.parquet as pq

import golden

ARENA = golden.ROOT.parent / "shared/data/preferences/chatbot-arena-2024/train.csv"
EPOCH = datetime.datetime(1970, 1, 1)

MESSAGES = pa.list_(pa.struct([("content", pa.string()), ("role", pa.string())]))
HUB = pa.schema([("prompt", pa.string()), ("chosen", MESSAGES), ("rejected", MESSAGES), ("score_chosen", pa.float64()),
                 ("score_rejected", pa.float64())])
TEXTS = pa.schema([("prompt", pa.string()), ("chosen", pa.string()), ("rejected", pa.string())])


def text(value):
    try:
        return value.decode()
    except UnicodeDecodeError:
        return base64.b64encode(value).decode()


def plain(value):
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, bytes):
        return text(value)
    if isinstance(value, decimal.Decimal):
        return float(value)
    if isinstance(value, datetime.datetime):
        return round((value - EPOCH).total_seconds() * 1000)
    if isinstance(value, datetime.date):
        return (value - EPOCH.date()).days
    return value


def file(table, **options):
    out = io.BytesIO()
    pq.write_table(table, out, **options)
    return base64.b64encode(out.getvalue()).decode()


def written(table, **options):
    return {"base64": file(table, **options), "rows": plain(table.to_pylist(maps_as_pydicts="strict"))}


def hub(count):
    """As the Hugging Face hub has UltraFeedback, binarized."""
    rows = []
    for i in range(count):
        ask = {"content": f"question {i}", "role": "user"}
        rows.append({"prompt": ask["content"],
                     "chosen": [ask, {"content": f"good {i} " + "é漢😀" * (i % 5), "role": "assistant"}],
                     "rejected": [ask, {"content": f"bad {i}", "role": "assistant"}],
                     "score_chosen": 8.5, "score_rejected": None if i % 7 == 0 else i / 8})
    return pa.Table.from_pylist(rows, schema=HUB)


def texts(count):
    return pa.Table.from_pylist([{
        "prompt": f'{i}: a "quoted" word, {{braces}} and [brackets]\nover two lines\r\n漢 😀',
        "chosen": f"\\n is no line end, \t is a tab {i}", "rejected": ' ,"," '} for i in range(count)], schema=TEXTS)


def shapes():
    """Every type and shape, with nulls wherever they can be."""
    point = pa.struct([("x", pa.int32()), ("words", pa.list_(pa.string()))])
    schema = pa.schema([
        ("truth", pa.bool_()), ("tiny", pa.int8()), ("large", pa.int64()), ("positive", pa.uint32()),
        ("enormous", pa.uint64()), ("half", pa.float32()), ("whole", pa.float64()), ("money", pa.decimal128(9, 2)),
        ("much", pa.decimal128(30, 3)), ("day", pa.date32()), ("moment", pa.timestamp("ms")), ("raw", pa.binary()),
        ("fixed", pa.binary(3)), ("long", pa.large_string()), ("category", pa.dictionary(pa.int32(), pa.string())),
        ("numbers", pa.list_(pa.int32())), ("lists", pa.list_(pa.list_(pa.string()))), ("point", point),
        ("points", pa.list_(point)), ("counts", pa.map_(pa.string(), pa.int64()))])
    full = {
        "truth": True, "tiny": -128, "large": -2**63, "positive": 2**32 - 1, "enormous": 2**64 - 1, "half": 0.5,
        "whole": 0.1, "money": decimal.Decimal("-12.25"), "much": decimal.Decimal("12345678901234567890.125"),
        "day": datetime.date(2024, 2, 29), "moment": datetime.datetime(2024, 2, 29, 12, 0, 0, 123000),
        "raw": b"\xff\x00\x01", "fixed": b"abc", "long": "long", "category": "a", "numbers": [1, None, 3],
        "lists": [["a", None], [], None], "point": {"x": 1, "words": ["w"]},
        "points": [{"x": None, "words": None}, None, {"x": 2, "words": []}], "counts": [("a", 1), ("b", None)]}
    empty = {"numbers": [], "lists": [], "points": [], "counts": [], "point": {"x": None, "words": []}, "category": "b",
             "long": "", "raw": b""}
    return pa.Table.from_pylist([full, {}, empty, full], schema=schema)


def parquet():
    files = {"hub": written(hub(40), row_group_size=16, data_page_size=256),
             "same": written(texts(100), row_group_size=40),
             "shapes": written(shapes())}
    for codec in "none", "snappy", "gzip", "zstd":
        files[codec] = written(hub(20), compression=codec)
    files["second version"] = written(hub(40), data_page_version="2.0", data_page_size=256, version="2.6")
    files["no dictionary"] = written(shapes(), use_dictionary=False, compression="none")
    files["differences"] = written(shapes().append_column("more", pa.array([7, 8, 9, -2**40])), use_dictionary=False,
                                   column_encoding={"more": "DELTA_BINARY_PACKED", "long": "DELTA_BYTE_ARRAY",
                                                    "raw": "DELTA_LENGTH_BYTE_ARRAY", "whole": "BYTE_STREAM_SPLIT"})
    files["checksums"] = written(hub(20), write_page_checksum=True)
    files["many pages"] = written(texts(200).append_column("n", pa.array(range(200))), data_page_size=512,
                                  write_batch_size=4)
    files["no rows"] = written(hub(0))
    return files


def refused():
    return {codec: file(hub(2), compression=codec) for codec in ("brotli", "lz4")}


def bad_text():
    """Three rows, of which the second has a `chosen` that is no UTF-8."""
    data = pa.array([b"good", b"g\xffod", b"good"])
    chosen = pa.Array.from_buffers(pa.string(), 3, data.buffers())
    others = pa.array(["a", "b", "c"])
    return file(pa.Table.from_arrays([others, chosen, others], schema=TEXTS))


def arena():
    """How many rows Python reads, and sha256 of all names and values, each with a zero after it."""
    with open(ARENA, newline="", encoding="utf-8") as arena_file:
        rows = list(csv.DictReader(arena_file))
    digest = hashlib.sha256()
    for row in rows:
        for name, value in row.items():
            digest.update(name.encode() + b"\0" + value.encode() + b"\0")
    return {"rows": len(rows), "sha256": digest.hexdigest()}


if __name__ == "__main__":
    golden.write("libs/preference-data", "containers",
                 {"parquet": parquet(), "refusedParquet": refused(), "badText": bad_text(),
                  "arena": arena()}, packages=["pyarrow"])
