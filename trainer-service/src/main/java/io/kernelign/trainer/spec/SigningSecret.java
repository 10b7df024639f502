package io.kernelign.trainer.spec;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import io.kernelign.trainer.webhook.SigningKey;
import java.util.Map;

/** A secret as Standard Webhooks writes it; what is wrong with one is told without showing it. */
record SigningSecret() implements ValueType<String> {

    @Override
    public String read(Object raw) {
        if (raw instanceof String secret && SigningKey.isWritten(secret)) {
            return secret;
        }
        throw new InvalidInputException(
                new FieldError("", null, accepted(), " is not as it has to be; accepted is " + accepted()));
    }

    @Override
    public String accepted() {
        return SigningKey.ACCEPTED;
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "pattern", SigningKey.PATTERN, "writeOnly", true);
    }
}
