package io.kernelign.chat;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Dates as C's {@code strftime} writes them in the C locale. */
final class DateText {

    private static final Map<String, String> PATTERNS = Map.ofEntries(
            Map.entry("d", "dd"),
            Map.entry("-d", "d"),
            Map.entry("m", "MM"),
            Map.entry("-m", "M"),
            Map.entry("y", "yy"),
            Map.entry("Y", "yyyy"),
            Map.entry("b", "MMM"),
            Map.entry("B", "MMMM"),
            Map.entry("a", "EEE"),
            Map.entry("A", "EEEE"),
            Map.entry("H", "HH"),
            Map.entry("I", "hh"),
            Map.entry("M", "mm"),
            Map.entry("S", "ss"),
            Map.entry("p", "a"),
            Map.entry("j", "DDD"),
            Map.entry("F", "yyyy-MM-dd"),
            Map.entry("T", "HH:mm:ss"));

    private DateText() {}

    static String format(Clock clock, String format) {
        var now = ZonedDateTime.now(clock);
        var text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%') {
                text.append(format.charAt(i));
                continue;
            }
            int end = Math.min(format.length(), i + (format.startsWith("%-", i) ? 3 : 2));
            text.append(code(now, format.substring(i + 1, end)));
            i = end - 1;
        }
        return text.toString();
    }

    private static String code(ZonedDateTime now, String code) {
        if (code.equals("%")) {
            return code;
        }
        var pattern = PATTERNS.get(code);
        if (pattern == null) {
            throw new Fault("strftime_now does not support %" + code);
        }
        return now.format(DateTimeFormatter.ofPattern(pattern, Locale.US));
    }
}
