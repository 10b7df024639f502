package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.SweepApi;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.SampleSweeps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.HttpClientErrorException.BadRequest;
import org.springframework.web.client.HttpClientErrorException.Conflict;

/** Requests whose answer was lost and that are sent again. */
class RepeatedRequestTest {

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final RunningService TRAINER = CountingTrainer.beside(PEERS);

    private final String key = UUID.randomUUID().toString();
    private TrainerApi trainer;

    @BeforeEach
    void client() throws IOException {
        trainer = TRAINER.client(TrainerApi.class);
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    private String submit(String ownKey, JobRequest request) {
        return submit(ownKey, false, request);
    }

    private String submit(String ownKey, boolean again, JobRequest request) {
        return trainer.create(SampleJobs.TENANT, ownKey, again, request).id();
    }

    private static JobRequest named(String name) {
        return SampleJobs.request(Map.of("steps", "1", "name", name));
    }

    @Test
    void the_same_request_with_the_same_key_is_answered_with_the_job_that_it_made() {
        var id = submit(key, named("one"));

        assertThat(submit(key, named("one"))).isEqualTo(id);
        assertThat(submit(key, reordered(named("one")))).isEqualTo(id);
        assertThat(submit(UUID.randomUUID().toString(), named("one"))).isNotEqualTo(id);
        assertThat(submit(null, named("one"))).isNotEqualTo(id);
    }

    private static JobRequest reordered(JobRequest request) {
        var spec = new LinkedHashMap<String, Object>();
        request.spec().keySet().stream()
                .sorted((a, b) -> b.compareTo(a))
                .forEach(name -> spec.put(name, request.spec().get(name)));
        return new JobRequest(spec, request.dataset());
    }

    @Test
    void the_same_key_with_another_request_is_a_conflict_that_names_what_the_first_one_made() {
        var id = submit(key, named("one"));

        assertThatThrownBy(() -> submit(key, named("two")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(key)
                .hasMessageContaining(id);
    }

    @Test
    void keys_of_another_tenant_are_others() {
        var id = submit(key, named("one"));

        assertThat(trainer.create("somebody else", key, false, named("one")).id())
                .isNotEqualTo(id);
    }

    @Test
    void a_refused_request_leaves_its_key_to_the_next() {
        var unknown = new LinkedHashMap<>(named("one").spec());
        unknown.put("model", "none");
        assertThatThrownBy(() -> submit(key, new JobRequest(unknown, SampleJobs.DATASET)))
                .isInstanceOf(BadRequest.class);

        assertThat(submit(key, named("one"))).startsWith("job_");
    }

    @Test
    void requests_at_the_same_time_make_one_job() {
        var ids = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> submit(key, named("one")))
                .toList();

        assertThat(ids).hasSize(12).containsOnly(ids.get(0));
    }

    @Test
    void after_a_day_a_key_is_free_again() {
        var id = submit(key, named("one"));
        TRAINER.bean(JdbcClient.class)
                .sql("update submission set at = at - interval '25 hours' where key = :key")
                .param("key", key)
                .update();

        assertThat(submit(key, named("two"))).isNotEqualTo(id);
    }

    @Test
    void a_request_without_a_key_that_is_sent_again_is_answered_with_the_last_one_like_it() {
        var name = UUID.randomUUID().toString();
        submit(null, named(name));
        var id = submit(null, named(name));

        assertThat(submit(null, true, named(name))).isEqualTo(id);
        assertThat(submit(null, true, named(name + " of its own"))).isNotEqualTo(id);
    }

    @Test
    void a_sweep_is_begun_once() {
        var sweeps = TRAINER.client(SweepApi.class);
        var request = SampleSweeps.request(SampleSweeps.spec(
                List.of(SampleSweeps.values("objective.kernel", List.of("none", "rbf"))), Map.of("method", "grid")));

        var id = sweeps.create(SampleJobs.TENANT, key, request).id();

        assertThat(sweeps.create(SampleJobs.TENANT, key, request).id()).isEqualTo(id);
        sweeps.cancel(SampleJobs.TENANT, id);
    }

    @Test
    void a_key_is_visible_ascii() {
        for (var bad : List.of("a".repeat(201), "with blank")) {
            assertThatThrownBy(() -> submit(bad, named("one")))
                    .isInstanceOf(BadRequest.class)
                    .hasMessageContaining("Idempotency-Key");
        }
    }
}
