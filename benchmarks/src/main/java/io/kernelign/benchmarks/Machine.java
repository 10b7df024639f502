package io.kernelign.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that a benchmark runs on. */
public final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Path OWN_STATUS = Path.of("/proc/self/status");

    private Machine() {}

    /** Processor, cores, system, Java: one line. */
    public static String describe() {
        return processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + System.getProperty("os.name") + ", Java " + System.getProperty("java.version");
    }

    private static String processor() {
        if (!Files.exists(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        return field(PROCESSORS, "model name");
    }

    /** The most memory that this process ever held, bytes; needs Linux. */
    public static long peakBytes() {
        return bytes("VmHWM");
    }

    /** The memory that this process holds now, bytes; needs Linux. */
    public static long residentBytes() {
        return bytes("VmRSS");
    }

    private static long bytes(String field) {
        return 1024 * Long.parseLong(field(OWN_STATUS, field).replaceAll("\\D", ""));
    }

    private static String field(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
