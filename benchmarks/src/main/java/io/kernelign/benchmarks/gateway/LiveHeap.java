package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.Child;
import io.kernelign.benchmarks.platform.ApiClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the heap of the gateway holds that is not garbage. */
record LiveHeap(ApiClient client, long process) {

    private static final String USED = "jvm_memory_used_bytes{area=\"heap\"";

    /** MiB after a collection of all of it. */
    double mib() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Child.lastLine(List.of(jcmd, String.valueOf(process), "GC.run"));
        return client.get("/actuator/prometheus")
                        .body()
                        .lines()
                        .filter(line -> line.startsWith(USED))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum()
                / (1 << 20);
    }
}
