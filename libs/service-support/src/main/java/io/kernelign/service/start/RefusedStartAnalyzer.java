package io.kernelign.service.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Finds our own sentence among the causes of a failed start. */
final class RefusedStartAnalyzer extends AbstractFailureAnalyzer<RefusedStartException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, RefusedStartException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
