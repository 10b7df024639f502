package io.kernelign.evaluation.gsm8k;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number that an answer ends in: the one after the first {@code ####}, which is how the authors mark it, else the last one
 * of the text, as lm-evaluation-harness finds it when it is lenient. Commas, dollar signs and a full stop at the end do not
 * count; otherwise numbers are compared as texts, so that 5.0 is not 5.
 */
final class FinalNumber {

    private static final Pattern MARKED = Pattern.compile("#### (-?[0-9.,]+)");
    private static final Pattern ANY = Pattern.compile("-?[$0-9.,]{2,}|-?[0-9]+");
    private static final Pattern IGNORED = Pattern.compile("[,$]");

    private FinalNumber() {}

    /** Where the authors' mark is. */
    static Optional<String> marked(String text) {
        var marked = MARKED.matcher(text);
        return marked.find() ? Optional.of(bare(marked.group(1))) : Optional.empty();
    }

    static Optional<String> of(String text) {
        return marked(text).or(() -> last(text));
    }

    private static Optional<String> last(String text) {
        return ANY.matcher(text).results().reduce((earlier, later) -> later).map(last -> bare(last.group()));
    }

    private static String bare(String number) {
        var digits = IGNORED.matcher(number).replaceAll("");
        return digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits;
    }
}
