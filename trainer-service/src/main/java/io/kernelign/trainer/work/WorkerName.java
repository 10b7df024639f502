package io.kernelign.trainer.work;

import java.lang.management.ManagementFactory;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Name of this process among the workers: process, host and something that no other start has. */
@Component
class WorkerName {

    private final String value = ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();

    String value() {
        return value;
    }
}
