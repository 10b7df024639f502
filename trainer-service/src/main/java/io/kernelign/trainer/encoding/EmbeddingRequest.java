package io.kernelign.trainer.encoding;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import java.util.List;
import java.util.Map;

/** What is to be embedded by which model, as OpenAI's clients ask for embeddings. */
record EmbeddingRequest(PinnedModel model, List<String> input) {

    static final Field<List<String>> INPUT = Field.required(
            "input", Types.listOf(Types.anyText(5_000_000), 1, 2_048), "The texts, each of at least one token.");

    private static final String FLOAT = "float";
    private static final Field<String> MODEL =
            Field.required("model", Types.text(500), "A model of the trainer, at a digest or as it is now.");
    private static final Field<String> FORMAT = Field.defaulted(
            "encoding_format", Types.choice(List.of(FLOAT)), FLOAT, "How the numbers of a vector are written.");

    static final ObjectType<EmbeddingRequest> TYPE = ObjectType.of(
            List.of(MODEL, INPUT, FORMAT),
            values -> new EmbeddingRequest(PinnedModel.parse(values.get(MODEL)), values.get(INPUT)),
            EmbeddingRequest::write);

    private static Map<String, Object> write(EmbeddingRequest request) {
        return Map.of(MODEL.name(), request.model.toString(), INPUT.name(), request.input, FORMAT.name(), FLOAT);
    }
}
