package io.kernelign.lm;

import io.kernelign.chat.ChatTemplate;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.tokenizer.TokenIds;
import io.kernelign.lm.tokenizer.Tokenizer;
import io.kernelign.lm.tokenizer.TokenizerConfig;
import io.kernelign.lm.weights.WeightFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Hugging Face model folder in which everything was checked that can be without computing: all files are there, each
 * is valid, and the weights are those that the configuration describes.
 *
 * @param weights header only; values are read when asked for
 * @param chatTemplate empty where the model has none
 */
public record ModelFolder(
        Path path,
        ModelConfig config,
        WeightFiles weights,
        TokenizerConfig tokenizerConfig,
        Optional<ChatTemplate> chatTemplate) {

    public static final String CONFIG = "config.json";
    public static final String WEIGHTS = WeightFiles.WHOLE;
    public static final String TOKENIZER = "tokenizer.json";
    public static final String TOKENIZER_CONFIG = "tokenizer_config.json";
    public static final String CHAT_TEMPLATE = "chat_template.jinja";

    private static final List<String> NEEDED = List.of(CONFIG, TOKENIZER, TOKENIZER_CONFIG);

    /** @throws InvalidInputException naming every missing file, or the file that is wrong, what it holds and what is accepted */
    public static ModelFolder open(Path folder) {
        requireFiles(folder);
        var config = Families.read(folder.resolve(CONFIG));
        var weights = WeightFiles.open(folder);
        WeightsCheck.require(ModelTensors.shapes(config), weights);
        TokenIds.require(folder.resolve(TOKENIZER), config.vocabularySize());
        var tokenizerConfig = TokenizerConfig.read(folder.resolve(TOKENIZER_CONFIG));
        return new ModelFolder(folder, config, weights, tokenizerConfig, TemplateReader.read(folder, tokenizerConfig));
    }

    /** Loads the tokenizer, which the caller closes. */
    public Tokenizer openTokenizer() {
        return Tokenizer.open(path.resolve(TOKENIZER), tokenizerConfig);
    }

    /** @param name by which the model is asked for */
    public ModelSummary summary(String name) {
        return new ModelSummary(
                name, config.architecture(), config.parameters(), weights.bytes(), chatTemplate.isPresent());
    }

    private static void requireFiles(Path folder) {
        var accepted = "a file of this name in the model folder " + folder.getFileName();
        var files = NEEDED.stream()
                .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                .map(name -> FieldError.missing(name, accepted));
        var missing = Stream.concat(files, WeightFiles.missing(folder).stream()).toList();
        if (!missing.isEmpty()) {
            throw new InvalidInputException(missing);
        }
    }
}
