package io.kernelign.standalone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The tiny base model that comes with the program. */
final class DemoModel {

    static final String NAME = "demo-concierge";

    private static final List<String> FILES =
            List.of("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json");

    private DemoModel() {}

    /** Puts the model into a models folder, where the trainer finds it; answers its own folder. */
    static Path install(Path models) throws IOException {
        var folder = Files.createDirectories(models.resolve(NAME));
        for (var file : FILES) {
            try (var content = DemoModel.class.getResourceAsStream("model/" + file)) {
                Files.copy(content, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return folder;
    }
}
