package io.kernelign.trainer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.contracts.DeliveryAttempt;
import io.kernelign.contracts.DeliveryState;
import io.kernelign.contracts.DeliveryView;
import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.contracts.WebhookApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.Receiver;
import io.kernelign.trainer.testing.SampleJobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpClientErrorException.NotFound;
import tools.jackson.databind.json.JsonMapper;

class WebhookTest {

    private static final byte[] KEY =
            "a key of thirty-two bytes, no more".substring(0, 32).getBytes(UTF_8);
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
    private static final int TRIES = 3;

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final Receiver RECEIVER = new Receiver();

    @RegisterExtension
    @Order(3)
    static final RunningService TRAINER = CountingTrainer.beside(PEERS)
            .with("kernelign.webhooks.trusted-hosts", "localhost")
            .with("kernelign.webhooks.tries", String.valueOf(TRIES))
            .with("kernelign.webhooks.first-pause", "10ms");

    @TempDir
    private Path folder;

    private final String path = "/" + UUID.randomUUID();
    private SampleJobs jobs;
    private WebhookApi webhooks;

    @BeforeEach
    void client() throws IOException {
        jobs = new SampleJobs(TRAINER.client(TrainerApi.class));
        webhooks = TRAINER.client(WebhookApi.class);
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    private Map<String, Object> hook(String... events) {
        var hook = new HashMap<String, Object>(Map.of("url", RECEIVER.url(path), "secret", SECRET));
        if (events.length > 0) {
            hook.put("events", List.of(events));
        }
        return hook;
    }

    private static JobRequest request(Map<String, Object> hook, Map<String, String> tags) {
        var spec = new HashMap<>(SampleJobs.request(tags).spec());
        spec.put("webhook", hook);
        return new JobRequest(spec, SampleJobs.DATASET);
    }

    private String submit(Map<String, Object> hook) {
        return jobs.submit(request(hook, Map.of()));
    }

    private List<DeliveryView> deliveries(String job) {
        return webhooks.deliveries(SampleJobs.TENANT, job, null, 100).items();
    }

    private List<DeliveryView> settled(String job, int deliveries) {
        return Waiting.until(
                "the end of " + deliveries + " deliveries of " + job,
                () -> deliveries(job),
                all -> all.size() == deliveries
                        && all.stream().noneMatch(delivery -> delivery.state() == DeliveryState.PENDING));
    }

    private static List<Integer> statuses(DeliveryView delivery) {
        return delivery.attempts().stream().map(DeliveryAttempt::status).toList();
    }

    @Test
    void every_change_of_a_job_is_told_once_signed_and_with_its_place_in_the_log() throws Exception {
        var id = submit(hook());
        jobs.await(id, JobState.SUCCEEDED);

        assertThat(settled(id, 4))
                .extracting(DeliveryView::type)
                .containsExactly("job.succeeded", "job.evaluating", "job.training", "job.queued");
        var messages = RECEIVER.at(path);
        assertThat(messages).hasSize(4);
        for (var message : messages) {
            assertThat(message.signature()).isEqualTo("v1," + hmac(message));
            assertThat(Instant.ofEpochSecond(Long.parseLong(message.timestamp())))
                    .isBetween(Instant.now().minusSeconds(300), Instant.now());
            var data = message.json().get("data");
            assertThat(data.get("id").asString()).isEqualTo(id);
            assertThat(message.type()).isEqualTo("job." + data.get("state").asString());
            var told = jobs.events(id).stream()
                    .filter(event -> event.id() == data.get("event").asLong())
                    .findFirst()
                    .orElseThrow();
            assertThat(told.data()).containsEntry("state", data.get("state").asString());
        }
        assertThat(messages).extracting(Receiver.Message::id).doesNotHaveDuplicates();
    }

    private static String hmac(Receiver.Message message) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        var signed = message.id() + "." + message.timestamp() + "." + message.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }

    @Test
    void only_what_was_asked_for_is_told() {
        var id = submit(hook("job.succeeded", "job.failed"));
        jobs.await(id, JobState.SUCCEEDED);

        assertThat(settled(id, 1)).extracting(DeliveryView::type).containsExactly("job.succeeded");
        assertThat(jobs.get(id).webhook().events()).containsExactly("job.succeeded", "job.failed");
    }

    @Test
    void pausing_resuming_and_cancelling_are_told() throws IOException {
        var gate = folder.resolve("gate");
        var held = Map.of("holdAt", "3", "gate", gate.toString());
        var id = jobs.submit(request(hook("job.paused", "job.resumed", "job.cancelled"), held));
        jobs.awaitStep(id, 2);
        jobs.trainer().pause(SampleJobs.TENANT, id);
        settled(id, 1);
        jobs.trainer().resume(SampleJobs.TENANT, id);
        settled(id, 2);
        jobs.trainer().cancel(SampleJobs.TENANT, id);
        Files.createFile(gate);

        assertThat(settled(id, 3))
                .extracting(DeliveryView::type)
                .containsExactly("job.cancelled", "job.resumed", "job.paused");
    }

    @Test
    void a_failed_job_says_why() {
        var id = jobs.submit(request(hook("job.failed"), Map.of("failAt", "2")));
        settled(id, 1);

        assertThat(RECEIVER.at(path).get(0).json().at("/data/error").asString())
                .isEqualTo("the loss of step 2 is not a number");
    }

    @Test
    void a_receiver_that_is_away_for_a_while_gets_the_same_message_again() {
        RECEIVER.answers(503, 302);
        var delivery = settled(submit(hook("job.queued")), 1).get(0);

        assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(statuses(delivery)).containsExactly(503, 302, 204);
        assertThat(delivery.attempts())
                .extracting(DeliveryAttempt::error)
                .containsExactly(
                        "the receiver answers 503", "the receiver answers 302; redirects are not followed", null);
        var arrived = RECEIVER.at(path);
        assertThat(arrived).hasSize(TRIES).allSatisfy(message -> {
            assertThat(message.id()).isEqualTo(delivery.id());
            assertThat(message.body()).isEqualTo(delivery.body());
        });
        assertThat(RECEIVER.at("/elsewhere")).isEmpty();
    }

    @Test
    void a_receiver_that_refuses_for_good_is_left_alone_until_somebody_wishes_it_told_again() {
        RECEIVER.answers(500, 500, 500);
        var id = submit(hook("job.queued"));
        var given = settled(id, 1).get(0);
        assertThat(given.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(given.nextAttemptAt()).isNull();

        RECEIVER.answers(500);
        assertThat(webhooks.redeliver(SampleJobs.TENANT, id, given.id()).state())
                .isEqualTo(DeliveryState.PENDING);

        var again = settled(id, 1).get(0);
        assertThat(again.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(statuses(again)).containsExactly(500, 500, 500, 500, 204);
    }

    @Test
    void what_was_delivered_can_be_sent_again() {
        var id = submit(hook("job.queued"));
        var delivery = settled(id, 1).get(0).id();
        webhooks.redeliver(SampleJobs.TENANT, id, delivery);

        Waiting.until("two tries", () -> statuses(deliveries(id).get(0)), List.of(204, 204)::equals);
        assertThat(RECEIVER.at(path)).extracting(Receiver.Message::id).containsExactly(delivery, delivery);
    }

    @Test
    void a_receiver_that_is_gone_is_not_asked_again() {
        RECEIVER.answers(410);
        var delivery = settled(submit(hook("job.queued")), 1).get(0);

        assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(statuses(delivery)).containsExactly(410);
    }

    @Test
    void a_host_that_turns_out_to_be_at_a_private_address_is_told_nothing() throws IOException {
        var url = "https://" + InetAddress.getLocalHost().getHostName() + ":1/";
        var delivery = settled(submit(Map.of("url", url, "secret", SECRET, "events", List.of("job.queued"))), 1)
                .get(0);

        assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(delivery.attempts())
                .singleElement()
                .extracting(DeliveryAttempt::error)
                .asString()
                .contains("is at no public address");
    }

    @Test
    void the_log_comes_page_by_page_and_belongs_to_its_tenant() {
        var id = submit(hook());
        jobs.await(id, JobState.SUCCEEDED);
        var all = settled(id, 4);

        var paged = new ArrayList<DeliveryView>();
        String cursor = null;
        do {
            var page = webhooks.deliveries(SampleJobs.TENANT, id, cursor, 1);
            paged.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(paged).isEqualTo(all);
        assertThatThrownBy(() -> webhooks.deliveries("other", id, null, 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> webhooks.redeliver("other", id, all.get(0).id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> webhooks.redeliver(SampleJobs.TENANT, id, "msg_none"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nobody_is_shown_the_secret() {
        var id = submit(hook("job.queued"));
        settled(id, 1);

        var shown = JsonMapper.shared().writeValueAsString(List.of(jobs.get(id), jobs.events(id), deliveries(id)));
        assertThat(shown).contains(RECEIVER.url(path)).doesNotContain(SECRET);
        assertThat(jobs.get(id).spec()).doesNotContainKey("webhook");
    }

    @Test
    void a_bad_secret_is_refused_and_not_shown() {
        var bad = "whsec_short";
        assertThatThrownBy(() -> submit(Map.of("url", RECEIVER.url(path), "secret", bad)))
                .isInstanceOf(HttpClientErrorException.BadRequest.class)
                .hasMessageContaining("webhook.secret is not as it has to be; accepted is whsec_ and 24 to 64 bytes")
                .message()
                .doesNotContain(bad);
    }

    @Test
    void an_address_that_cannot_be_public_is_refused_at_once() {
        for (var url : List.of("https://127.0.0.1/", "http://example.com/", "https://169.254.169.254/latest", "hook")) {
            assertThatThrownBy(() -> submit(Map.of("url", url, "secret", SECRET)))
                    .isInstanceOf(HttpClientErrorException.BadRequest.class)
                    .hasMessageContaining("webhook.url is ")
                    .hasMessageContaining(url)
                    .hasMessageContaining("accepted is an https URL");
        }
        assertThatThrownBy(() -> submit(hook("job.exploded")))
                .hasMessageContaining("webhook.events[0] is ")
                .hasMessageContaining("job.succeeded");
    }

    @Test
    void a_trainer_that_stopped_tells_what_it_had_to_tell_when_it_starts_again() throws IOException {
        RECEIVER.answers(503);
        var id = submit(hook("job.queued"));
        TRAINER.stop();
        TRAINER.start();
        client();

        assertThat(settled(id, 1)).extracting(DeliveryView::state).containsExactly(DeliveryState.DELIVERED);
    }
}
