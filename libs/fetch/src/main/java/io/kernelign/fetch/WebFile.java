package io.kernelign.fetch;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the web.
 *
 * @param version as {@link WebOffer} has it
 * @param longest bytes that it may have
 */
record WebFile(URI uri, String version, long longest, RedirectedHttp http) implements RemoteFile {

    @Override
    public String name() {
        return toString();
    }

    @Override
    public String server() {
        return toString();
    }

    @Override
    public Opened open(long from) throws IOException {
        var resumed = from > 0 && version != null;
        var headers = resumed ? Map.of("Range", "bytes=" + from + "-", "If-Range", version) : Map.<String, String>of();
        return OpenedHttp.of(http.get(uri, headers), from, this, this::promise);
    }

    private Optional<Checksum> promise(HttpAnswer answer) throws TryAgainException {
        requireContent(answer);
        if (answer.status() == 206 && version != null && !version.equals(WebOffer.version(answer))) {
            throw new FetchException(this + " was changed while it was fetched");
        }
        return answer.header("Repr-Digest").flatMap(Checksum::ofReprDigest);
    }

    void requireContent(HttpAnswer answer) throws TryAgainException {
        StatusRefusals.requireContent(answer, toString(), WebFile::reason);
    }

    private static String reason(HttpAnswer answer) {
        return switch (answer.status()) {
            case 401, 403 -> ": it is not for everybody; a signed URL may have expired";
            case 404, 410 -> ": it is not there";
            default -> "";
        };
    }

    @Override
    public long most(boolean told) {
        return longest;
    }

    @Override
    public String toString() {
        return ShownUrl.of(uri);
    }
}
