package io.kernelign.metrics;

import io.kernelign.contracts.Page;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.RunOutcome;
import io.kernelign.contracts.RunView;
import io.kernelign.service.page.Cursor;
import io.kernelign.service.page.Pages;
import io.kernelign.service.problem.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, closes and lists runs. */
@Service
@Transactional
class Runs {

    private final RunRepository runs;
    private final Curves curves;
    private final Clock clock;

    Runs(RunRepository runs, Curves curves, Clock clock) {
        this.runs = runs;
        this.curves = curves;
        this.clock = clock;
    }

    void open(RunKey key, RunOpening opening) {
        runs.lock(key.tenant(), key.id());
        var run = runs.findById(key).orElseGet(() -> new Run(key, clock.instant()));
        run.open(opening);
        runs.save(run);
    }

    void close(RunKey key, RunOutcome outcome) {
        runs.lock(key.tenant(), key.id());
        find(key).close(outcome, clock.instant());
    }

    /** A run with its curves in a few numbers. */
    @Transactional(readOnly = true)
    RunView view(RunKey key) {
        return find(key).view(curves.summaries(key));
    }

    /** @throws NotFoundException when the tenant has no such run */
    Run find(RunKey key) {
        return Optional.of(key)
                .filter(sane -> Acceptable.isText(sane.id()))
                .flatMap(runs::findById)
                .orElseThrow(() -> new NotFoundException("run", key.id()));
    }

    @Transactional(readOnly = true)
    Page<RunView> list(String tenant, RunFilter filter, String cursor, int limit) {
        var lookup = Limit.of(Pages.lookup(limit));
        var from = Cursor.read(cursor);
        var found = runs.olderThan(
                tenant,
                filter.datasetId(),
                filter.model(),
                filter.kernel(),
                filter.divergence(),
                filter.tagKey(),
                filter.tagValue(),
                from.at(),
                from.id(),
                lookup);
        return Pages.of(found, limit, run -> run.view(List.of()), Run::cursor);
    }
}
