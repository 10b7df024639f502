package io.kernelign.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.contracts.CandidateView;
import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.EmbeddingFitView;
import io.kernelign.contracts.EmbeddingMap;
import io.kernelign.contracts.EmbeddingsApi;
import io.kernelign.contracts.EmbeddingsView;
import io.kernelign.contracts.RecommendationRequest;
import io.kernelign.contracts.RecommendationState;
import io.kernelign.contracts.RecommendationView;
import io.kernelign.contracts.RuleView;
import io.kernelign.contracts.SelectionMetricView;
import io.kernelign.contracts.SelectorApi;
import io.kernelign.data.embedding.EmbeddingFile;
import io.kernelign.data.embedding.EmbeddingOrigin;
import io.kernelign.data.embedding.FitFile;
import io.kernelign.objective.embedding.EmbeddingSpread;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** selector-service over HTTP, on a real PostgreSQL and with the real encoder. */
class SelectorServiceTest {

    @RegisterExtension
    static final RunningService SELECTOR = RunningService.of(SelectorApplication.class, SelectorApplication.NAME)
            .with("kernelign.services.trainer", "http://localhost:1");

    private static final String TENANT = "acme";

    private static SelectorApi api() {
        return SELECTOR.client(SelectorApi.class);
    }

    private static BlobStore blobs() {
        return SELECTOR.bean(BlobStore.class);
    }

    private static RecommendationView start(DatasetRef dataset, Map<String, Object> options) {
        return api().recommend(TENANT, new RecommendationRequest(dataset, options));
    }

    private static RecommendationView ended(RecommendationView started) {
        return Waiting.until(
                "the end of a recommendation",
                () -> api().recommendation(TENANT, started.id()),
                view -> view.state() != RecommendationState.RUNNING);
    }

    @Test
    void every_pair_of_a_data_set_is_embedded_once_for_whoever_asks_again() throws IOException {
        var dataset = GeneratedPairs.of(24, 5).store(blobs());
        var embeddings = SELECTOR.client(EmbeddingsApi.class);

        var first = embeddings.embeddings(TENANT, dataset);
        var done = Waiting.until(
                "the embeddings", () -> embeddings.embeddings(TENANT, dataset), view -> view.key() != null);
        var file = blobs().localPath(done.key());
        var written = Files.getLastModifiedTime(file);

        assertThat(first.error()).isNull();
        assertThat(done).isEqualTo(new EmbeddingsView("minilm", 1, done.key(), done.fitKey(), null));
        assertThat(EmbeddingFile.read(file).pairs())
                .hasSize((int) (dataset.trainPairs() + dataset.heldOutPairs()))
                .allSatisfy(pair -> {
                    var vector = EmbeddingFile.read(file).vector(pair.chosen());
                    assertThat(vector).hasSize(384);
                });
        assertThat(embeddings.embeddings(TENANT, dataset)).isEqualTo(done);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    }

    @Test
    void embeddings_that_are_damaged_are_made_again_for_whoever_asks() throws IOException {
        var dataset = GeneratedPairs.of(12, 6).store(blobs());
        var embeddings = SELECTOR.client(EmbeddingsApi.class);
        var whole = Waiting.until(
                "the embeddings", () -> embeddings.embeddings(TENANT, dataset), view -> view.key() != null);
        var before = Files.readAllBytes(blobs().localPath(whole.key()));
        blobs().put(whole.key(), out -> out.write(Arrays.copyOf(before, before.length - 8)));

        var again = Waiting.until(
                "the embeddings, made again", () -> embeddings.embeddings(TENANT, dataset), view -> view.key() != null);

        assertThat(Files.readAllBytes(blobs().localPath(again.key()))).isEqualTo(before);
    }

    @Test
    void a_data_set_whose_pairs_are_gone_cannot_be_embedded_and_the_answer_says_so() {
        var dataset = new DatasetRef("ds_gone", "gone", "0".repeat(64), "pairs/none.jsonl", 1, 1);
        var embeddings = SELECTOR.client(EmbeddingsApi.class);

        var failed = Waiting.until(
                "the failure", () -> embeddings.embeddings(TENANT, dataset), view -> view.error() != null);

        assertThat(failed.key()).isNull();
        assertThat(failed.error()).contains("pairs/none.jsonl");
    }

    @Test
    void a_data_set_is_measured_and_an_objective_recommended_with_everything_that_led_there() throws IOException {
        var dataset = GeneratedPairs.of(240, 1).store(blobs());

        var started = start(dataset, Map.of());
        assertThat(started.state()).isEqualTo(RecommendationState.RUNNING);
        assertThat(started.datasetId()).isEqualTo("ds_1");
        var answer = ended(started);

        assertThat(answer.error()).isNull();
        assertThat(answer.state()).isEqualTo(RecommendationState.SUCCEEDED);
        assertThat(answer.progress()).isEqualTo(1);
        assertThat(answer.pairsUsed()).isEqualTo(240);
        assertThat(answer.sampling()).isEqualTo("All 240 training pairs were measured.");
        assertThat(answer.encoder()).isEqualTo("minilm");
        assertThat(answer.thresholds()).isEqualTo("relative");
        assertThat(answer.alternatives()).singleElement().satisfies(paper -> {
            assertThat(paper.thresholds()).isEqualTo("paper");
            assertThat(paper.reasons()).hasSizeGreaterThanOrEqualTo(2);
        });
        assertThat(answer.metrics())
                .extracting(SelectionMetricView::name)
                .containsExactly("pnd", "pnav", "tat", "nag", "supportOverlap", "drift", "kurtosis", "smoothness");
        assertThat(answer.metrics()).allMatch(metric -> metric.value() != null);
        assertThat(answer.metrics())
                .allMatch(metric -> metric.interval().low() <= metric.interval().high());
        assertThat(answer.stability().kernel()).isBetween(0.0, 1.0);
        assertThat(answer.candidates()).hasSize(42);
        assertThat(answer.candidates().stream().filter(CandidateView::recommended))
                .singleElement()
                .satisfies(best -> {
                    assertThat(answer.objective()).containsEntry("kernel", Map.of("name", best.kernel()));
                    assertThat(answer.objective()).containsEntry("divergence", Map.of("name", best.divergence()));
                });
        assertThat(value(answer, "nag"))
                .as("chosen answers lie nearer to their questions")
                .isPositive();
        assertThat(value(answer, "pnd")).isNegative();
        var kernel = answer.kernelTrace().stream().filter(RuleView::fired).findFirst();
        assertThat(answer.objective().get("kernel"))
                .isEqualTo(Map.of("name", kernel.map(RuleView::choice).orElse("hmk")));
        assertThat(answer.objective()).containsOnlyKeys("formulation", "kernel", "divergence", "embedding");
        assertThat(answer.objective()).containsEntry("embedding", Map.of("source", "external"));
        assertThat(answer.reasons()).isNotEmpty();
        assertThat(answer.warnings()).isEmpty();
        assertThat(blobs().exists(answer.embeddingsKey())).isTrue();
        assertThat(answer.finishedAt()).isAfterOrEqualTo(answer.createdAt());
    }

    @Test
    void measured_texts_are_laid_out_in_the_plane_in_which_they_vary_most() throws IOException {
        var measured = ended(start(GeneratedPairs.of(60, 9).store(blobs()), Map.of()));

        var map = api().map(TENANT, measured.id());

        assertThat(map.encoder()).isEqualTo("minilm");
        assertThat(map.explainedX()).isGreaterThanOrEqualTo(map.explainedY()).isBetween(0.0, 1.0);
        assertThat(map.points()).hasSize(180);
        assertThat(map.points().subList(0, 3))
                .extracting(EmbeddingMap.Point::side)
                .containsExactly("prompt", "chosen", "rejected");
        assertThat(map.points().stream().mapToDouble(EmbeddingMap.Point::x).sum())
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void a_recommendation_carries_what_its_kernel_takes_from_the_data_and_jobs_are_given_the_same() throws IOException {
        var dataset = GeneratedPairs.of(130, 21).store(blobs());
        var recommended = ended(start(dataset, Map.of("seed", 5, "limit", 100))).embeddingFit();
        var made = Files.getLastModifiedTime(blobs().localPath(recommended.key()));

        var given = Waiting.until(
                "the embeddings",
                () -> SELECTOR.client(EmbeddingsApi.class).embeddings(TENANT, dataset),
                view -> view.key() != null);

        assertThat(given.fitKey()).isEqualTo(recommended.key());
        assertThat(Files.getLastModifiedTime(blobs().localPath(given.fitKey()))).isEqualTo(made);
        var spread = spread(recommended.key(), dataset);
        assertThat(recommended).isEqualTo(new EmbeddingFitView(given.fitKey(), "minilm", 130, 384, spread.median()));
        assertThat(spread.median())
                .as("the median distance of unit vectors")
                .isCloseTo((float) medianDistance(given.key()), within(0.05f));
        assertThat(ended(start(dataset, Map.of("seed", 6, "limit", 100))).embeddingFit())
                .isEqualTo(recommended);
    }

    private static EmbeddingSpread spread(String key, DatasetRef dataset) throws IOException {
        var origin = new EmbeddingOrigin("minilm", dataset.contentHash());
        return EmbeddingSpread.read(FitFile.read(blobs().localPath(key), origin));
    }

    /** Of the texts of all pairs, in a way of its own. */
    private static double medianDistance(String key) throws IOException {
        var file = EmbeddingFile.read(blobs().localPath(key));
        var vectors = file.pairs().stream()
                .flatMapToInt(pair -> IntStream.of(pair.prompt(), pair.chosen(), pair.rejected()))
                .mapToObj(file::vector)
                .toList();
        var distances = IntStream.range(0, vectors.size())
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, i).mapToDouble(j -> distance(vectors.get(i), vectors.get(j))))
                .sorted()
                .toArray();
        return distances[distances.length / 2];
    }

    private static double distance(float[] u, float[] v) {
        return Math.sqrt(IntStream.range(0, u.length)
                .mapToDouble(i -> (u[i] - v[i]) * (u[i] - v[i]))
                .sum());
    }

    @Test
    void a_fit_that_is_damaged_is_made_again() throws IOException {
        var dataset = GeneratedPairs.of(60, 22).store(blobs());
        var whole = ended(start(dataset, Map.of())).embeddingFit();
        var before = Files.readAllBytes(blobs().localPath(whole.key()));
        blobs().put(whole.key(), out -> out.write(Arrays.copyOf(before, before.length - 8)));

        var again = ended(start(dataset, Map.of("limit", 500))).embeddingFit();

        assertThat(again).isEqualTo(whole);
        assertThat(Files.readAllBytes(blobs().localPath(again.key()))).isEqualTo(before);
    }

    @Test
    void embeddings_are_made_once_and_again_when_they_are_damaged() throws IOException {
        var dataset = GeneratedPairs.of(120, 2).store(blobs());
        var first = ended(start(dataset, Map.of()));
        var file = blobs().localPath(first.embeddingsKey());
        var made = Files.getLastModifiedTime(file);

        var second = ended(start(dataset, Map.of("limit", 500)));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(made);
        assertThat(second.embeddingsKey()).isEqualTo(first.embeddingsKey());
        assertThat(second.metrics()).isEqualTo(first.metrics());

        blobs().put(first.embeddingsKey(), InputStream.nullInputStream());
        assertThat(ended(start(dataset, Map.of("limit", 600))).metrics()).isEqualTo(first.metrics());
        assertThat(Files.size(file)).isPositive();
    }

    @Test
    void the_same_pairs_measured_in_the_same_way_are_answered_at_once() throws IOException {
        var dataset = GeneratedPairs.of(110, 11).store(blobs());
        var first = ended(start(dataset, Map.of("seed", 3)));

        var again = start(dataset, Map.of("seed", 3));

        assertThat(again.state()).isEqualTo(RecommendationState.SUCCEEDED);
        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(again.metrics()).isEqualTo(first.metrics());
        assertThat(again.objective()).isEqualTo(first.objective());
        assertThat(again.finishedAt()).isNotNull();
        assertThat(start(dataset, Map.of("seed", 4)).state()).isEqualTo(RecommendationState.RUNNING);
    }

    @Test
    void a_recommendation_that_is_cancelled_makes_way_for_the_next() throws IOException {
        var running = start(GeneratedPairs.of(2_000, 12).store(blobs()), Map.of());
        Waiting.until("some progress", () -> api().recommendation(TENANT, running.id()), view -> view.progress() > 0);

        var cancelled = api().cancel(TENANT, running.id());

        assertThat(cancelled.state()).isEqualTo(RecommendationState.CANCELLED);
        assertThat(cancelled.finishedAt()).isNotNull();
        assertThat(cancelled.objective()).isEmpty();
        var next = ended(start(GeneratedPairs.of(60, 13).store(blobs()), Map.of()));
        assertThat(next.state()).isEqualTo(RecommendationState.SUCCEEDED);
        assertThat(api().cancel(TENANT, next.id()).state()).isEqualTo(RecommendationState.SUCCEEDED);
        assertThat(api().recommendation(TENANT, running.id()).state()).isEqualTo(RecommendationState.CANCELLED);
        assertThatExceptionOfType(HttpClientErrorException.NotFound.class)
                .isThrownBy(() -> api().cancel("other", running.id()));
    }

    @Test
    void a_few_pairs_or_one_pair_many_times_lead_to_no_choice() throws IOException {
        var few = ended(start(GeneratedPairs.of(30, 14).store(blobs()), Map.of()));
        var same = ended(start(GeneratedPairs.same(200).store(blobs()), Map.of()));

        assertThat(few.reasons()).singleElement().asString().contains("the number of different pairs is 30,");
        assertThat(same.reasons()).singleElement().asString().contains("the number of different pairs is 1,");
        assertThat(same.objective()).containsEntry("kernel", Map.of("name", "none"));
        assertThat(same.objective()).as("plain DPO reads no embeddings").doesNotContainKey("embedding");
        assertThat(same.embeddingFit()).isNull();
        assertThat(same.warnings())
                .contains("199 of 200 pairs hardly differ from another one: the intervals are too narrow.");
    }

    @Test
    void a_sample_is_drawn_by_limit_and_seed() throws IOException {
        var dataset = GeneratedPairs.of(150, 3).store(blobs());

        var one = ended(start(dataset, Map.of("limit", 100, "seed", 1)));
        var other = ended(start(dataset, Map.of("limit", 100, "seed", 2)));

        assertThat(one.pairsUsed()).isEqualTo(100);
        assertThat(one.metrics()).isNotEqualTo(other.metrics());
        assertThat(one.warnings()).singleElement().asString().startsWith("Only 100 pairs were measured");
    }

    @Test
    void no_more_pairs_are_measured_than_the_choice_needs() throws IOException {
        var dataset = GeneratedPairs.of(1_500, 8).store(blobs());

        var answer = ended(start(dataset, Map.of()));

        assertThat(answer.pairsUsed()).isIn(500L, 1_000L, 1_500L);
        double stability =
                Math.min(answer.stability().kernel(), answer.stability().divergence());
        if (answer.pairsUsed() < 1_500) {
            assertThat(stability).isGreaterThanOrEqualTo(0.95);
            assertThat(answer.sampling()).contains(" of 1,500 training pairs", "more would hardly change the choice");
        }
        assertThat(ended(start(dataset, Map.of())).metrics()).isEqualTo(answer.metrics());
    }

    @Test
    void the_papers_thresholds_are_used_when_they_are_asked_for_and_the_others_stand_beside() throws IOException {
        var dataset = GeneratedPairs.of(240, 15).store(blobs());

        var relative = ended(start(dataset, Map.of("thresholds", "relative")));
        var paper = ended(start(dataset, Map.of("thresholds", "paper")));

        assertThat(paper.thresholds()).isEqualTo("paper");
        assertThat(paper.metrics())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("thresholds")
                .isEqualTo(relative.metrics());
        assertThat(paper.metrics()).isNotEqualTo(relative.metrics());
        assertThat(paper.alternatives()).singleElement().satisfies(other -> {
            assertThat(other.thresholds()).isEqualTo("relative");
            assertThat(relative.objective()).containsEntry("kernel", Map.of("name", other.kernel()));
        });
        assertThat(relative.alternatives()).singleElement().satisfies(other -> assertThat(paper.objective())
                .containsEntry("kernel", Map.of("name", other.kernel())));
    }

    @Test
    void missing_prompts_are_warned_of() throws IOException {
        var dataset = GeneratedPairs.of(30, 4).withPrompt(" ").store(blobs());

        assertThat(ended(start(dataset, Map.of())).warnings())
                .contains("30 of 30 pairs have no prompt; their distances to it mean nothing.");
    }

    @Test
    void a_data_set_whose_pairs_are_gone_fails_in_a_sentence() {
        var gone = new DatasetRef("ds_9", "gone", "00", "pairs/gone.jsonl", 10, 0);

        var answer = ended(start(gone, Map.of()));

        assertThat(answer.state()).isEqualTo(RecommendationState.FAILED);
        assertThat(answer.error()).isEqualTo("The pairs of data set ds_9 are no longer stored.");
        assertThat(answer.objective()).isEmpty();
    }

    @Test
    void every_bad_option_is_named_with_what_is_accepted() throws IOException {
        var dataset = GeneratedPairs.of(10, 5).store(blobs());
        var options = Map.<String, Object>of("encoder", "bert", "thresholds", "mine", "limit", 5, "sede", 1);

        var refused = catchThrowableOfType(HttpClientErrorException.BadRequest.class, () -> start(dataset, options));

        var errors = errors(refused);
        assertThat(errors).containsOnlyKeys("encoder", "thresholds", "limit", "sede");
        assertThat(errors.get("encoder").get("accepted").asString()).isEqualTo("one of minilm, policy");
        assertThat(errors.get("limit").get("found").asString()).isEqualTo("5");
        assertThat(errors.get("limit").get("accepted").asString()).isEqualTo("a whole number from 100 to 20000");
        assertThat(errors.get("sede").get("message").asString()).contains("not a known field");
    }

    @Test
    void the_policys_hidden_states_need_a_model_and_nothing_else_takes_one() throws IOException {
        var dataset = GeneratedPairs.of(10, 5).store(blobs());

        var missing = catchThrowableOfType(
                HttpClientErrorException.BadRequest.class, () -> start(dataset, Map.of("encoder", "policy")));
        var needless = catchThrowableOfType(
                HttpClientErrorException.BadRequest.class, () -> start(dataset, Map.of("model", "llama")));

        assertThat(errors(missing).get("model").get("accepted").asString())
                .isEqualTo("the name of a model of the trainer, whose hidden states encoder policy takes");
        assertThat(errors(needless).get("model").get("accepted").asString())
                .isEqualTo("nothing beside encoder minilm; it is for encoder policy");
    }

    @Test
    void nothing_is_begun_while_the_trainer_is_away_whose_model_is_to_be_the_encoder() throws IOException {
        var dataset = GeneratedPairs.of(10, 5).store(blobs());

        assertThatExceptionOfType(HttpServerErrorException.ServiceUnavailable.class)
                .isThrownBy(() -> start(dataset, Map.of("encoder", "policy", "model", "llama")))
                .withMessageContaining("A service that is needed for this does not answer");
    }

    @Test
    void a_request_without_a_data_set_or_without_training_pairs_is_refused() {
        var missing = catchThrowableOfType(HttpClientErrorException.BadRequest.class, () -> start(null, Map.of()));
        assertThat(errors(missing)).containsOnlyKeys("dataset");

        var empty = new DatasetRef("ds_9", "empty", "00", "pairs/x.jsonl", 0, 10);
        var refused = catchThrowableOfType(HttpClientErrorException.BadRequest.class, () -> start(empty, Map.of()));
        assertThat(errors(refused).get("dataset").get("accepted").asString())
                .isEqualTo("a data set with at least one training pair");
    }

    @Test
    void an_unknown_id_and_another_tenants_are_404_alike() throws IOException {
        var mine = start(GeneratedPairs.of(10, 6).store(blobs()), Map.of());

        assertThatExceptionOfType(HttpClientErrorException.NotFound.class)
                .isThrownBy(() -> api().recommendation(TENANT, "rec_nobody"));
        assertThatExceptionOfType(HttpClientErrorException.NotFound.class)
                .isThrownBy(() -> api().recommendation("other", mine.id()));
        assertThat(ended(mine).state()).isEqualTo(RecommendationState.SUCCEEDED);
    }

    @Test
    void a_recommendation_that_a_restart_interrupts_goes_on_and_one_that_never_ends_is_given_up() throws Exception {
        var goesOn = start(GeneratedPairs.of(2_000, 7).store(blobs()), Map.of());
        Waiting.until("some progress", () -> api().recommendation(TENANT, goesOn.id()), view -> view.progress() > 0);

        SELECTOR.stop();
        SELECTOR.start();
        Waiting.until(
                "progress of the second attempt",
                () -> api().recommendation(TENANT, goesOn.id()),
                view -> view.progress() > 0 && attempts(goesOn.id()) == 2);

        SELECTOR.stop();
        update("update selector.recommendation set attempt = 3 where id = '" + goesOn.id() + "'");
        SELECTOR.start();
        assertThat(ended(goesOn).error()).isEqualTo("It was interrupted 3 times before it came to an end.");
    }

    private static int attempts(String id) {
        var database = SELECTOR.database();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement =
                        connection.prepareStatement("select attempt from selector.recommendation where id = ?")) {
            statement.setString(1, id);
            var row = statement.executeQuery();
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(String sql) throws Exception {
        var database = SELECTOR.database();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static double value(RecommendationView answer, String metric) {
        return answer.metrics().stream()
                .filter(each -> each.name().equals(metric))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Map<String, JsonNode> errors(HttpClientErrorException problem) {
        var errors = new HashMap<String, JsonNode>();
        List.copyOf(JsonMapper.shared()
                        .readTree(problem.getResponseBodyAsString())
                        .get("errors")
                        .values())
                .forEach(error -> errors.put(error.get("field").asString(), error));
        return errors;
    }
}
