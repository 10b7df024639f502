package io.kernelign.browser.harness;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** How a page is looked at. */
public enum Looks {
    DESKTOP_LIGHT(1360, 900, ColorScheme.LIGHT),
    DESKTOP_DARK(1360, 900, ColorScheme.DARK),
    PHONE_LIGHT(390, 844, ColorScheme.LIGHT),
    PHONE_DARK(390, 844, ColorScheme.DARK);

    final int width;
    final int height;
    final ColorScheme scheme;

    Looks(int width, int height, ColorScheme scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    /** As in the name of a file: {@code desktop-light}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
