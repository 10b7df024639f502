package io.kernelign.data;

import io.kernelign.data.defect.Defect;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the rows of a data set are good enough to publish its pairs. */
final class Verdict {

    private Verdict() {}

    /** @throws RejectedDataException they are not */
    static void requireAcceptable(ImportReport report, ImportOptions options) {
        objection(report, options).ifPresent(objection -> {
            var first = report.defects().stream()
                    .filter(defect -> !defect.kind().isWarning())
                    .findFirst()
                    .map(Defect::message);
            throw new RejectedDataException(
                    objection + first.map(it -> "; " + it).orElse(""), report);
        });
    }

    private static Optional<String> objection(ImportReport report, ImportOptions options) {
        long bad = report.badRows();
        var count = bad + " of " + report.rows() + " rows cannot be used";
        if (report.pairs() == 0) {
            return Optional.of(count + dropped(report) + " and no pair is left");
        }
        if (options.onError() == OnError.REJECT && bad > 0) {
            return Optional.of(count + " and onError=reject accepts none");
        }
        if (bad > options.maxSkipShare() * report.rows()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%s, a share of %.4f, and maxSkipShare is %s",
                    count,
                    (double) bad / report.rows(),
                    options.maxSkipShare()));
        }
        return Optional.empty();
    }

    private static String dropped(ImportReport report) {
        return report.rules().stream()
                .filter(use -> use.rows() > 0)
                .map(use -> ", " + use.rows() + " dropped by the rule \"" + use.rule() + '"')
                .collect(Collectors.joining());
    }
}
