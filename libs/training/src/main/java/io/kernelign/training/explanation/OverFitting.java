package io.kernelign.training.explanation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The loss of the held-out pairs had been lower than it is at the end, and that of the training pairs is lower still. */
final class OverFitting implements Rule {

    /** Share of the least loss by which the last one has to be larger. */
    private static final double RISE = 0.05;

    private static final String LOSS = "loss";

    @Override
    public Optional<String> explain(RunHistory run) {
        var last = run.end(LOSS);
        var trained = run.end("generalisation.train_loss");
        var least = run.evaluations().entrySet().stream()
                .filter(entry -> entry.getKey() > 0 && entry.getValue().containsKey(LOSS))
                .min((a, b) -> Double.compare(loss(a), loss(b)));
        if (last.isEmpty() || trained.isEmpty() || least.isEmpty()) {
            return Optional.empty();
        }
        double rise = last.getAsDouble() - loss(least.get());
        if (rise <= RISE * Math.abs(loss(least.get())) || trained.getAsDouble() >= last.getAsDouble()) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "The held-out loss was least at step %d, %.4f, and is %.4f at the end, while that of the training pairs"
                        + " was %.4f in the last epoch: since then the policy learns these pairs by heart. Fewer steps, a"
                        + " smaller learning rate or label smoothing help.",
                least.get().getKey(),
                loss(least.get()),
                last.getAsDouble(),
                trained.getAsDouble()));
    }

    private static double loss(Map.Entry<Long, Map<String, Double>> evaluation) {
        return evaluation.getValue().get(LOSS);
    }
}
