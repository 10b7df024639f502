package io.kernelign.data;

import io.kernelign.data.defect.UnusableInputException;
import java.util.Locale;

/** What a bad row does. */
public enum OnError {
    /** It rejects the whole data set. */
    REJECT,
    /** It is left out, as long as no more than a given share of the rows is bad. */
    SKIP;

    /** @throws UnusableInputException neither {@code reject} nor {@code skip} */
    public static OnError named(String text) {
        for (var value : values()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        throw new UnusableInputException("onError", '"' + text + '"', "reject or skip");
    }
}
