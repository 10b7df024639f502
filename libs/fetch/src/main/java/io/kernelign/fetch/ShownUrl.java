package io.kernelign.fetch;

import java.net.URI;

/** URLs as they are told: without the query, in which a signed URL has its secret. */
final class ShownUrl {

    private ShownUrl() {}

    static String of(URI uri) {
        var text = uri.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }
}
