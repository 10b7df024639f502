package io.kernelign.benchmarks.selection.speed;

import static io.kernelign.benchmarks.Measured.median;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What measuring and embedding cost, for people and for programs. */
record SpeedPage(int pairs, int dimension, int rounds, ScanDuel scan, EmbeddingDuel embedding) {

    Report report() {
        return new Report("selection", Optional.of("speed"), text(), figures());
    }

    List<Figure> figures() {
        return List.of(
                Figure.lower(
                        "scan_ratio",
                        seconds(scan.measuring()) / seconds(scan.reading()),
                        "times",
                        "reading the same bytes",
                        2),
                Figure.higher(
                        "script_ratio",
                        seconds(scan.python()) / seconds(scan.measuring()),
                        "times",
                        "NumPy and scikit-learn",
                        5),
                Figure.lower("floats_per_pair", scan.floatsPerPair(), "floats", "what is kept of a pair", 3),
                Figure.higher(
                        "embedding_ratio",
                        seconds(embedding.python()) / seconds(embedding.ours()),
                        "times",
                        "Python's ONNX Runtime",
                        1));
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                """
                %,d pairs of three vectors of %d floats each, %.1f GB in one file, which the page cache holds as far as it can:
                read from its beginning to its end by one thread, 1 MiB at a time; measured by Kernelign (distances and all
                eight metrics, with 100 random swaps and 100 random orders, on all cores; the file was opened and its SHA-256
                checked before); and measured by `benchmarks/peers/measure_pairs.py` with NumPy and scikit-learn. Medians of %d
                alternating rounds. `floats_per_pair` is what measuring allocates, kept or not, for each pair by which a file is
                larger. The metrics without random numbers differ by at most %.0e.

                | | s | GB/s |
                | --- | --- | --- |
                | read | %.2f | %.2f |
                | measured by Kernelign | %.2f | %.2f |
                | measured by Python | %.2f | %.2f |
                | opened and its SHA-256 checked, once | %.2f | %.2f |

                %,d different texts embedded with all-MiniLM-L6-v2 by Kernelign and by `benchmarks/peers/embed_texts.py` with
                Python's ONNX Runtime, both sorted by length and on %d threads, tokenising included. The vectors differ by at
                most %.0e.

                | | texts/s |
                | --- | --- |
                | Kernelign | %.0f |
                | Python | %.0f |
                """,
                pairs,
                dimension,
                scan.bytes() / 1e9,
                rounds,
                scan.difference(),
                seconds(scan.reading()),
                rate(seconds(scan.reading())),
                seconds(scan.measuring()),
                rate(seconds(scan.measuring())),
                seconds(scan.python()),
                rate(seconds(scan.python())),
                scan.checking(),
                rate(scan.checking()),
                embedding.texts(),
                Runtime.getRuntime().availableProcessors(),
                embedding.difference(),
                embedding.texts() / seconds(embedding.ours()),
                embedding.texts() / seconds(embedding.python()));
    }

    private double rate(double seconds) {
        return scan.bytes() / 1e9 / seconds;
    }

    private static double seconds(List<Double> rounds) {
        return median(rounds.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
