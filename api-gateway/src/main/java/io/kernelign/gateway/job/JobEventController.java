package io.kernelign.gateway.job;

import io.kernelign.contracts.JobEvent;
import io.kernelign.contracts.Page;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A job's log, as a page or as a stream. */
@RestController
@RequestMapping("/api/v1/jobs/{id}/events")
@Tag(name = "Jobs")
class JobEventController {

    private final TrainerApi trainer;
    private final EventStreams streams;

    JobEventController(TrainerApi trainer, EventStreams streams) {
        this.trainer = trainer;
        this.streams = streams;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "A job's events, oldest first.",
            description = "As JSON the events after the given one; with Accept: text/event-stream all of them as they"
                    + " happen, from Last-Event-ID on, until the job has ended (event end).")
    Page<JobEvent> page(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        var events = trainer.events(caller.tenant(), id, after, limit);
        var full = !events.isEmpty() && events.size() == limit;
        return new Page<>(events, full ? String.valueOf(events.get(limit - 1).id()) : null);
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(hidden = true)
    SseEmitter stream(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long after) {
        trainer.job(caller.tenant(), id);
        return streams.follow(caller.tenant(), id, after);
    }
}
