package io.kernelign.trainer.work;

import io.kernelign.contracts.JobEvent;
import io.kernelign.training.explanation.RunHistory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was measured of a job, in all its attempts, from its log. */
final class RunHistories {

    private static final String STEP = "step";

    private RunHistories() {}

    /**
     * @param evaluations events of that type, oldest first; of two at the same step the later one counts
     * @param alphas of each weight matrix at the end
     */
    static RunHistory of(List<JobEvent> evaluations, Map<String, Double> alphas) {
        var bySteps = new TreeMap<Long, Map<String, Double>>();
        evaluations.forEach(event -> bySteps.put(((Number) event.data().get(STEP)).longValue(), figures(event)));
        return new RunHistory(bySteps, alphas);
    }

    private static Map<String, Double> figures(JobEvent event) {
        var figures = new TreeMap<String, Double>();
        event.data().forEach((name, value) -> {
            if (value instanceof Number number && !name.equals(STEP)) {
                figures.put(name, number.doubleValue());
            }
        });
        return figures;
    }
}
