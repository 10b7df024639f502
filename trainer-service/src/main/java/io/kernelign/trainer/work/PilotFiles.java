package io.kernelign.trainer.work;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.job.PilotRecord;
import io.kernelign.trainer.job.PilotRecord.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The checkpoints and curves of a race's trials in the blob store; those that nobody goes on from are dropped. */
final class PilotFiles {

    private final BlobStore blobs;
    private final Lease lease;

    PilotFiles(BlobStore blobs, Lease lease) {
        this.blobs = blobs;
        this.lease = lease;
    }

    /** Stores what a trial left; the file goes away. */
    Trial store(int rung, int candidate, String correct, Path checkpoint, List<MetricPoint> curves) throws IOException {
        var name = folder(lease.job()) + lease.attempt() + "-" + rung + "-" + candidate;
        var trial = new Trial(rung, candidate, correct, name + ".safetensors", name + ".json");
        blobs.put(trial.checkpoint(), checkpoint);
        blobs.put(trial.curves(), out -> out.write(JsonMapper.shared().writeValueAsBytes(curves)));
        Files.delete(checkpoint);
        return trial;
    }

    Path checkpoint(Trial trial) throws IOException {
        return blobs.localPath(trial.checkpoint());
    }

    List<MetricPoint> curves(Trial trial) throws IOException {
        try (var in = blobs.open(trial.curves())) {
            return List.of(JsonMapper.shared().readValue(in, MetricPoint[].class));
        }
    }

    /** Drops all but the latest checkpoints and the curves of the candidates that run on. */
    void keepOnly(PilotRecord pilot, Set<Integer> running) throws IOException {
        var kept = running.stream()
                .flatMap(candidate -> Stream.concat(
                        pilot.latest(candidate).stream().map(Trial::checkpoint),
                        pilot.of(candidate).stream().map(Trial::curves)))
                .collect(Collectors.toSet());
        for (var key : blobs.list(folder(lease.job()))) {
            if (!kept.contains(key)) {
                blobs.delete(key);
            }
        }
    }

    /** Drops all that a job has. */
    static void deleteAll(BlobStore blobs, String job) throws IOException {
        for (var key : blobs.list(folder(job))) {
            blobs.delete(key);
        }
    }

    private static String folder(String job) {
        return "jobs/" + job + "/pilot/";
    }
}
