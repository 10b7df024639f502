package io.kernelign.trainer.work;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.hub.HubModel;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobData;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The README.md that lies beside what a job has trained: what it was made of and what came out. */
final class ModelCard {

    private ModelCard() {}

    /**
     * @param spec the resolved spec
     * @param values of the last evaluation, by name
     * @param explanations sentences on what strikes in the values
     */
    static String of(Job job, Map<String, Object> spec, Map<String, Double> values, List<String> explanations) {
        boolean whole = ((Map<?, ?>) spec.get("training")).get("method").equals("full");
        return """
                ---
                base_model: %s
                library_name: %s
                ---

                # %s

                %s `%s`, aligned with human preferences by Kernelign (job `%s`).

                ## Data

                %s

                ## Objective

                ```json
                %s
                ```

                ## Training

                The seed is part of the settings; the same settings on the same data give the same result.

                ```json
                %s
                ```

                ## What strikes

                %s

                ## Held-out pairs after training

                | metric | value |
                | --- | --- |
                %s""".formatted(
                        HubModel.publicName((String) spec.get("model")),
                        whole ? "transformers" : "peft",
                        job.name(),
                        whole ? "All weights of" : "A LoRA adapter for",
                        spec.get("model"),
                        job.id(),
                        data(job.data(), spec),
                        json(spec.get("objective")),
                        json(spec.get("training")),
                        list(explanations),
                        rows(values));
    }

    private static String data(JobData data, Map<String, Object> spec) {
        if (spec.get("fold") instanceof Map<?, ?> fold) {
            return whole(
                    data.training(),
                    "but those of fold %s of %s (seed %s) to train on, those held out"
                            .formatted(fold.get("index"), fold.get("of"), fold.get("seed")));
        }
        return data.evaluation() == null
                ? split(data.training())
                : whole(data.training(), "to train on") + "\n\n" + whole(data.evaluation(), "held out");
    }

    private static String whole(DatasetRef dataset, String use) {
        return "%s (`%s`): all %d pairs %s. SHA-256 of the pairs: `%s`."
                .formatted(dataset.name(), dataset.id(), dataset.allPairs(), use, dataset.contentHash());
    }

    private static String split(DatasetRef dataset) {
        return "%s (`%s`): %d pairs to train on, %d held out. SHA-256 of the pairs: `%s`."
                .formatted(
                        dataset.name(),
                        dataset.id(),
                        dataset.trainPairs(),
                        dataset.heldOutPairs(),
                        dataset.contentHash());
    }

    private static String json(Object value) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    private static String list(List<String> sentences) {
        return sentences.isEmpty()
                ? "Nothing of what is looked for: fallen chosen rewards, over-fitting, a task that got worse, a collapsed"
                        + " mixture, a layer far outside the usual."
                : sentences.stream().map(sentence -> "- " + sentence).collect(Collectors.joining("\n"));
    }

    private static String rows(Map<String, Double> values) {
        var rows = new StringBuilder();
        new TreeMap<>(values)
                .forEach((name, value) ->
                        rows.append("| %s | %s |%n".formatted(name, value == null ? "-" : "%.6g".formatted(value))));
        return rows.toString();
    }
}
