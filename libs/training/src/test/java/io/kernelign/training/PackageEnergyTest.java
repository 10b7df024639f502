package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.training.memory.SystemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageEnergyTest {

    @TempDir
    Path root;

    @Test
    void packages_are_added_up_and_their_parts_are_not_counted_again() throws IOException {
        count("intel-rapl:0", 1_000_000);
        count("intel-rapl:1", 2_000_000);
        count("intel-rapl:0:0", 3_000_000);
        var energy = new PackageEnergy(new SystemFiles(root));

        count("intel-rapl:0", 2_500_000);
        count("intel-rapl:1", 2_250_000);
        count("intel-rapl:0:0", 9_000_000);

        assertThat(energy.sinceLast().getAsDouble()).isCloseTo(1.75, within(1e-9));
        assertThat(energy.sinceLast()).hasValue(0);
    }

    @Test
    void a_counter_that_began_again_at_0_has_still_counted() throws IOException {
        count("intel-rapl:0", 9_000_000);
        Files.writeString(zone("intel-rapl:0").resolve("max_energy_range_uj"), "10000000\n");
        var energy = new PackageEnergy(new SystemFiles(root));

        count("intel-rapl:0", 500_000);

        assertThat(energy.sinceLast().getAsDouble()).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void a_machine_that_does_not_tell_is_said_to_be_silent_and_not_to_take_nothing() throws IOException {
        assertThat(new PackageEnergy(new SystemFiles(root)).sinceLast()).isEmpty();

        zone("intel-rapl:0");
        assertThat(new PackageEnergy(new SystemFiles(root)).sinceLast()).isEmpty();
    }

    private void count(String zone, long microjoules) throws IOException {
        Files.writeString(zone(zone).resolve("energy_uj"), microjoules + "\n");
    }

    private Path zone(String name) throws IOException {
        return Files.createDirectories(root.resolve("sys/class/powercap").resolve(name));
    }
}
