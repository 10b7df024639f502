package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.acceptance.platform.EventClient;
import io.kernelign.acceptance.platform.EventClient.Event;
import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A job that is followed by its events over connections that do not last. */
@ExtendWith(SharedPlatform.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FollowedJobTest {

    private static final int CUTS = 100;
    private static final int MOST_BYTES_LOST = 60;

    private final Jobs jobs;

    FollowedJobTest(Platform platform) {
        jobs = new Jobs(platform.http());
    }

    @Test
    void a_client_that_is_cut_off_a_hundred_times_sees_every_event_once_and_in_order() throws Exception {
        var id = jobs.submit(Map.of(
                "model",
                TinyModel.NAME,
                "dataset",
                jobs.upload("?name=followed", TinyPairs.rows()),
                "objective",
                Map.of(),
                "training",
                Map.of("steps", 400, "batchTokens", 256, "checkpointSteps", 4),
                "evaluation",
                Map.of("everySteps", 4)));
        var client = new EventClient(jobs.http().url() + "/api/v1/jobs/" + id + "/events");
        var random = new Random(1);
        int cuts = 0;
        for (; cuts < CUTS && !client.ended(); cuts++) {
            client.follow(random.nextInt(3), random.nextInt(MOST_BYTES_LOST));
        }
        assertThat(cuts).as("it was followed while there was something to come").isEqualTo(CUTS);
        client.followToTheEnd();

        var events = jobs.events(id);
        assertThat(client.seen())
                .filteredOn(event -> event.id() != null)
                .extracting(Event::id)
                .containsExactlyElementsOf(
                        events.stream().map(event -> event.get("id").asString()).toList());
        assertThat(client.seen())
                .hasSize(events.size() + 1)
                .last()
                .extracting(Event::name)
                .isEqualTo("end");
    }
}
