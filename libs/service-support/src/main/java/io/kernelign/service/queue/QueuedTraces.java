package io.kernelign.service.queue;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.HashMap;
import java.util.Map;

/**
 * Carries a trace through a queue: a task is worked on within the trace that queued it, be it hours later and in another
 * process. Its data is the trace's {@code traceparent} (W3C Trace Context), {@code null} when there was none.
 */
public final class QueuedTraces implements ExecutionInterceptor {

    private static final String PARENT = "traceparent";

    private final ObservationRegistry observations;

    public QueuedTraces(ObservationRegistry observations) {
        this.observations = observations;
    }

    /** The trace that this thread is in; {@code null} outside of one. */
    String current(String task) {
        var context = new SenderContext<Map<String, String>>(Map::put, Kind.PRODUCER);
        context.setCarrier(new HashMap<>());
        return Observation.createNotStarted("kernelign.queue.add", () -> context, observations)
                .contextualName("add " + task)
                .lowCardinalityKeyValue("task", task)
                .observe(() -> context.getCarrier().get(PARENT));
    }

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext execution, ExecutionChain chain) {
        var context = new ReceiverContext<String>((parent, key) -> key.equals(PARENT) ? parent : null, Kind.CONSUMER);
        context.setCarrier(task.getData() instanceof String parent ? parent : null);
        return Observation.createNotStarted("kernelign.queue.task", () -> context, observations)
                .contextualName(task.getTaskName())
                .lowCardinalityKeyValue("task", task.getTaskName())
                .highCardinalityKeyValue("id", task.getId())
                .observe(() -> chain.proceed(task, execution));
    }
}
