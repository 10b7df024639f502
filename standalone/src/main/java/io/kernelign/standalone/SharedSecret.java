package io.kernelign.standalone;

import io.kernelign.service.access.InternalTokens;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.core.env.StandardEnvironment;

/** By which the four services of one process know each other: made anew at every start. */
final class SharedSecret {

    private static final int BYTES = 32;

    private SharedSecret() {}

    /** The property that holds it; none where the environment gives one. */
    static Map<String, String> unlessGiven() {
        if (InternalTokens.SECRET.given(new StandardEnvironment())) {
            return Map.of();
        }
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Map.of(InternalTokens.SECRET.property(), HexFormat.of().formatHex(bytes));
    }
}
