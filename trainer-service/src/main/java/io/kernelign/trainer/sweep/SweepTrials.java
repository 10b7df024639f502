package io.kernelign.trainer.sweep;

import io.kernelign.contracts.JobState;
import io.kernelign.search.Point;
import io.kernelign.search.Proposal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The trials of sweeps. */
@Repository
class SweepTrials {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SweepTrials(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param refusal why its values are no job; {@code null} where jobs follow */
    void insert(String sweep, int number, Proposal proposal, String refusal) {
        jdbc.sql("""
                        insert into sweep_trial (sweep, number, point, share, error)
                        values (:sweep, :number, cast(:point as jsonb), :share, :error)""")
                .param("sweep", sweep)
                .param("number", number)
                .param("point", json.writeValueAsString(proposal.point().coordinates()))
                .param("share", proposal.share())
                .param("error", refusal)
                .update();
    }

    void insertJob(String sweep, int trial, int part, String job) {
        jdbc.sql("insert into sweep_job (sweep, trial, part, job) values (:sweep, :trial, :part, :job)")
                .param("sweep", sweep)
                .param("trial", trial)
                .param("part", part)
                .param("job", job)
                .update();
    }

    int count(String sweep) {
        return jdbc.sql("select count(*) from sweep_trial where sweep = :sweep")
                .param("sweep", sweep)
                .query(Integer.class)
                .single();
    }

    private record Row(
            int number,
            String point,
            double share,
            String refusal,
            String job,
            String state,
            String error,
            Double figure) {}

    /**
     * All trials of a sweep, in their order.
     *
     * @param metric whose figure is told
     */
    List<SweepTrial> of(String sweep, String metric) {
        var rows = jdbc.sql("""
                        select trial.number, cast(trial.point as text) as point, trial.share,
                            trial.error as refusal, job.id as job, job.state, job.error, cast(job.results ->> :metric as double precision) as figure
                        from sweep_trial trial
                            left join sweep_job part on part.sweep = trial.sweep and part.trial = trial.number
                            left join job on job.id = part.job
                        where trial.sweep = :sweep order by trial.number, part.part""")
                .param("sweep", sweep)
                .param("metric", metric)
                .query(Row.class)
                .list();
        var trials = new ArrayList<SweepTrial>();
        for (int from = 0, to; from < rows.size(); from = to) {
            to = from + 1;
            while (to < rows.size() && rows.get(to).number() == rows.get(from).number()) {
                to++;
            }
            trials.add(trial(rows.subList(from, to)));
        }
        return trials;
    }

    private SweepTrial trial(List<Row> rows) {
        var first = rows.get(0);
        var parts = rows.stream()
                .filter(row -> row.job() != null)
                .map(row -> new SweepTrial.Part(
                        row.job(), JobState.valueOf(row.state().toUpperCase(Locale.ROOT)), row.error(), row.figure()))
                .toList();
        var coordinates = json.readValue(first.point(), double[].class);
        var point = new Point(Arrays.stream(coordinates).boxed().toList());
        return new SweepTrial(first.number(), point, first.share(), first.refusal(), parts);
    }

    /** Ids of the jobs of a sweep that have not ended. */
    List<String> unendedJobs(String sweep) {
        return jdbc.sql("""
                        select job.id from sweep_job part join job on job.id = part.job
                        where part.sweep = :sweep and job.finished_at is null""").param("sweep", sweep).query(String.class).list();
    }
}
