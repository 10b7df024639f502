package io.kernelign.benchmarks.upload;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import java.util.List;
import java.util.Locale;

/** What the uploads say, for people and for programs. */
record UploadPage(long mib, int rounds, List<Double> copies, List<Upload> uploads, RowChecks rows) {

    Report report() {
        return new Report("upload", text(), figures());
    }

    List<Figure> figures() {
        return List.of(
                Figure.higher("throughput_ratio", median(copies) / median(seconds()), "times", "dd and sha256sum", 0.8),
                Figure.lower("heap_mib", heapMib(), "MiB", "the heap's limit", Gateway.HEAP),
                Figure.higher(
                        "rows_ratio",
                        median(rows.ours()) / median(rows.python()),
                        "times",
                        "a Python script that checks the same",
                        5));
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                """
                %,d MiB of JSON Lines, %,d rows of two transcripts each, sent by curl through the gateway until the data set is
                checked, stored and answered for; beside `dd conv=fsync` and `sha256sum` of the same file on the same disk.
                Medians of %d alternating rounds. The gateway runs with `-Xmx%dm`; its heap is read before each collection. Rows
                are checked by a process of Java and one of Python, with the same checks
                (`benchmarks/peers/check_pairs.py`), from file to canonical file.

                | | |
                | --- | --- |
                | dd and sha256sum | %.1f s, %.0f MB/s |
                | upload, checked and stored | %.1f s, %.0f MB/s |
                | rows checked by Kernelign | %,.0f rows/s |
                | rows checked by Python | %,.0f rows/s |
                """,
                mib,
                uploads.get(0).rows(),
                rounds,
                Gateway.HEAP,
                median(copies),
                megabytes() / median(copies),
                median(seconds()),
                megabytes() / median(seconds()),
                median(rows.ours()),
                median(rows.python()));
    }

    private double megabytes() {
        return mib * (1 << 20) / 1e6;
    }

    private List<Double> seconds() {
        return uploads.stream().map(Upload::seconds).toList();
    }

    private double heapMib() {
        return uploads.stream().mapToLong(Upload::heapMib).max().orElseThrow();
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
