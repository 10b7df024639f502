package io.kernelign.hub;

import io.kernelign.fetch.FetchException;
import io.kernelign.fetch.HubListing;
import io.kernelign.input.FieldError;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.weights.PickledWeights;
import io.kernelign.lm.weights.WeightFiles;
import java.util.List;
import java.util.stream.Stream;

/** Which files of a model are fetched: what {@link ModelFolder} reads, and nothing else. */
final class WantedFiles {

    private static final List<String> NEEDED =
            List.of(ModelFolder.CONFIG, ModelFolder.TOKENIZER_CONFIG, ModelFolder.TOKENIZER);
    private static final List<String> WELCOME =
            List.of(ModelFolder.CHAT_TEMPLATE, "generation_config.json", "special_tokens_map.json");

    private WantedFiles() {}

    /**
     * What tells of the model, without its weights; the configuration first.
     *
     * @throws FetchException when the model lacks something, or has its weights only in a form that is not read here
     */
    static List<String> descriptions(HubListing listing) {
        for (var name : NEEDED) {
            if (!listing.has(name)) {
                throw new FetchException(listing.repository() + " has no " + name);
            }
        }
        var index = isSharded(listing) ? Stream.of(WeightFiles.INDEX) : Stream.<String>of();
        return Stream.of(NEEDED.stream(), index, WELCOME.stream().filter(listing::has))
                .flatMap(names -> names)
                .toList();
    }

    static boolean isSharded(HubListing listing) {
        if (listing.has(WeightFiles.WHOLE)) {
            return false;
        }
        if (listing.has(WeightFiles.INDEX)) {
            return true;
        }
        throw new FetchException(listing.repository() + " has no " + WeightFiles.WHOLE
                + PickledWeights.among(List.copyOf(listing.files()))
                        .map(FieldError::message)
                        .map(message -> ": " + message)
                        .orElse(""));
    }
}
