package io.kernelign.trainer.testing;

import io.kernelign.alignment.race.HalvingPlan;
import io.kernelign.alignment.race.Race;
import io.kernelign.alignment.race.Race.Turn;
import io.kernelign.alignment.race.Score;
import io.kernelign.contracts.JobMemory;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.training.JobListener;
import io.kernelign.trainer.training.JobTraining;
import io.kernelign.trainer.training.PilotLog;
import io.kernelign.trainer.training.PilotTraining;
import io.kernelign.trainer.training.Trained;
import io.kernelign.trainer.training.Training;
import io.kernelign.trainer.training.TrainingCost;
import io.kernelign.trainer.training.TrainingLog;
import io.kernelign.training.TrainingEvent.Checkpointed;
import io.kernelign.training.TrainingEvent.Evaluated;
import io.kernelign.training.TrainingEvent.SpectraFitted;
import io.kernelign.training.TrainingEvent.Stepped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A training small enough to read: its one parameter is a sum that depends on every step in order, so that a run that
 * lost or repeated a step ends elsewhere. Tags steer it: {@code steps}; {@code holdAt} with {@code gate}, a file that
 * is waited for before that step; {@code holdTrial}, a trial of a race that waits for it likewise; {@code dieAt}, a step that
 * kills the process; {@code failAt}, one that throws;
 * {@code score}, the preference accuracy that it ends with, or {@code unknown}.
 */
final class CountingTraining implements Training {

    private static final int CHECKPOINT_EVERY = 5;

    @Override
    public TrainingCost cost(JobSpec spec, long trainPairs, Path pairs, Optional<Path> heldOut) {
        var memory = new JobMemory(1 << 20, 1 << 30, 1 << 20, 1 << 30, true, false, List.of(), List.of());
        return new TrainingCost(number(spec, "steps", 20), 2 * trainPairs, 3, memory, Optional.empty());
    }

    @Override
    public Trained run(JobTraining task, TrainingLog listener) throws IOException {
        var spec = task.spec();
        var steps = spec.training().lastStep(number(spec, "steps", 20));
        var first = 1L;
        var sum = 0L;
        if (task.checkpoint().isPresent()) {
            var saved = Files.readString(task.checkpoint().get()).split(" ");
            first = Long.parseLong(saved[0]) + 1;
            sum = Long.parseLong(saved[1]);
            listener.warning("going on at step " + first);
        }
        for (long step = first; step <= steps; step++) {
            if (step == number(spec, "holdAt", 0)) {
                await(Path.of(spec.tags().get("gate")), step, steps, listener);
            }
            if (listener.stopping()) {
                checkpoint(task, step - 1, sum, listener);
                throw listener.stopped();
            }
            if (step == number(spec, "dieAt", 0)) {
                Runtime.getRuntime().halt(137);
            }
            if (step == number(spec, "failAt", 0)) {
                throw new IllegalStateException("the loss of step " + step + " is not a number");
            }
            sum = 31 * sum + step;
            var values = Map.of("loss", 1.0 / step, "margin", (double) step);
            listener.on(new Stepped(step, steps, 1, values));
            if (step % CHECKPOINT_EVERY == 0) {
                checkpoint(task, step, sum, listener);
            }
        }
        listener.on(new Evaluated(steps, 1, heldOut(spec)));
        listener.on(new SpectraFitted(steps, Map.of("weighted_alpha", Double.NaN)));
        var adapter = Files.writeString(task.folder().resolve("adapter_model.safetensors"), String.valueOf(sum));
        var config = Files.writeString(task.folder().resolve("adapter_config.json"), "{\"peft_type\": \"LORA\"}");
        return new Trained(List.of(adapter, config), Map.of("sum", String.valueOf(sum)));
    }

    private static void checkpoint(JobTraining task, long step, long sum, JobListener listener) throws IOException {
        var file = Files.writeString(task.folder().resolve("checkpoint"), step + " " + sum);
        listener.on(new Checkpointed(step, file));
    }

    /** A sixteenth is added for each fold before its own. Without tag {@code score}, the preference accuracy is the better the nearer the learning rate is to 1e-4. */
    private static Map<String, Double> heldOut(JobSpec spec) {
        var score = spec.tags().get("score");
        if ("unknown".equals(score)) {
            return Map.of("ranking_accuracy", 0.75, "loss", 0.5);
        }
        double accuracy = score == null
                ? 1 / (1 + Math.abs(Math.log10(spec.training().learningRate()) + 4))
                : Double.parseDouble(score);
        double byFold = spec.fold().map(fold -> fold.index() / 16.0).orElse(0.0);
        return Map.of("ranking_accuracy", 0.75, "loss", 0.5, "preference_accuracy", accuracy + byFold);
    }

    /** One candidate, tag {@code best}, ranks every pair rightly, and each other one all but the first. */
    @Override
    public void race(PilotTraining pilot, PilotLog log) throws IOException {
        var spec = pilot.job().spec();
        var prices = new CountingPrices(number(spec, "steps", 20));
        var plan = HalvingPlan.of(pilot.candidates().size(), pilot.budget(), prices);
        var race = log.begin(plan, prices.fullRun()).orElseThrow();
        for (var turn = race.next(); turn.isPresent(); turn = race.next()) {
            race = log.ended(score(turn.get(), race, spec), trial(turn.get(), race, pilot, log));
        }
        log.beginning(new Evaluated(0, 0, Map.of("ranking_accuracy", 0.5)));
    }

    private static Score score(Turn turn, Race race, JobSpec spec) {
        var correct = new boolean[race.plan().rungs().get(turn.rung()).pairs()];
        Arrays.fill(correct, true);
        correct[0] = turn.candidate() == number(spec, "best", 0);
        return new Score(turn.rung(), turn.candidate(), correct);
    }

    private static Path trial(Turn turn, Race race, PilotTraining pilot, PilotLog log) throws IOException {
        var spec = pilot.job().spec();
        var steps = number(spec, "steps", 20);
        var saved = log.checkpoint(turn).isPresent()
                ? Files.readString(log.checkpoint(turn).get()).split(" ")
                : new String[] {"0", "0"};
        var sum = Long.parseLong(saved[1]);
        var last = race.plan().rungs().get(turn.rung()).steps();
        for (long step = Long.parseLong(saved[0]) + 1; step <= last; step++) {
            sum = 31 * sum + step;
            log.on(new Stepped(step, steps, 1, Map.of("loss", 1.0 / step)));
        }
        if (race.scores().size() == number(spec, "holdTrial", -1)) {
            while (!Files.exists(Path.of(spec.tags().get("gate")))) {
                log.check();
                LockSupport.parkNanos(20_000_000);
            }
        }
        return Files.writeString(pilot.job().folder().resolve("trial"), last + " " + sum);
    }

    /** A step that takes as long as it likes: it is reported again and again until the gate is there, or all is laid down. */
    private static void await(Path gate, long step, long steps, TrainingLog listener) {
        while (!Files.exists(gate) && !listener.stopping()) {
            listener.on(new Stepped(step - 1, steps, 1, Map.of("loss", 1.0)));
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** What a run of so many steps ends with. */
    static long sumAfter(long steps) {
        var sum = 0L;
        for (long step = 1; step <= steps; step++) {
            sum = 31 * sum + step;
        }
        return sum;
    }

    private static long number(JobSpec spec, String tag, long otherwise) {
        return Long.parseLong(spec.tags().getOrDefault(tag, String.valueOf(otherwise)));
    }
}
