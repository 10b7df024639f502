package io.kernelign.selector.embedding;

import io.kernelign.embedding.EncoderException;
import io.kernelign.service.endpoint.Excerpts;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an endpoint answers, read as vectors or refused; every answer must have vectors of the length of the first. */
final class Answers {

    private final String encoder;
    private int dimension;

    Answers(String encoder) {
        this.encoder = encoder;
    }

    /** @throws EncoderException when the answer is not a vector with a direction for each text */
    synchronized List<float[]> vectors(String answer, int texts) {
        var data = data(answer);
        require(data.size() == texts, "answered %d vectors to %d texts", data.size(), texts);
        var vectors = new float[texts][];
        for (var element : data) {
            int index = element.path("index").asInt(-1);
            require(index >= 0 && index < texts && vectors[index] == null, "answered vectors without the right index");
            vectors[index] = vector(element.path("embedding"));
        }
        return Arrays.asList(vectors);
    }

    private JsonNode data(String answer) {
        try {
            return JsonMapper.shared().readTree(answer).path("data");
        } catch (JacksonException e) {
            throw new EncoderException("The encoder " + encoder + " answered no JSON" + Excerpts.of(answer) + ".", e);
        }
    }

    private float[] vector(JsonNode numbers) {
        if (dimension == 0) {
            dimension = numbers.size();
        }
        require(dimension > 0, "answered a vector without numbers");
        require(
                numbers.size() == dimension,
                "answered a vector of %d numbers after vectors of %d",
                numbers.size(),
                dimension);
        var vector = new float[dimension];
        double squares = 0;
        for (int i = 0; i < dimension; i++) {
            require(numbers.get(i).isNumber(), "answered a vector with something that is no number");
            vector[i] = (float) numbers.get(i).asDouble();
            squares += (double) vector[i] * vector[i];
        }
        require(
                squares > 0 && Double.isFinite(squares),
                "answered a vector of length %s, which has no direction",
                Math.sqrt(squares));
        return vector;
    }

    private void require(boolean holds, String sentence, Object... values) {
        if (!holds) {
            throw new EncoderException("The encoder " + encoder + " " + sentence.formatted(values) + ".");
        }
    }
}
