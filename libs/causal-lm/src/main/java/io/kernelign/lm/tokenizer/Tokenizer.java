package io.kernelign.lm.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;

/** The tokenizer of a model folder, {@code tokenizer.json}. Safe to share between threads; holds native memory. */
public final class Tokenizer implements AutoCloseable {

    private static final Map<String, String> OPTIONS =
            Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

    static {
        // Keeps DJL from looking for a CUDA build of its tokenizers on the network: the CPU build is in its jar.
        System.setProperty("ai.djl.offline", "true");
    }

    private final HuggingFaceTokenizer natively;
    private final TokenizerConfig config;
    private final OptionalInt bos;
    private final OptionalInt eos;
    private final boolean beginsWithBos;

    private Tokenizer(HuggingFaceTokenizer natively, TokenizerConfig config, String file) {
        this.natively = natively;
        this.config = config;
        this.bos = id(file, "bos_token");
        this.eos = id(file, "eos_token");
        this.beginsWithBos = config.addBos().orElseGet(this::postProcessorAddsBos) && bos.isPresent();
    }

    /**
     * @param file a {@code tokenizer.json}
     * @throws InvalidInputException naming the file when it is none, or when a special token of the configuration is
     *     not one of its tokens
     */
    public static Tokenizer open(Path file, TokenizerConfig config) {
        var name = file.getFileName().toString();
        try {
            var json = new ByteArrayInputStream(Files.readAllBytes(file));
            return new Tokenizer(HuggingFaceTokenizer.newInstance(json, OPTIONS), config, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidInputException e) {
            throw e;
        } catch (RuntimeException e) {
            var accepted = "a tokenizer of Hugging Face's tokenizers";
            throw new InvalidInputException(new FieldError(
                    name,
                    e.getMessage(),
                    accepted,
                    name + " cannot be read: " + e.getMessage() + "; accepted is " + accepted));
        }
    }

    /** Token ids of a text. None is added, but a special token that stands in the text becomes its id. */
    public int[] encode(String text) {
        return narrow(natively.encode(text, false, false).getIds());
    }

    /** The text of token ids, special tokens included. */
    public String decode(int... ids) {
        return natively.decode(widen(ids), false);
    }

    /** The text of token ids without the special tokens. */
    public String decodeText(int... ids) {
        return natively.decode(widen(ids), true);
    }

    /** Id of the token that begins a text. */
    public OptionalInt bos() {
        return bos;
    }

    /** Id of the token that ends a turn. */
    public OptionalInt eos() {
        return eos;
    }

    /** Whether the model expects plain prompts to begin with {@link #bos}. */
    public boolean beginsWithBos() {
        return beginsWithBos;
    }

    public TokenizerConfig config() {
        return config;
    }

    @Override
    public void close() {
        natively.close();
    }

    private OptionalInt id(String file, String specialToken) {
        var text = config.specialTokens().get(specialToken);
        if (text == null) {
            return OptionalInt.empty();
        }
        var ids = encode(text);
        if (ids.length != 1 || !decode(ids).strip().equals(text.strip())) {
            throw new InvalidInputException(
                    FieldError.unacceptable("tokenizer_config.json: " + specialToken, text, "one token of " + file));
        }
        return OptionalInt.of(ids[0]);
    }

    private boolean postProcessorAddsBos() {
        var ids = natively.encode("", true, false).getIds();
        return ids.length > 0 && bos.isPresent() && ids[0] == bos.getAsInt();
    }

    private static int[] narrow(long[] ids) {
        return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
    }

    private static long[] widen(int[] ids) {
        return Arrays.stream(ids).asLongStream().toArray();
    }
}
