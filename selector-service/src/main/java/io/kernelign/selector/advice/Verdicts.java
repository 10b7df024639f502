package io.kernelign.selector.advice;

import io.kernelign.alignment.selection.Bootstrap;
import io.kernelign.alignment.selection.RuleBook;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rules say with each kind of thresholds.
 *
 * @param advice with the thresholds asked for, or the paper's when the encoder has no others
 * @param others with the other thresholds
 * @param fallback whether the encoder has none of the thresholds asked for
 */
public record Verdicts(Advice advice, List<Advice> others, boolean fallback) {

    /**
     * @param usable how many different pairs, each of two different responses, were measured
     * @param divergences those that jobs can use
     */
    public static Verdicts of(Bootstrap data, long usable, String encoder, Thresholds asked, Set<String> divergences) {
        var wanted = asked.book(encoder);
        var used = wanted.orElseGet(RuleBook::paper);
        var others = Stream.of(Thresholds.values())
                .flatMap(each -> each.book(encoder).stream())
                .filter(book -> !book.thresholds().equals(used.thresholds()))
                .map(book -> Advice.of(data, usable, book, divergences))
                .toList();
        return new Verdicts(Advice.of(data, usable, used, divergences), others, wanted.isEmpty());
    }
}
