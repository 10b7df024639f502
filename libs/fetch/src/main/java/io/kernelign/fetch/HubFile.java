package io.kernelign.fetch;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the hub.
 *
 * @param repository at a commit
 * @param longest bytes that it may have
 */
record HubFile(HubRepository repository, String name, long longest, HubSettings settings, RedirectedHttp http)
        implements RemoteFile {

    /** For a file whose size nobody tells. */
    private static final long UNTOLD = 200_000_000;

    @Override
    public String server() {
        return settings.endpoint().toString();
    }

    @Override
    public Opened open(long from) throws IOException {
        var path = repository.page() + "/resolve/" + repository.revision() + "/" + PathText.encoded(name);
        var range = from > 0 ? Map.of("Range", "bytes=" + from + "-") : Map.<String, String>of();
        return OpenedHttp.of(http.get(settings.resource(path), range), from, this, this::promise);
    }

    private Optional<Checksum> promise(HttpAnswer answer) throws TryAgainException {
        new HubRefusals(repository, Optional.of(name), settings).requireContent(answer);
        var commit = answer.originHeader("X-Repo-Commit").orElse(repository.revision());
        if (!commit.equals(repository.revision())) {
            throw new FetchException(this + " comes from commit " + commit);
        }
        var checksum = answer.originHeader("X-Linked-Etag")
                .or(() -> answer.originHeader("ETag"))
                .flatMap(Checksum::ofEtag);
        if (checksum.isEmpty()) {
            throw new FetchException("the hub tells no checksum of " + this + "; accepted is an ETag with one");
        }
        return checksum;
    }

    @Override
    public long most(boolean told) {
        return told ? longest : Math.min(UNTOLD, longest);
    }

    @Override
    public String toString() {
        return name + " of " + repository;
    }
}
