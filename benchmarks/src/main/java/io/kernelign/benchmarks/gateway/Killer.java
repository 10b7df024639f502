package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.platform.Database;
import io.kernelign.benchmarks.platform.Platform;
import io.kernelign.benchmarks.platform.Victim;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Kills parts of the platform at random moments, one or two at a time, and starts them again. */
final class Killer {

    private static final double TWO = 0.25;
    private static final int LONGEST_PEACE_MILLIS = 3_000;

    /** A job that kills its worker three times fails, as it should; so many deaths it has at the most before another kill. */
    private static final int DEATHS = 1;

    private static final String TRAINER = "trainer-service";

    private final Platform platform;
    private final Random random;
    private final Map<String, Integer> kills = new TreeMap<>();

    Killer(Platform platform, Random random) {
        this.platform = platform;
        this.random = random;
    }

    /** Kills after a while, and waits until all is up again. */
    void next() throws IOException, InterruptedException, SQLException {
        Thread.sleep(random.nextInt(LONGEST_PEACE_MILLIS));
        var victims = victims();
        for (var victim : victims) {
            victim.kill();
            kills.merge(victim.name(), 1, Integer::sum);
        }
        for (var victim : inOrder(victims)) {
            victim.start();
        }
        for (var part : platform.parts()) {
            part.awaitUp();
        }
    }

    private List<Victim> victims() throws SQLException {
        var all = new ArrayList<>(platform.parts());
        if (mostDeaths() > DEATHS) {
            all.removeIf(part -> part.name().equals(TRAINER));
        }
        Collections.shuffle(all, random);
        return all.subList(0, random.nextDouble() < TWO ? 2 : 1);
    }

    /** Workers that have died over a job which a worker holds. */
    private int mostDeaths() throws SQLException {
        try (var connection = platform.database().connect();
                var statement = connection.createStatement();
                var deaths = statement.executeQuery(
                        "select coalesce(max(deaths), 0) from trainer.job where worker is not null")) {
            deaths.next();
            return deaths.getInt(1);
        }
    }

    /** A service needs its database to start. */
    private static List<Victim> inOrder(List<Victim> victims) {
        return victims.stream()
                .sorted((one, other) -> Boolean.compare(other instanceof Database, one instanceof Database))
                .toList();
    }

    int kills() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<String, Integer> byName() {
        return kills;
    }
}
