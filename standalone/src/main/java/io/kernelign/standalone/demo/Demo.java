package io.kernelign.standalone.demo;

import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.lora.PeftFolder;
import io.kernelign.standalone.demo.DemoReport.Sample;
import io.kernelign.standalone.demo.task.DemoTask;
import io.kernelign.standalone.demo.task.WriteDemoTask;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The demo as a client of a running platform: upload, recommendation, job, results. */
final class Demo {

    private static final int SAMPLES = 3;

    private final ApiClient api;
    private final PrintStream out;
    private final ProgressBar bar;
    private final Path modelFolder;
    private final Path workFolder;
    private final DemoTask task = DemoTask.of(DemoTask.SEED);

    Demo(String gateway, Path modelFolder, Path workFolder, PrintStream out) {
        api = new ApiClient(gateway);
        this.out = out;
        bar = new ProgressBar(out, System.console() != null);
        this.modelFolder = modelFolder;
        this.workFolder = workFolder;
    }

    DemoReport run() throws IOException, InterruptedException {
        Files.createDirectories(workFolder);
        var dataset = upload();
        recommend(dataset);
        var job = train(dataset);
        var adapter = download(job);
        return examine(job, adapter);
    }

    private String upload() throws IOException, InterruptedException {
        var file = workFolder.resolve("pairs.jsonl");
        WriteDemoTask.pairs(task, file);
        var dataset = api.upload("/datasets?name=demo", file);
        out.printf(
                "%nUploaded %d preference pairs (layout %s): %d to train on, %d held out%n",
                dataset.path("pairs").asLong(),
                dataset.path("format").asString(),
                dataset.path("trainPairs").asLong(),
                dataset.path("heldOutPairs").asLong());
        return dataset.path("id").asString();
    }

    private void recommend(String dataset) throws IOException, InterruptedException {
        out.println("\nWhich kernel and divergence fit these data?");
        var id = api.post("/recommendations", Map.of("datasetId", dataset))
                .path("id")
                .asString();
        var done = api.await(
                "/recommendations/" + id,
                answer -> !"running".equals(answer.path("state").asString()),
                answer -> bar.show("measuring", answer.path("progress").asDouble(), ""));
        bar.end();
        require(done, "succeeded");
        for (var metric : done.path("metrics")) {
            out.printf(
                    Locale.ROOT,
                    "  %-15s %8s   %s%n",
                    metric.path("name").asString(),
                    metric.path("value").isNull()
                            ? "-"
                            : String.format(
                                    Locale.ROOT, "%.3f", metric.path("value").asDouble()),
                    metric.path("meaning").asString());
        }
        done.path("reasons").forEach(reason -> out.println("  -> " + reason.asString()));
    }

    private JsonNode train(String dataset) throws IOException, InterruptedException {
        var spec = Map.of(
                "name",
                "demo",
                "model",
                DemoModel.NAME,
                "dataset",
                dataset,
                "objective",
                "auto",
                "training",
                DemoTraining.SETTINGS);
        var job = api.post("/jobs", spec);
        out.println("\nTraining (job " + job.path("id").asString() + ", objective: auto)");
        var done = api.await(
                "/jobs/" + job.path("id").asString(),
                answer -> List.of("succeeded", "failed", "cancelled")
                        .contains(answer.path("state").asString()),
                this::showProgress);
        bar.end();
        require(done, "succeeded");
        return done;
    }

    private void showProgress(JsonNode job) {
        var progress = job.path("progress");
        double total = Math.max(1, progress.path("totalSteps").asDouble(1));
        var details = new ArrayList<String>();
        if (progress.path("loss").isNumber()) {
            details.add(String.format(
                    Locale.ROOT, "loss %.3f", progress.path("loss").asDouble()));
        }
        if (progress.path("accuracy").isNumber()) {
            details.add(String.format(
                    Locale.ROOT,
                    "held-out accuracy %.2f",
                    progress.path("accuracy").asDouble()));
        }
        if (progress.path("secondsLeft").isNumber()) {
            details.add(progress.path("secondsLeft").asLong() + " s left");
        }
        bar.show(job.path("state").asString(), progress.path("step").asDouble(0) / total, String.join(", ", details));
    }

    private Path download(JsonNode job) throws IOException, InterruptedException {
        var folder = Files.createDirectories(workFolder.resolve("adapter"));
        var path = "/jobs/" + job.path("id").asString() + "/artifacts/";
        for (var file : List.of(PeftFolder.CONFIG, PeftFolder.WEIGHTS)) {
            api.download(path + file, folder.resolve(file));
        }
        return folder;
    }

    private DemoReport examine(JsonNode job, Path adapterFolder) throws IOException, InterruptedException {
        out.println("\nAsking both models " + task.exam().size() + " questions that neither has seen ...");
        var id = job.path("id").asString();
        var figures = new ArrayList<>(JobFigures.of(api.get("/jobs/" + id + "/metrics")));
        try (var examiner = new Examiner(modelFolder);
                var adapter = PeftFolder.read(adapterFolder, examiner.decoder().config())) {
            var before = examiner.answers(task.exam(), Adapter.NONE);
            var after = examiner.answers(task.exam(), adapter);
            figures.add(new Figure(
                    DemoReport.PREFERRED_SHARE,
                    "greedy answers that are preferred",
                    Examiner.preferredShare(task.exam(), before),
                    Examiner.preferredShare(task.exam(), after)));
            var samples = new ArrayList<Sample>();
            for (int i = 0; i < SAMPLES; i++) {
                samples.add(new Sample(task.exam().get(i).text(), before.get(i), after.get(i)));
            }
            return new DemoReport(id, objective(job), figures, samples, adapterFolder);
        }
    }

    private static Map<String, Object> objective(JsonNode job) {
        var objective = new LinkedHashMap<String, Object>();
        job.path("spec")
                .path("objective")
                .properties()
                .forEach(field -> objective.put(field.getKey(), field.getValue()));
        return objective;
    }

    private static void require(JsonNode answer, String state) throws IOException {
        if (!state.equals(answer.path("state").asString())) {
            throw new IOException("ended as " + answer.path("state").asString() + ": "
                    + answer.path("error").asString(""));
        }
    }
}
