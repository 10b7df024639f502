package io.kernelign.fetch;

import java.util.Optional;

/**
 * What each status of the hub means for who wants something of a repository.
 *
 * @param file that is wanted; empty for the repository as such
 */
record HubRefusals(HubRepository repository, Optional<String> file, HubSettings settings) {

    /** As {@link StatusRefusals#requireContent}. */
    void requireContent(HttpAnswer answer) throws TryAgainException {
        StatusRefusals.requireContent(answer, file.map(name -> name + " of ").orElse("") + repository, this::reason);
    }

    private String reason(HttpAnswer answer) {
        var code = answer.originHeader("X-Error-Code").orElse("");
        return switch (answer.status()) {
            case 401, 403 ->
                code.equals("GatedRepo")
                        ? ": its owner asks you to accept terms at " + settings.resource(repository.page())
                        : settings.token().isPresent()
                                ? ": it is not there, or the token in HF_TOKEN may not read it"
                                : ": it is not there, or it needs a token, and HF_TOKEN is not set";
            case 404 ->
                code.equals("RevisionNotFound")
                        ? ": it has no revision " + repository.revision()
                        : file.isPresent()
                                ? ": it has no such file"
                                : ": there is no such " + repository.kind().noun();
            default -> "";
        };
    }
}
