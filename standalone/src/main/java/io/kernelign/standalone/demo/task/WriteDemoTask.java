package io.kernelign.standalone.demo.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Writes the task's files: the preference data set, and the model folder without weights. */
public final class WriteDemoTask {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WriteDemoTask() {}

    /** The preference pairs in the explicit conversational layout, with their {@code task} tag. */
    public static void pairs(DemoTask task, Path file) throws IOException {
        write(file, task.pairs().stream().map(WriteDemoTask::pair));
    }

    /** {@code config.json}, {@code tokenizer.json} and {@code tokenizer_config.json}. */
    public static void model(DemoTask task, Path folder) throws IOException {
        var vocabulary = Vocabulary.of(task);
        Files.createDirectories(folder);
        document(folder.resolve("config.json"), ModelFolder.config(vocabulary));
        document(folder.resolve("tokenizer.json"), ModelFolder.tokenizer(vocabulary));
        document(folder.resolve("tokenizer_config.json"), ModelFolder.tokenizerConfig());
    }

    private static Map<String, Object> pair(DemoPair pair) {
        var row = new LinkedHashMap<String, Object>();
        row.put("prompt", List.of(message("user", pair.question().text())));
        row.put("chosen", List.of(message("assistant", pair.chosen())));
        row.put("rejected", List.of(message("assistant", pair.rejected())));
        row.put("task", pair.task());
        return row;
    }

    private static Map<String, String> message(String role, String content) {
        var message = new LinkedHashMap<String, String>();
        message.put("role", role);
        message.put("content", content);
        return message;
    }

    private static void write(Path file, Stream<? extends Map<String, ?>> rows) throws IOException {
        Files.writeString(file, rows.map(JSON::writeValueAsString).collect(Collectors.joining("\n", "", "\n")));
    }

    private static void document(Path file, Map<String, Object> document) throws IOException {
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
    }
}
