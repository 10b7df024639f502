package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.platform.ApiClient;
import io.kernelign.benchmarks.platform.Database;
import java.io.IOException;
import java.sql.SQLException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thousands of jobs that have ended: one that really ran, and copies of what it left in the database. Curves are copied with what
 * their summaries tell, without their points, which nobody reads here.
 */
record ManyJobs(String original, int jobs) {

    private static final int LOOK_MILLIS = 200;

    static ManyJobs make(ApiClient client, Database database, TinyJob job, int jobs)
            throws IOException, InterruptedException, SQLException {
        var made = client.post("/api/v1/jobs", job.spec(), "the-original");
        if (made.statusCode() != 201) {
            throw new IOException("the job was answered with " + made.statusCode() + ": " + made.body());
        }
        var id = JsonMapper.shared().readTree(made.body()).get("id").asString();
        awaitSuccess(client, id);
        var all = new ManyJobs(id, jobs);
        all.copy(database);
        return all;
    }

    private static void awaitSuccess(ApiClient client, String id) throws IOException, InterruptedException {
        var state = "queued";
        while (!state.equals("succeeded")) {
            if (state.equals("failed") || state.equals("cancelled")) {
                throw new IOException(client.get("/api/v1/jobs/" + id).body());
            }
            Thread.sleep(LOOK_MILLIS);
            state = client.json("/api/v1/jobs/" + id).get("state").asString();
        }
    }

    private void copy(Database database) throws SQLException {
        try (var connection = database.connect();
                var copies = new RowCopies(connection, jobs - 1)) {
            copies.make("trainer", "job", "id", original);
            copies.make("trainer", "job_event", "job", original);
            copies.make("trainer", "artifact", "job", original);
            copies.make("metrics", "run", "id", original);
            copies.make("metrics", "curve", "run_id", original);
            copies.analyze();
        }
    }

    /** Id of one of them, from 0. */
    String id(int number) {
        return number == 0 ? original : original + "_" + number;
    }
}
