package io.kernelign.trainer.judge;

import io.kernelign.evaluation.judge.Judge;
import io.kernelign.service.endpoint.Endpoint;
import io.kernelign.service.endpoint.EndpointException;
import io.kernelign.service.endpoint.EndpointSettings;
import io.kernelign.service.endpoint.Excerpts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A judge behind an OpenAI-compatible {@code /v1/chat/completions}. May be asked by several threads. */
final class ChatJudge implements Judge {

    private final String called;
    private final EndpointSettings settings;
    private final Endpoint endpoint;
    private volatile boolean gone;

    ChatJudge(String name, EndpointSettings settings) {
        this.called = "The judge " + name;
        this.settings = settings;
        this.endpoint = new Endpoint(called, settings);
    }

    /**
     * Once it has stayed away for as long as it is waited for, it is asked each question only once until it answers again.
     *
     * @throws EndpointException when it refuses, stays away, or answers something else than a message
     */
    @Override
    public String reply(String inquiry) {
        var body = Map.of(
                "model",
                settings.model(),
                "messages",
                List.of(Map.of("role", "user", "content", inquiry)),
                "temperature",
                0,
                "max_tokens",
                REPLY_TOKENS);
        try {
            var answer = endpoint.post("/chat/completions", body, gone ? Duration.ZERO : settings.patience());
            gone = false;
            return message(answer);
        } catch (EndpointException e) {
            gone = e.passing();
            throw e;
        }
    }

    /** The words of a message, or of a refusal as newer models send it. */
    private String message(String answer) {
        try {
            var message =
                    JsonMapper.shared().readTree(answer).path("choices").path(0).path("message");
            return Stream.of(message.path("content"), message.path("refusal"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .findFirst()
                    .orElseThrow(() -> nothingSaid(answer));
        } catch (JacksonException e) {
            throw nothingSaid(answer);
        }
    }

    private EndpointException nothingSaid(String answer) {
        return new EndpointException(called + " answered no message" + Excerpts.of(answer) + ".");
    }
}
