package io.kernelign.training;

import io.kernelign.training.memory.SystemFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The energy that the machine's processor packages have taken, by the counters of Linux's powercap (RAPL); whatever else
 * runs on them is in it. Many systems let only root read them.
 */
final class PackageEnergy {

    private static final String FOLDER = "sys/class/powercap";
    private static final double MICRO = 1e-6;

    private final SystemFiles files;
    private final List<String> packages;
    private Map<String, Long> last;

    PackageEnergy(SystemFiles files) {
        this.files = files;
        packages = files.names(FOLDER).stream()
                .filter(name -> name.matches("intel-rapl:\\d+"))
                .map(name -> FOLDER + "/" + name)
                .filter(zone -> counter(zone).isPresent())
                .toList();
        last = counters();
    }

    /** Joules since this was last asked for, or made; empty where the machine does not tell. */
    OptionalDouble sinceLast() {
        if (packages.isEmpty()) {
            return OptionalDouble.empty();
        }
        var now = counters();
        double micro = 0;
        for (var zone : packages) {
            long taken = now.get(zone) - last.get(zone);
            micro += taken < 0 ? taken + range(zone) : taken;
        }
        last = now;
        return OptionalDouble.of(micro * MICRO);
    }

    private Map<String, Long> counters() {
        var counters = new LinkedHashMap<String, Long>();
        packages.forEach(zone -> counters.put(zone, counter(zone).orElse(last == null ? 0 : last.get(zone))));
        return counters;
    }

    private OptionalLong counter(String zone) {
        return files.number(zone + "/energy_uj");
    }

    /** Where a counter begins again at 0. */
    private long range(String zone) {
        return files.number(zone + "/max_energy_range_uj").orElse(0);
    }
}
