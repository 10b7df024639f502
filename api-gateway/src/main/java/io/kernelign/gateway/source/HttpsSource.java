package io.kernelign.gateway.source;

import io.kernelign.fetch.FetchListener;
import io.kernelign.fetch.Web;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** One file of a web server. */
record HttpsSource(URI uri, Web web) implements DatasetSource {

    /** Such sources. */
    record Kind(boolean isOn, Web web) implements SourceKind {

        private static final int LONGEST = 4_000;

        @Override
        public String prefix() {
            return "https://";
        }

        @Override
        public String accepted() {
            return "https://host/path of one file";
        }

        @Override
        public String property() {
            return "kernelign.sources.https.enabled";
        }

        @Override
        public DatasetSource parse(String text) {
            try {
                var uri = new URI(text);
                if (uri.getHost() != null && uri.getRawUserInfo() == null && text.length() <= LONGEST) {
                    return new HttpsSource(uri, web);
                }
            } catch (URISyntaxException e) {
                // As wrong as a URL without a host.
            }
            throw new InvalidInputException(FieldError.unacceptable(
                    "",
                    text,
                    "a URL with a host, of at most " + LONGEST + " characters and without user and password"));
        }
    }

    @Override
    public String name() {
        var path = uri.getPath();
        var last = path.substring(path.lastIndexOf('/') + 1);
        return last.isBlank() ? uri.getHost() : last;
    }

    @Override
    public List<OfferedFile> offer(FetchListener listener) throws InterruptedException {
        var offer = web.look(uri, listener);
        return List.of(new OfferedFile(name(), offer.bytes(), offer.version(), null));
    }

    @Override
    public void fetch(OfferedFile file, long longest, Path target, FetchListener listener)
            throws IOException, InterruptedException {
        web.fetch(uri, file.version(), longest, target, listener);
    }

    /** Without the query, in which a signed URL has its secret. */
    @Override
    public String toString() {
        var text = uri.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }
}
