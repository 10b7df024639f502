package io.kernelign.trainer.spec;

import io.kernelign.fetch.WebMessages;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/** A URL to which messages may be sent; whether its host is at a public address is looked at again when it is connected to. */
record WebhookUrl(WebMessages messages) implements ValueType<URI> {

    @Override
    public URI read(Object raw) {
        if (raw instanceof String text) {
            try {
                var uri = new URI(text);
                if (messages.accepts(uri)) {
                    return uri;
                }
            } catch (URISyntaxException e) {
                // As wrong as a URL without a host.
            }
        }
        throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
    }

    @Override
    public String accepted() {
        return WebMessages.accepted();
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "format", "uri");
    }

    @Override
    public Object write(URI value) {
        return value.toString();
    }
}
