package io.kernelign.trainer.memory;

import io.kernelign.training.memory.MemoryPlan;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The memory that this worker's process can have, by its operator's word or by what the machine leaves, and what has been
 * claimed of it. Who looks for room and then claims it holds this object's lock meanwhile.
 */
@Component
public class WorkerMemory {

    private static final String PROPERTY = "kernelign.trainer.memory";
    private static final String AUTO = "auto";
    private static final Runnable KEEPS = () -> {};

    private final String said;
    private final List<Claim> claims = new ArrayList<>();

    WorkerMemory(@Value("${" + PROPERTY + "}") String said) {
        this.said = said;
        whole();
    }

    /** Memory that somebody takes at most, beside what the process takes whatever it does. */
    public final class Claim implements AutoCloseable {

        private final long bytes;
        private final Runnable letGo;

        private Claim(long bytes, Runnable letGo) {
            this.bytes = bytes;
            this.letGo = letGo;
        }

        @Override
        public void close() {
            synchronized (WorkerMemory.this) {
                claims.remove(this);
                WorkerMemory.this.notifyAll();
            }
        }
    }

    /** Bytes that the process can have in all, as things are now. */
    public final long whole() {
        return said.equals(AUTO)
                ? MemoryPlan.availableHere()
                : Sizes.bytes(PROPERTY, said, "auto, or a size such as 12GB");
    }

    /** Bytes that the process could have if nobody had claimed but who asks. */
    public synchronized long room() {
        long whole = whole();
        return whole == Long.MAX_VALUE ? whole : Math.max(0, whole - claimed());
    }

    private long claimed() {
        return claims.stream().mapToLong(claim -> claim.bytes).sum();
    }

    /** Whether anybody has claimed any. */
    public synchronized boolean isClaimed() {
        return !claims.isEmpty();
    }

    /** Whether somebody has claimed memory for as long as he likes: a training runs, or answers are written. */
    public synchronized boolean isHeld() {
        return claims.stream().anyMatch(claim -> claim.letGo == KEEPS);
    }

    /** Claims memory until the claim is closed. */
    public Claim claim(long bytes) {
        return lend(bytes, KEEPS);
    }

    /**
     * Claims memory that others may have back.
     *
     * @param letGo closes the claim before it returns; called by another thread
     */
    public synchronized Claim lend(long bytes, Runnable letGo) {
        var claim = new Claim(bytes, letGo);
        claims.add(claim);
        return claim;
    }

    /** Has all memory back that was lent. */
    public void recall() {
        List<Claim> present;
        synchronized (this) {
            present = List.copyOf(claims);
        }
        present.forEach(claim -> claim.letGo.run());
    }

    /** Waits until somebody gives memory back, or for so long. */
    public synchronized void awaitChange(long millis) throws InterruptedException {
        wait(millis);
    }
}
