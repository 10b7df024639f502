package io.kernelign.lm.decoder;

import io.kernelign.lm.config.Projection;
import io.kernelign.lm.lora.Lora;
import io.kernelign.lm.lora.LoraSettings;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One tiny checkpoint of {@code oracles/families.py}, and what transformers and PEFT computed with it. */
record FamilyCase(Map<String, Object> golden) {

    private static final Map<String, Object> SHARED = Golden.read("families.json");

    static List<FamilyCase> all() {
        return Golden.objects(SHARED.get("cases")).stream().map(FamilyCase::new).toList();
    }

    static long[] tokens() {
        return Golden.longs(SHARED.get("tokens"));
    }

    static long[] positions() {
        return Golden.longs(SHARED.get("positions"));
    }

    static PackedRows.Row pair() {
        return new PackedRows.Row(
                Golden.longs(SHARED.get("prompt")),
                Golden.longs(SHARED.get("chosen")),
                Golden.longs(SHARED.get("rejected")));
    }

    Decoder decoder() {
        return decoder(Precision.FLOAT32);
    }

    Decoder decoder(Precision precision) {
        return Golden.open(
                folder(golden.get("name")).resolve("config.json"),
                folder(golden.get("weights")).resolve("model.safetensors"),
                precision);
    }

    private static Path folder(Object name) {
        try {
            return Path.of(FamilyCase.class.getResource("/families/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** The adapter whose numbers the oracle makes by the same formula. */
    static Lora adapter(Decoder decoder) {
        int rank = ((Number) SHARED.get("rank")).intValue();
        double alpha = ((Number) SHARED.get("alpha")).doubleValue();
        double amplitude = ((Number) SHARED.get("amplitude")).doubleValue();
        var leaves = new AtomicInteger();
        var settings = new LoraSettings(rank, alpha, 0, EnumSet.allOf(Projection.class));
        return Lora.create(decoder.config(), settings, (name, shape) -> {
            int leaf = leaves.getAndIncrement();
            var values = new float[(int) (shape[0] * shape[1])];
            for (int i = 0; i < values.length; i++) {
                double angle = 0.37 * (i / shape[1]) + i % shape[1] + leaf / 2;
                values[i] = (float) (amplitude * (leaf % 2 == 0 ? Math.sin(angle) : Math.cos(angle)));
            }
            return values;
        });
    }

    @Override
    public String toString() {
        return golden.get("name").toString();
    }
}
