package io.kernelign.trainer.work;

import io.kernelign.alignment.race.HalvingPlan;
import io.kernelign.alignment.race.Race;
import io.kernelign.alignment.race.Race.Turn;
import io.kernelign.alignment.race.Score;
import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.PilotRungView;
import io.kernelign.contracts.PilotStandingView;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.JobWrites;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.job.PilotRecord;
import io.kernelign.trainer.job.PilotViews;
import io.kernelign.trainer.training.PilotLog;
import io.kernelign.training.TrainingEvent;
import io.kernelign.training.TrainingEvent.Warned;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps a race in its job's record and tells of it in the job's log. */
final class PilotReport implements PilotLog {

    private static final String TYPE = "pilot";

    private final Lease lease;
    private final JobWrites writes;
    private final JobEvents events;
    private final PilotFiles files;
    private final StopSignal stop;
    private final Clock clock;
    private final List<MetricPoint> beginning = new ArrayList<>();
    private final List<MetricPoint> curves = new ArrayList<>();
    private PilotRecord pilot;

    /** @param pilot as it was kept; without a plan where it has not begun */
    PilotReport(
            PilotRecord pilot,
            Lease lease,
            JobWrites writes,
            JobEvents events,
            PilotFiles files,
            StopSignal stop,
            Clock clock) {
        this.pilot = pilot;
        this.lease = lease;
        this.writes = writes;
        this.events = events;
        this.files = files;
        this.stop = stop;
        this.clock = clock;
    }

    /** The race as it stands. */
    PilotRecord pilot() {
        return pilot;
    }

    /** What the winner's full run tells before its first step. */
    List<MetricPoint> beginning() {
        return beginning;
    }

    @Override
    public Optional<Race> begin(HalvingPlan plan, double fullRun) {
        if (pilot.plan() == null) {
            pilot = pilot.planned(plan, fullRun);
            if (plan.rungs().isEmpty()) {
                pilot = pilot.ended("The budget pays for no race: the recommendation stands.");
            }
            writes.pilot(lease, pilot);
            events.append(lease, TYPE, beginning(plan), Map.of("rungs", plan.rungs()));
        }
        return pilot.plan().rungs().isEmpty() ? Optional.empty() : Optional.of(pilot.race());
    }

    private String beginning(HalvingPlan plan) {
        if (plan.rungs().isEmpty()) {
            return pilot.ended();
        }
        return String.format(
                Locale.ROOT,
                "%d of %d candidates race in %d rungs, for at most %.2f full runs.",
                plan.candidates(),
                pilot.candidates().size(),
                plan.rungs().size(),
                plan.cost() / pilot.fullRun());
    }

    @Override
    public Optional<Path> checkpoint(Turn turn) throws IOException {
        var latest = pilot.latest(turn.candidate());
        return latest.isEmpty() ? Optional.empty() : Optional.of(files.checkpoint(latest.get()));
    }

    @Override
    public void on(TrainingEvent event) {
        curves.addAll(CurvePoints.of(event, clock.instant()));
        if (event instanceof Warned warned) {
            warning(warned.sentence());
        }
        stop.check();
    }

    @Override
    public Race ended(Score score, Path checkpoint) throws IOException {
        pilot = pilot.with(
                files.store(score.rung(), score.candidate(), score.digits(), checkpoint, List.copyOf(curves)));
        curves.clear();
        var race = pilot.race();
        boolean over = race.rungsEnded() > score.rung();
        if (over) {
            pilot = pilot.with(PilotViews.rung(pilot, score.rung()));
        }
        race.ending().ifPresent(ending -> pilot = pilot.ended(why(ending)));
        writes.pilot(lease, pilot);
        tell(score);
        if (over) {
            tell(score.rung());
            files.keepOnly(pilot, running(race, score.rung()));
        }
        return race;
    }

    private String why(Race.Ending ending) {
        var rung = pilot.rungs().get(ending.rung());
        var reason = ending.clear()
                ? "The leader is clear: its difference to each other candidate of rung %d lies above 0."
                : "The budget is spent: after rung %d no other is paid for, and the best of it is taken.";
        return reason.formatted(ending.rung() + 1) + plainDpo(rung);
    }

    /** What the race says of plain DPO, where it ran to the end. */
    private static String plainDpo(PilotRungView rung) {
        return rung.candidates().stream()
                .filter(candidate -> candidate.kernel().equals("none") && !candidate.kept())
                .findFirst()
                .filter(plain -> plain.behindInterval().low() <= 0)
                .map(plain -> " It does not differ measurably from plain DPO.")
                .orElse("");
    }

    private void tell(Score score) {
        var candidate = pilot.candidates().get(score.candidate());
        events.append(
                lease,
                TYPE,
                String.format(
                        Locale.ROOT,
                        "Rung %d of %d: %s ranks %.3f of %d held-out pairs rightly.",
                        score.rung() + 1,
                        pilot.plan().rungs().size(),
                        candidate.text(),
                        score.accuracy(),
                        score.correct().length),
                Map.of(
                        "rung", score.rung() + 1,
                        "kernel", candidate.kernel(),
                        "divergence", candidate.divergence(),
                        "accuracy", score.accuracy()));
    }

    private void tell(int rung) {
        var kept = pilot.rungs().get(rung).candidates().stream()
                .filter(PilotStandingView::kept)
                .map(candidate -> candidate.kernel() + " with " + candidate.divergence())
                .toList();
        var message = pilot.ended() == null
                ? "Rung " + (rung + 1) + " is over; " + kept.size() + " run on."
                : kept.get(0) + " wins. " + pilot.ended();
        events.append(lease, TYPE, message, Map.of("rung", rung + 1, "kept", kept));
    }

    private static Set<Integer> running(Race race, int rung) {
        return race.standings(rung).stream()
                .filter(standing -> standing.on())
                .map(standing -> standing.candidate())
                .collect(Collectors.toSet());
    }

    @Override
    public void beginning(TrainingEvent event) {
        beginning.addAll(CurvePoints.of(event, clock.instant()));
    }

    @Override
    public void check() {
        stop.check();
    }

    @Override
    public void warning(String sentence) {
        events.append(lease, "warning", sentence, Map.of());
    }
}
