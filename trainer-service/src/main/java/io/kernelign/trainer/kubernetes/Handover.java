package io.kernelign.trainer.kubernetes;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kernelign.trainer.job.JobStanding;
import io.kernelign.trainer.job.JobWish;
import io.kernelign.trainer.job.PausedJobException;
import io.kernelign.trainer.work.InterruptedWorkException;
import io.kernelign.trainer.work.Work;
import java.net.HttpURLConnection;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One piece of work in the hands of Kubernetes: sees to it that its Job is there, and goes by what becomes of both. It looks at how
 * both stand, again and again, and keeps nothing that another process could not find out as well.
 */
final class Handover {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    private static final long POLL_MILLIS = 1000;

    private final ClusterJobs jobs;
    private final Job job;
    private final String name;
    private final Work work;
    private final String id;
    private final Tidings tidings;

    /** The Job that this handover has made or seen active; {@code null} before. One that had ended by then is of an earlier try. */
    private String own;

    Handover(ClusterJobs jobs, Job job, Work work, String id) {
        this.jobs = jobs;
        this.job = job;
        this.name = job.getMetadata().getName();
        this.work = work;
        this.id = id;
        this.tidings = new Tidings(message -> work.tell(id, message));
    }

    /** As {@link Work#run}; the Job goes on when this process ends, and whoever takes the work next finds it. */
    void run(BooleanSupplier shuttingDown) {
        try {
            while (!done()) {
                if (shuttingDown.getAsBoolean()) {
                    throw new InterruptedWorkException(id, "this process ends, its Job goes on");
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedWorkException(id, "this process ends, its Job goes on");
        }
    }

    private boolean done() {
        try {
            // In this order: a pod ends its work before its Job is complete, and work that has not ended by then was
            // laid down.
            var found = jobs.find(name);
            var standing = work.standing(id);
            return found.isEmpty() ? missing(standing) : found(found.get(), standing);
        } catch (KubernetesClientException e) {
            if (isRefusal(e.getCode())) {
                tidings.refused(name, e);
            } else {
                LOG.debug("Kubernetes cannot be asked for {}: {}", name, e.getMessage());
            }
            return false;
        }
    }

    /** A Job that somebody else has made meanwhile is as good as one of ours. */
    private static boolean isRefusal(int code) {
        return code >= HttpURLConnection.HTTP_BAD_REQUEST
                && code < HttpURLConnection.HTTP_INTERNAL_ERROR
                && code != HttpURLConnection.HTTP_CONFLICT;
    }

    private boolean missing(JobStanding standing) {
        if (isUnwanted(standing)) {
            return layAside(standing);
        }
        own = uid(jobs.create(job));
        return false;
    }

    private boolean found(Job there, JobStanding standing) {
        return switch (JobPhase.of(there)) {
            case ACTIVE -> active(there, standing);
            case LEAVING -> standing.ended();
            case COMPLETE, FAILED -> standing.ended() || stopped(there, standing);
        };
    }

    private boolean active(Job there, JobStanding standing) {
        own = uid(there);
        if (isUnwanted(standing) && !jobs.hasBegun(there)) {
            jobs.delete(there);
            return layAside(standing);
        }
        tidings.warnings(jobs.warnings(there));
        tidings.pods(jobs.pods(there));
        return standing.ended();
    }

    /** Its Job has come to its end and the work has not. */
    private boolean stopped(Job there, JobStanding standing) {
        var mine = uid(there).equals(own);
        if (mine && JobPhase.of(there) == JobPhase.FAILED) {
            work.giveUp(id, "Kubernetes has given its Job " + name + " up, " + JobPhase.reason(there));
            return true;
        }
        jobs.delete(there);
        if (mine && !isUnwanted(standing)) {
            throw new InterruptedWorkException(id, "its pod has laid it down");
        }
        return isUnwanted(standing) && layAside(standing);
    }

    private static String uid(Job job) {
        return job.getMetadata().getUid();
    }

    private static boolean isUnwanted(JobStanding standing) {
        return standing.ended() || standing.wish() == JobWish.CANCEL || standing.wish() == JobWish.PAUSE;
    }

    /** Leaves work that is unwanted and that no pod has. */
    private boolean layAside(JobStanding standing) {
        if (!standing.ended()) {
            if (standing.wish() == JobWish.PAUSE) {
                throw new PausedJobException(id);
            }
            work.giveUp(id, "somebody wishes to cancel it");
        }
        return true;
    }
}
