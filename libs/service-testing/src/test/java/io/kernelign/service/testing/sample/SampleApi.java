package io.kernelign.service.testing.sample;

import io.kernelign.contracts.Tenancy;
import java.time.Instant;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

@HttpExchange("/sample")
public interface SampleApi {

    record Note(String text, Double value, Instant at) {}

    @PostExchange("/echo")
    Note echo(@RequestBody Note note);

    @PostExchange("/check")
    Map<String, Object> check(@RequestBody Map<String, Object> options);

    @GetExchange("/notes/{id}")
    Note note(@PathVariable String id);

    @GetExchange("/page")
    Map<String, Object> page(@RequestParam int limit);

    @PostExchange("/conflict")
    void conflict();

    @GetExchange("/crash")
    Note crash();

    @GetExchange("/relay/{path}")
    Map<String, Object> relay(@PathVariable String path);

    @GetExchange("/tenant")
    Map<String, String> tenant(@RequestHeader(Tenancy.HEADER) String tenant);

    @GetExchange("/relayed-tenant")
    Map<String, String> relayedTenant(@RequestHeader(Tenancy.HEADER) String tenant);

    @GetExchange("/lost")
    Note lost();
}
