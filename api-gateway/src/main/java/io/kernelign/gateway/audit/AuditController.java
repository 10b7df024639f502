package io.kernelign.gateway.audit;

import io.kernelign.contracts.Page;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.access.Caller;
import io.kernelign.service.page.Pages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, for admins. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Keys")
class AuditController {

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping
    @Operation(
            summary =
                    "Who did what, newest first: every request that could change something, with its answer's status.",
            description = "Admins of the tenant default may name another tenant.")
    Page<AuditRecord> list(
            Caller caller,
            @RequestParam(required = false) String tenant,
            @RequestParam(required = false) Long cursor,
            @RequestParam(defaultValue = "20") int limit) {
        var chosen = tenant == null ? caller.tenant() : tenant;
        if (!caller.governs(chosen)) {
            throw new InvalidInputException(
                    FieldError.unacceptable("tenant", tenant, "the own tenant, " + caller.tenant()));
        }
        var found = trail.before(chosen, cursor == null ? Long.MAX_VALUE : cursor, Pages.lookup(limit));
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? String.valueOf(shown.get(limit - 1).id()) : null;
        return new Page<>(shown, next);
    }
}
