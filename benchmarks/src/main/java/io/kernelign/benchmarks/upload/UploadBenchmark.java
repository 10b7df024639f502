package io.kernelign.benchmarks.upload;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Given;
import io.kernelign.benchmarks.GivenData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./kernelign bench upload}. */
@Command(
        name = "upload",
        mixinStandardHelpOptions = true,
        description =
                "Uploads a large file through the gateway, beside dd and sha256sum of the same file on the same disk;"
                        + " and checks rows beside a Python script that checks the same.")
public final class UploadBenchmark implements Callable<Integer> {

    private static final long MIB = 1 << 20;

    @Mixin
    private GivenData data;

    @Option(names = "--mib", defaultValue = "2048", description = "Size of the file (default: ${DEFAULT-VALUE}).")
    private long mib;

    @Option(
            names = "--python-mib",
            defaultValue = "128",
            description = "Size of the file that Python checks (default: ${DEFAULT-VALUE}).")
    private long pythonMib;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Uploads and copies, alternating (default: ${DEFAULT-VALUE}).")
    private int rounds;

    private final Path root = Given.root();

    @Override
    public Integer call() throws Exception {
        var work = Files.createDirectories(root.resolve(".cache/bench/upload"));
        var large = RepeatedRows.write(data.path(), mib * MIB, work.resolve("large.jsonl"));
        var small = RepeatedRows.write(data.path(), pythonMib * MIB, work.resolve("small.jsonl"));
        try (var gateway = Gateway.start(root, work)) {
            gateway.upload(small);
            var uploads = new ArrayList<Upload>();
            var copies = new ArrayList<Double>();
            for (int round = 1; round <= rounds; round++) {
                copies.add(Copy.seconds(large, work.resolve("copy.jsonl")));
                uploads.add(gateway.upload(large));
                System.out.printf(
                        Locale.ROOT,
                        "round %d  dd and sha256sum %.1f s, upload %.1f s, heap %d MiB%n",
                        round,
                        copies.get(round - 1),
                        uploads.get(round - 1).seconds(),
                        uploads.get(round - 1).heapMib());
            }
            var rows = RowChecks.measure(root, small, rounds);
            var page = new UploadPage(mib, rounds, copies, uploads, rows);
            page.report().write(root);
            return page.figures().stream().allMatch(Figure::met) ? 0 : 1;
        } finally {
            for (var file : List.of(large, small)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
