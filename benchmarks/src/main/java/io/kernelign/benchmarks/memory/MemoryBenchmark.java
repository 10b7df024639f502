package io.kernelign.benchmarks.memory;

import io.kernelign.benchmarks.Child;
import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Given;
import io.kernelign.benchmarks.GivenModel;
import io.kernelign.torch.Allocator;
import io.kernelign.torch.Device;
import io.kernelign.torch.Devices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./kernelign bench memory}. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description = "What trainings are estimated to take of memory before they start, beside what they take.")
public final class MemoryBenchmark implements Callable<Integer> {

    private static final Map<String, String> WITHOUT_JEMALLOC = Map.of("LD_PRELOAD", "");

    @Mixin
    private GivenModel model;

    private final Path root = Given.root();

    @Override
    public Integer call() throws Exception {
        var folder = model.path();
        var points = new ArrayList<MemoryPoint>();
        for (var setting : MemorySetting.ALL) {
            for (var allocator : allocators()) {
                points.add(said(new MemoryPoint(setting, allocator, run(folder, setting, allocator))));
            }
        }
        var page = new MemoryPage(folder.getFileName().toString(), points);
        page.report().write(root);
        return page.figures().stream().allMatch(Figure::met) ? 0 : 1;
    }

    /** The launcher's, and the C library's. */
    private static List<Allocator> allocators() {
        return Stream.of(Allocator.current(), Allocator.C_LIBRARY).distinct().toList();
    }

    private MemoryReading run(Path folder, MemorySetting setting, Allocator allocator)
            throws IOException, InterruptedException {
        var command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + Devices.PROPERTY + "=" + Device.CPU.name(),
                "-jar",
                root.resolve("benchmarks/target/benchmarks-exec.jar").toString(),
                "memory-run",
                "--model",
                folder.toString(),
                "--setting",
                setting.name());
        var environment = allocator == Allocator.JEMALLOC ? Map.<String, String>of() : WITHOUT_JEMALLOC;
        return JsonMapper.shared().readValue(Child.lastLine(command, environment), MemoryReading.class);
    }

    private static MemoryPoint said(MemoryPoint point) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %-10s estimated %.2f GB  taken %.2f GB  %+.1f %%%n",
                point.setting().name(),
                point.allocator(),
                point.reading().estimated() / 1e9,
                point.reading().taken() / 1e9,
                100 * point.reading().error());
        return point;
    }
}
