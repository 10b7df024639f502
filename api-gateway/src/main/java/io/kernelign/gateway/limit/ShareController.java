package io.kernelign.gateway.limit;

import io.kernelign.contracts.SharesApi;
import io.kernelign.contracts.TenantShare;
import io.kernelign.gateway.access.Tenants;
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

/** What tenants have of the workers; trainer-service checks and keeps it. */
@RestController
@RequestMapping("/api/v1/tenants/{id}/share")
@Tag(name = "Keys")
class ShareController {

    private final Tenants tenants;
    private final SharesApi shares;

    ShareController(Tenants tenants, SharesApi shares) {
        this.tenants = tenants;
        this.shares = shares;
    }

    @GetMapping
    @Operation(summary = "A tenant's part of the workers; null for no limit.")
    TenantShare get(Caller caller, @PathVariable String id) {
        if (!caller.governs(id)) {
            throw new NotFoundException("tenant", id);
        }
        return shares.share(caller.tenant(), id);
    }

    @PutMapping
    @Operation(
            summary = "Sets a tenant's part of the workers, for admins of the tenant default.",
            description =
                    "weight, 1 to 100, is how many turns the tenant has while one of weight 1 has one; runningJobs is"
                            + " how many jobs and evaluations of it run at a time. One that is left out is what everybody"
                            + " has.")
    TenantShare set(Caller caller, @PathVariable String id, @RequestBody Map<String, Object> body) {
        if (!caller.operates()) {
            throw new AccessDeniedException("no operator");
        }
        if (!tenants.exists(id)) {
            throw new NotFoundException("tenant", id);
        }
        return shares.set(caller.tenant(), id, body);
    }
}
