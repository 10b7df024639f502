package io.kernelign.fetch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** How certain servers are spoken to. */
interface Manners {

    /** A connection that may carry credentials, not yet opened. */
    HttpURLConnection connect(URI uri) throws IOException;

    /** Whether this is the server that was asked first, whose headers count also when another sends the content. */
    boolean isOrigin(URI uri);

    /** Whether a redirect may be followed. */
    boolean leads(URI from, URI to);

    /** What {@link #leads} accepts, as a phrase. */
    String accepted();
}
