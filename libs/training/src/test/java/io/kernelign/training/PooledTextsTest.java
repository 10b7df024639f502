package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.json.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against transformers, which read one text at a time ({@code oracles/pooled_texts.py}). */
@Tag("shared")
class PooledTextsTest {

    private static final Offset<Float> TINY = within(2e-5f);

    private record Case(String text, long[] tokens, float[] vector) {}

    private Decoder decoder;
    private PooledTexts texts;

    @BeforeEach
    void load() {
        var model = ModelFolder.open(Path.of(System.getProperty("kernelign.shared"), "models", "stories260k"));
        decoder = new Decoder(model.config(), WeightLoader.load(model.weights(), model.config()));
        texts = new PooledTexts(model, decoder);
    }

    @AfterEach
    void close() {
        texts.close();
        decoder.close();
    }

    private static List<Case> cases() throws IOException {
        try (var in = PooledTextsTest.class.getResourceAsStream("/golden/pooled_texts.json")) {
            var values = (Map<?, ?>)
                    JsonFile.parse("pooled_texts.json", in.readAllBytes()).get("values");
            return ((List<?>) values.get("cases"))
                    .stream()
                            .map(each -> (Map<?, ?>) each)
                            .map(PooledTextsTest::read)
                            .toList();
        }
    }

    private static Case read(Map<?, ?> json) {
        var numbers = (List<?>) json.get("vector");
        var vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = ((Number) numbers.get(i)).floatValue();
        }
        var tokens = ((List<?>) json.get("tokens"))
                .stream().mapToLong(id -> ((Number) id).longValue()).toArray();
        return new Case((String) json.get("text"), tokens, vector);
    }

    @Test
    void texts_read_together_have_the_vectors_that_transformers_give_each_alone() throws IOException {
        var cases = cases();

        var vectors = texts.vectors(
                cases.stream().map(each -> texts.tokens(each.text)).toList());

        assertThat(cases).hasSize(vectors.size()).hasSizeGreaterThan(4);
        for (int i = 0; i < cases.size(); i++) {
            assertThat(vectors.get(i)).as(cases.get(i).text).containsExactly(cases.get(i).vector, TINY);
        }
    }

    @Test
    void a_text_is_read_behind_the_token_that_begins_texts_and_as_far_as_the_model_reaches() throws IOException {
        assertThat(cases())
                .allSatisfy(each -> assertThat(texts.tokens(each.text)).isEqualTo(each.tokens));
        assertThat(cases()).anySatisfy(each -> assertThat(each.tokens).hasSize(512));
    }
}
