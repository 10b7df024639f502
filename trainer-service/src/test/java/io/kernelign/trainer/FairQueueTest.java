package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.contracts.JobView;
import io.kernelign.contracts.SharesApi;
import io.kernelign.contracts.TenantShare;
import io.kernelign.service.testing.RunningService;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.TenantJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.HttpClientErrorException.BadRequest;

/** One worker, and tenants that all want it. */
class FairQueueTest {

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final RunningService TRAINER = CountingTrainer.beside(PEERS);

    @TempDir
    private Path folder;

    private TenantJobs jobs;

    @BeforeEach
    void jobs() throws IOException {
        jobs = TenantJobs.at(TRAINER);
    }

    private Path gate() {
        return folder.resolve("gate");
    }

    private void open() throws IOException {
        Files.createFile(gate());
    }

    /** A job that has the worker until {@link #open}. */
    private void occupy() {
        jobs.awaitHold("holder", jobs.held("holder", 0, gate()));
    }

    private static SharesApi shares() {
        return TRAINER.client(SharesApi.class);
    }

    /** Names of the tenants, or of whatever stands for the jobs, in the order in which the jobs began. */
    private String begun(Map<String, String> letters, Map<String, String> tenants) {
        return letters.keySet().stream()
                .map(id -> jobs.awaitSuccess(tenants.get(id), id))
                .sorted(Comparator.comparing(JobView::startedAt))
                .map(job -> letters.get(job.id()))
                .collect(Collectors.joining());
    }

    @Test
    void a_tenant_with_a_thousand_jobs_delays_the_first_job_of_another_by_no_more_than_the_one_that_runs()
            throws IOException {
        var running = jobs.held("greedy", 0, gate());
        jobs.awaitHold("greedy", running);
        IntStream.range(1, 1000).parallel().forEach(i -> jobs.shortOne("greedy", 100));
        var other = jobs.shortOne("modest", 0);
        assertThat(jobs.get("modest", other).queue().position()).isEqualTo(1);

        open();
        var begun = jobs.awaitSuccess("modest", other).startedAt();

        assertThat(begunBefore("greedy", begun)).isEqualTo(1);
        forgetWhatWaits("greedy");
    }

    private static void forgetWhatWaits(String tenant) {
        TRAINER.bean(JdbcClient.class)
                .sql("update job set state = 'cancelled', finished_at = now() where tenant = ? and worker is null"
                        + " and finished_at is null")
                .param(tenant)
                .update();
    }

    private static long begunBefore(String tenant, Instant time) {
        return TRAINER.bean(JdbcClient.class)
                .sql("select count(*) from job where tenant = ? and started_at < ?")
                .params(tenant, time.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Test
    void tenants_have_turns_by_their_weights() throws IOException {
        occupy();
        shares().set("holder", "heavy", Map.of("weight", 2));
        var letters = new LinkedHashMap<String, String>();
        var tenants = new LinkedHashMap<String, String>();
        for (int i = 0; i < 6; i++) {
            for (var tenant : new String[] {"heavy", "light"}) {
                var id = jobs.shortOne(tenant, 0);
                letters.put(id, tenant.substring(0, 1));
                tenants.put(id, tenant);
            }
        }

        open();

        assertThat(begun(letters, tenants)).matches("(hlh|lhh|hhl){3}lll");
    }

    @Test
    void of_one_tenant_the_higher_priority_goes_first_and_the_older_of_two() throws IOException {
        occupy();
        var letters = new LinkedHashMap<String, String>();
        letters.put(jobs.shortOne("ranked", 0), "c");
        letters.put(jobs.shortOne("ranked", -5), "e");
        letters.put(jobs.shortOne("ranked", 7), "a");
        letters.put(jobs.shortOne("ranked", 7), "b");
        letters.put(jobs.shortOne("ranked", 0), "d");
        var tenants = letters.keySet().stream().collect(Collectors.toMap(id -> id, id -> "ranked"));

        open();

        assertThat(begun(letters, tenants)).isEqualTo("abcde");
    }

    @Test
    void a_job_tells_its_place_and_when_it_may_begin_for_as_long_as_it_waits() throws IOException {
        jobs.awaitSuccess("told", jobs.shortOne("told", 0));
        var before = Instant.now();
        occupy();
        var first = jobs.shortOne("told", 0);
        var second = jobs.shortOne("told", 0);

        assertThat(jobs.get("told", first).queue().position()).isEqualTo(1);
        var place = jobs.get("told", second).queue();
        assertThat(place.position()).isEqualTo(2);
        assertThat(place.expectedStart()).isBetween(before, Instant.now().plusSeconds(3600));
        jobs.trainer().pause("told", first);
        assertThat(jobs.get("told", first).queue()).isNull();
        assertThat(jobs.get("told", second).queue().position()).isEqualTo(1);
        jobs.trainer().cancel("told", first);

        open();
        assertThat(jobs.awaitSuccess("told", second).queue()).isNull();
    }

    @Test
    void a_tenant_has_weight_1_and_runs_as_much_as_there_is_room_for_unless_it_is_told_otherwise() {
        assertThat(shares().share("holder", "plain")).isEqualTo(new TenantShare(1, null));
        assertThat(shares().set("holder", "plain", Map.of("weight", 3, "runningJobs", 2)))
                .isEqualTo(new TenantShare(3, 2));
        assertThat(shares().set("holder", "plain", Map.of())).isEqualTo(new TenantShare(1, null));
        assertThatThrownBy(() -> shares().set("holder", "plain", Map.of("weight", 0, "gpus", 1)))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("a whole number from 1 to 100")
                .hasMessageContaining("gpus");
    }
}
