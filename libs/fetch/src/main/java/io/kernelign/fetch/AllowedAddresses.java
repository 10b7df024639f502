package io.kernelign.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where it is gone to: public addresses, and whatever address a trusted host is at.
 *
 * @param trustedHosts names or literal addresses
 */
record AllowedAddresses(Set<String> trustedHosts) {

    /** Of IPv4 in any of the forms that Java reads, or of IPv6: nobody is asked what it means. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

    private static final Pattern THIS_MACHINE = Pattern.compile("(.*\\.)?localhost\\.?");

    AllowedAddresses {
        trustedHosts = trustedHosts.stream().map(Hosts::plain).collect(Collectors.toUnmodifiableSet());
    }

    boolean trusts(String host) {
        return trustedHosts.contains(Hosts.plain(host));
    }

    /** Looks at the address that is about to be connected to. */
    void require(InetSocketAddress endpoint) throws ForbiddenAddressException {
        var host = Hosts.plain(endpoint.getHostString());
        if (!endpoint.isUnresolved() && !trusts(host) && !PublicAddresses.contain(endpoint.getAddress())) {
            throw new ForbiddenAddressException(host);
        }
    }

    /** Whether a host cannot but be refused, whatever its name stands for when it is connected to. */
    boolean refuses(String host) {
        var plain = Hosts.plain(host);
        if (trusts(plain)) {
            return false;
        }
        if (!LITERAL.matcher(plain).matches()) {
            return THIS_MACHINE.matcher(plain).matches();
        }
        try {
            return !PublicAddresses.contain(InetAddress.getByName(plain));
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
