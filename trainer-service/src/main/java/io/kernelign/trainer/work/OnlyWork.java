package io.kernelign.trainer.work;

import io.kernelign.trainer.duty.Duty;
import io.kernelign.trainer.job.PausedJobException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The one piece of work that this process is there for, by {@code kernelign.trainer.only}. The process ends with it: by 0 when
 * nobody has to go on now, since it has ended, rests or makes room; by 1 when another process is to try.
 */
@Component
@ConditionalOnExpression("!'${" + Duty.ONLY + "}'.isEmpty()")
class OnlyWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OnlyWork.class);

    private final String id;
    private final List<Work> kinds;
    private final Duration patience;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean shuttingDown;
    private Thread thread;

    /** @param patience how long a process that is told to end waits for a checkpoint */
    OnlyWork(Duty duty, List<Work> kinds, @Value("${db-scheduler.shutdown-max-wait}") Duration patience) {
        this.id = duty.only();
        this.kinds = kinds;
        this.patience = patience;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        thread = new Thread(
                () -> {
                    int code = code();
                    done.countDown();
                    System.exit(SpringApplication.exit(ready.getApplicationContext(), () -> code));
                },
                "only-work");
        thread.start();
    }

    private int code() {
        try {
            run();
            return 0;
        } catch (PausedJobException e) {
            LOG.info("{}", e.getMessage());
            return 0;
        } catch (InterruptedWorkException e) {
            LOG.info("{}", e.getMessage());
            return e.makesRoom() ? 0 : 1;
        } catch (RuntimeException e) {
            LOG.error("{} needs another try", id, e);
            return 1;
        }
    }

    private void run() {
        kinds.stream()
                .filter(kind -> kind.is(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + id))
                .run(id, () -> shuttingDown);
    }

    @Override
    public void close() throws InterruptedException {
        shuttingDown = true;
        if (thread != null && !done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            thread.interrupt();
        }
    }
}
