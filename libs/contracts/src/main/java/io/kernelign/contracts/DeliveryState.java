package io.kernelign.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a message of a webhook has come. */
public enum DeliveryState {
    PENDING,
    DELIVERED,
    FAILED;

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
