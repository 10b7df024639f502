package io.kernelign.gateway.limit;

import io.kernelign.service.access.Caller;
import io.kernelign.service.problem.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What tenants may, for those who run the installation. */
@RestController
@RequestMapping("/api/v1/tenants/{id}/limits")
@Tag(name = "Keys")
class LimitController {

    private final TenantLimits limits;

    LimitController(TenantLimits limits) {
        this.limits = limits;
    }

    @GetMapping
    @Operation(summary = "What a tenant may; null for no limit.")
    Limits get(Caller caller, @PathVariable String id) {
        if (!caller.governs(id)) {
            throw new NotFoundException("tenant", id);
        }
        return limits.of(id);
    }

    @PutMapping
    @Operation(
            summary = "Sets a tenant's limits, for admins of the tenant default.",
            description =
                    "requestsPerMinute, uploadBytesPerDay, storedBytes and unfinishedJobs; one that is left out is what"
                            + " everybody may.")
    Limits set(Caller caller, @PathVariable String id, @RequestBody Map<String, Object> body) {
        if (!caller.operates()) {
            throw new AccessDeniedException("no operator");
        }
        limits.set(id, Limits.read(body));
        return limits.of(id);
    }
}
