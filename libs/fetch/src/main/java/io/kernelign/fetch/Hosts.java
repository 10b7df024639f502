package io.kernelign.fetch;

import java.util.Locale;

/** Names of hosts as they are compared. */
final class Hosts {

    private Hosts() {}

    /** In lower case, a literal address of IPv6 without its brackets. */
    static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    }
}
