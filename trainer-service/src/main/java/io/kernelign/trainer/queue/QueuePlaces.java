package io.kernelign.trainer.queue;

import io.kernelign.contracts.QueuePlace;
import io.kernelign.trainer.job.Job;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where jobs stand in the queue. */
@Repository
public class QueuePlaces {

    private final JdbcClient jdbc;
    private final Clock clock;

    QueuePlaces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Position(String job, int position) {}

    /** The places of those that wait, by id. */
    public Map<String, QueuePlace> of(Collection<Job> jobs) {
        var ids = jobs.stream().filter(Job::waits).map(Job::id).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var positions = positions(ids);
        var length = lately();
        var left = length.map(this::left).orElse(List.of());
        return positions.stream()
                .collect(Collectors.toMap(
                        Position::job,
                        place -> new QueuePlace(place.position, expected(place.position, left, length))));
    }

    private List<Position> positions(List<String> ids) {
        return jdbc.sql("""
                        select task_instance as job, position from waiting
                        where task_name = 'job' and task_instance in (:ids) and tenant is not null""").param("ids", ids).query(Position.class).list();
    }

    private Instant expected(int position, List<Double> left, Optional<Double> length) {
        return left.isEmpty()
                ? null
                : clock.instant().plusSeconds(Math.round(ExpectedStart.seconds(left, length.orElseThrow(), position)));
    }

    /** Seconds that the newest jobs took which have succeeded; empty when none has. */
    private Optional<Double> lately() {
        return jdbc.sql("""
                        select avg(extract(epoch from finished_at - started_at))::double precision from (
                            select started_at, finished_at from job
                            where finished_at is not null and state = 'succeeded' order by finished_at desc limit 20) newest""").query(Double.class).optional();
    }

    /** Seconds that each running job or evaluation has left; one that does not say takes as long as others did. */
    private List<Double> left(double length) {
        return jdbc.sql("""
                        select coalesce(job.seconds_left, evaluation.seconds_left, :length)::double precision
                        from queue_entry entry
                        left join job on entry.task_name = 'job' and job.id = entry.task_instance
                        left join evaluation on entry.task_name = 'evaluation' and evaluation.id = entry.task_instance
                        where entry.picked and entry.tenant is not null""").param("length", length).query(Double.class).list();
    }
}
