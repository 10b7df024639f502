package io.kernelign.gateway.access;

/**
 * A key with its secret, which is told this once.
 *
 * @param secret what to send in {@code Authorization: Bearer}
 */
record IssuedKey(String secret, ApiKey key) {

    static IssuedKey of(KeySecret secret, ApiKey key) {
        return new IssuedKey(secret.reveal(), key);
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
