package io.kernelign.contracts;

import java.util.Map;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The trainer's base models as sentence encoders: a text is the mean of a model's last hidden states over its tokens. */
@HttpExchange(PolicyEncoderApi.PATH)
public interface PolicyEncoderApi {

    /** The base URL of an endpoint that speaks OpenAI's dialect, below that of the trainer. */
    String PATH = "/internal/v1/policy";

    /**
     * OpenAI's {@code POST /v1/embeddings}. A model that finds no room beside what runs is a conflict.
     *
     * @param request {@code model}, {@code input} and {@code encoding_format}, unchecked
     */
    @PostExchange("/embeddings")
    TextEmbeddings embeddings(@RequestBody Map<String, Object> request);

    /** Looks at a model that is here. */
    @GetExchange("/model")
    PolicyModel model(@RequestParam String name);
}
