package io.kernelign.service.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Reports why a service did not start without a stack trace. */
final class OneSentenceReporter implements FailureAnalysisReporter {

    private static final Logger LOG = LoggerFactory.getLogger(OneSentenceReporter.class);

    @Override
    public void report(FailureAnalysis analysis) {
        var action = analysis.getAction();
        LOG.error("{}", action == null ? analysis.getDescription() : analysis.getDescription() + " " + action);
    }
}
