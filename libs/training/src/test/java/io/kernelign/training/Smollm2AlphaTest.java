package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.alignment.spectrum.MatrixAlpha;
import io.kernelign.alignment.spectrum.WeightedAlpha;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The spectra of a real model as WeightWatcher fits them. */
@Tag("smollm2")
class Smollm2AlphaTest {

    private static JsonNode golden;
    private static WeightedAlpha alpha;

    @BeforeAll
    static void fit() throws IOException {
        try (var file = Smollm2AlphaTest.class.getResourceAsStream("/golden/smollm2-alpha.json")) {
            golden = JsonMapper.shared().readTree(file).get("values");
        }
        var folder = ModelFolder.open(Path.of(System.getProperty("kernelign.smollm2")));
        try (var policy =
                new FullPolicy(new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config())))) {
            alpha = WeightSpectra.of(policy).orElseThrow();
        }
    }

    @Test
    void alpha_of_every_layer_is_weightwatchers() {
        assertThat(alpha.matrices()).hasSize(golden.get("layers").size());
        assertThat(alpha.matrices())
                .allSatisfy(row -> assertThat(row.alpha()).isCloseTo(of(row, "alpha"), within(1e-2)));
    }

    private static double of(MatrixAlpha row, String figure) {
        return golden.get("layers").get(row.name()).get(figure).asDouble();
    }

    @Test
    void the_weighted_alpha_of_the_model_is_within_1_percent_of_weightwatchers() {
        assertThat(alpha.alphaHat()).isCloseTo(golden.get("weightedAlpha").asDouble(), Percentage.withPercentage(1));
    }
}
