package io.kernelign.service.endpoint;

import io.kernelign.service.start.RefusedStartException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A model behind an endpoint that speaks OpenAI's interface.
 *
 * @param url up to and including {@code /v1}
 * @param model as the endpoint names it
 * @param apiKey sent as a bearer token; {@code null} for none
 * @param timeout for one answer
 * @param patience for how long an endpoint that is away or overloaded is asked again
 */
public record EndpointSettings(
        URI url,
        String model,
        String apiKey,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("5m") Duration patience) {

    private static final String NAME = "[a-z0-9][a-z0-9._-]{0,62}";

    /**
     * Refuses the start of a process whose configuration is none.
     *
     * @param under the properties of such endpoints, with a point at the end
     * @param name its own
     * @param taken names that stand for something else
     */
    public void check(String under, String name, Collection<String> taken) {
        var property = under + name;
        require(name.matches(NAME), property, name, "a name of small letters, digits, points and dashes");
        require(
                !taken.contains(name),
                property,
                name,
                "another name than those that stand for something else, " + taken);
        require(
                url != null && url.getHost() != null && url.toString().matches("https?://.*"),
                property + ".url",
                url,
                "the http or https address of an endpoint, up to and including /v1");
        require(model != null && !model.isBlank(), property + ".model", model, "the name of a model");
    }

    private static void require(boolean holds, String property, Object value, String accepted) {
        if (!holds) {
            throw new RefusedStartException(property + " is " + value + "; accepted is " + accepted + ".");
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return model + " at " + url;
    }
}
