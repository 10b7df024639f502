package io.kernelign.service.access;

import io.kernelign.service.start.RefusedStartException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;

/**
 * Where a service listens.
 *
 * @param text {@code server.address}; empty for everywhere
 */
public record ListeningAddress(String text) {

    public static ListeningAddress of(Environment environment) {
        return new ListeningAddress(environment.getProperty("server.address", ""));
    }

    /**
     * Whether only this machine reaches it.
     *
     * @throws RefusedStartException it is no address
     */
    public boolean isLoopback() {
        try {
            return !text.isEmpty() && InetAddress.getByName(text).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new RefusedStartException(
                    "server.address is \"" + text + "\"; accepted is an address of this machine.", e);
        }
    }

    /** As it stands in a sentence. */
    @Override
    public String toString() {
        return text.isEmpty() ? "this machine" : text;
    }
}
