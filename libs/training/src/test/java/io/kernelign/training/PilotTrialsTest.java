package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.alignment.race.HalvingPlan;
import io.kernelign.alignment.race.Race;
import io.kernelign.alignment.race.Rung;
import io.kernelign.alignment.race.Score;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.objective.Objective;
import io.kernelign.training.TrainingEvent.Evaluated;
import io.kernelign.training.TrainingEvent.Stepped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PilotTrialsTest {

    private static final Map<String, Object> TRAINING = Map.of(
            "epochs",
            2,
            "batchTokens",
            64,
            "learningRate",
            5e-3,
            "checkpointSteps",
            1000,
            "lora",
            Map.of("layers", Map.of("top", 1), "dropout", 0.1));
    private static final Map<String, Object> HMK = Map.of("kernel", "hmk", "divergence", "jensen_shannon");
    private static final Map<String, Object> DPO = Map.of("kernel", "none", "divergence", "none");
    private static final HalvingPlan PLAN = new HalvingPlan(List.of(new Rung(2, 3, 8, 1), new Rung(2, 7, 24, 1)), 2);

    private static Decoder model;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        model = TinyTask.model();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private TrainingTask task(Map<String, Object> objective) {
        return TinyTask.of(model, objective, TRAINING, folder);
    }

    private static Objective objective(Map<String, Object> fields) {
        return Objective.TYPE.read(fields);
    }

    private boolean[] run(PilotTrials trials, Map<String, Object> objective, int rung, String name) {
        var from = rung == 0 ? Optional.<Path>empty() : Optional.of(folder.resolve(name + (rung - 1)));
        return trials.run(new PilotTrial(objective(objective), rung, from, folder.resolve(name + rung)), event -> {});
    }

    @Test
    void a_candidate_that_went_through_rungs_beside_another_ends_bit_equal_to_its_own_training() {
        try (var trials = new PilotTrials(task(DPO), PLAN, List.of(objective(HMK), objective(DPO)))) {
            for (int rung = 0; rung < 2; rung++) {
                run(trials, DPO, rung, "dpo");
                run(trials, HMK, rung, "hmk");
            }
        }

        var continued = Runs.of(task(HMK), Optional.of(folder.resolve("hmk1")), Integer.MAX_VALUE);
        var whole = Runs.toTheEnd(task(HMK));

        assertThat(continued.of(Stepped.class).get(0).step()).isEqualTo(8);
        assertThat(continued.sameAs(whole)).isTrue();
    }

    @Test
    void what_a_candidate_scores_does_not_depend_on_who_runs_beside_it() {
        boolean[] alone;
        try (var trials = new PilotTrials(task(HMK), PLAN, List.of(objective(HMK)))) {
            run(trials, HMK, 0, "alone");
            alone = run(trials, HMK, 1, "alone");
        }
        try (var trials = new PilotTrials(task(HMK), PLAN, List.of(objective(DPO), objective(HMK)))) {
            run(trials, DPO, 0, "dpo");
            run(trials, HMK, 0, "hmk");
            run(trials, DPO, 1, "dpo");

            assertThat(run(trials, HMK, 1, "hmk")).isEqualTo(alone);
        }
    }

    @Test
    void a_score_over_all_held_out_pairs_is_the_preference_accuracy_of_the_training() {
        var steps = new HashMap<>(TRAINING);
        steps.remove("epochs");
        steps.put("steps", 7);
        var evaluations = Runs.toTheEnd(TinyTask.of(model, HMK, steps, folder)).of(Evaluated.class);
        double accuracy = evaluations.get(evaluations.size() - 1).metrics().get("preference_accuracy");

        try (var trials = new PilotTrials(TinyTask.of(model, HMK, steps, folder), PLAN, List.of(objective(HMK)))) {
            run(trials, HMK, 0, "hmk");
            var score = new Score(1, 0, run(trials, HMK, 1, "hmk"));

            assertThat(score.correct()).hasSize(24);
            assertThat(score.accuracy()).isCloseTo(accuracy, within(1e-9));
        }
    }

    @Test
    void a_full_run_costs_its_tokens_and_its_parts_add_up_to_it() {
        var prices = PilotPrices.of(task(DPO));
        double tokens =
                TinyTask.pairs(48, 1).stream().mapToInt(EncodedPair::length).sum();

        assertThat(prices.fullRun()).isEqualTo(2 * tokens);
        assertThat(prices.training(prices.steps())).isEqualTo(prices.fullRun());
        assertThat(prices.reference(prices.steps())).isEqualTo(tokens / 2);
        assertThat(prices.scoring(prices.pairs()))
                .isEqualTo(TinyTask.pairs(24, 2).stream()
                                .mapToInt(EncodedPair::length)
                                .sum()
                        / 2.0);
    }

    @Test
    void a_planned_race_trains_no_more_tokens_than_its_plan_says() {
        var plan = HalvingPlan.of(4, 3, PilotPrices.of(task(DPO)));
        var names = List.of("none", "rbf", "hmk", "polynomial");
        var objectives = names.stream()
                .map(kernel -> objective(Map.of("kernel", kernel)))
                .toList();
        var race = new Race(plan, List.of(), 1);
        var steps = new ArrayList<TrainingEvent>();
        try (var trials = new PilotTrials(task(DPO), plan, objectives)) {
            for (var turn = race.next(); turn.isPresent(); turn = race.next()) {
                int candidate = turn.get().candidate();
                int rung = turn.get().rung();
                var from =
                        rung == 0 ? Optional.<Path>empty() : Optional.of(folder.resolve(candidate + "-" + (rung - 1)));
                var to = folder.resolve(candidate + "-" + rung);
                race = race.after(new Score(
                        rung,
                        candidate,
                        trials.run(new PilotTrial(objectives.get(candidate), rung, from, to), steps::add)));
            }
        }

        long planned = 0;
        long before = 0;
        for (var rung : plan.rungs().subList(0, race.rungsEnded())) {
            planned += rung.candidates() * (rung.steps() - before);
            before = rung.steps();
        }
        assertThat(steps).hasSize((int) planned).hasOnlyElementsOfType(Stepped.class);
        assertThat(plan.cost())
                .isLessThanOrEqualTo(3 * PilotPrices.of(task(DPO)).fullRun());
    }

    @Test
    void an_objective_that_reserves_pairs_cannot_share() {
        var reserving = objective(Map.of("kernel", Map.of("name", "mixture", "weights", Map.of("learnOn", "heldOut"))));

        assertThat(catchThrowable(() -> new PilotTrials(task(DPO), PLAN, List.of(reserving))))
                .hasMessageContaining("reserves pairs");
    }
}
