package io.kernelign.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses that begin with the same bits.
 *
 * @param start the first of them
 * @param bits how many bits all have in common
 */
record AddressRange(InetAddress start, int bits) {

    /** @param text as in {@code 10.0.0.0/8} */
    static AddressRange of(String text) {
        var parts = text.split("/");
        try {
            return new AddressRange(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text + " is no range of addresses", e);
        }
    }

    boolean contains(InetAddress address) {
        var ours = start.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >>> bit % 8;
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
