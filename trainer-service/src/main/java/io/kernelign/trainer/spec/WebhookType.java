package io.kernelign.trainer.spec;

import io.kernelign.fetch.WebMessages;
import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.ValueType;
import io.kernelign.trainer.job.JobChange;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The one declaration of a job's webhook. */
@Component
public class WebhookType {

    private static final Field<String> SECRET = Field.required(
            "secret",
            new SigningSecret(),
            "Signs what is sent, as Standard Webhooks says; it is not shown again. For example the output of: echo"
                    + " whsec_$(openssl rand -base64 32)");
    private static final List<String> TYPES = JobChange.types();
    private static final Field<List<String>> EVENTS = Field.defaulted(
            "events",
            Types.listOf(Types.choice(TYPES), 1, TYPES.size()),
            TYPES,
            "What is told; everything by default.");

    private final Field<URI> url;
    private final ObjectType<Webhook> type;

    WebhookType(WebMessages messages) {
        url = Field.required("url", new WebhookUrl(messages), "Where messages are posted to.");
        type = ObjectType.of(
                List.of(url, SECRET, EVENTS),
                values -> new Webhook(
                        values.get(url),
                        values.get(SECRET),
                        values.get(EVENTS).stream().distinct().toList()),
                this::plain);
    }

    /** Without the secret, which nobody is shown. */
    private Map<String, Object> plain(Webhook webhook) {
        return Map.of(url.name(), url.type().write(webhook.url()), EVENTS.name(), webhook.events());
    }

    ValueType<Webhook> type() {
        return type;
    }
}
