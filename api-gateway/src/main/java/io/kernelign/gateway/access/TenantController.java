package io.kernelign.gateway.access;

import io.kernelign.input.Field;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.service.access.Caller;
import io.kernelign.service.problem.ConflictException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tenants of an installation, for those who run it. */
@RestController
@RequestMapping("/api/v1/tenants")
@Tag(name = "Keys")
class TenantController {

    private static final String FORM = "[a-z0-9][a-z0-9-]{0,62}";
    private static final Field<String> ID = Field.required("id", Types.text(63), "What it is called.");
    private static final ObjectType<String> REQUEST =
            ObjectType.of(List.of(ID), values -> values.get(ID), id -> Map.of(ID.name(), id));

    private final Tenants tenants;
    private final Clock clock;

    TenantController(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Makes a tenant, for admins of the tenant default.",
            description = "id is 1 to 63 small letters, digits and dashes. Its first key is made by POST /api/v1/keys"
                    + " with tenant.")
    ResponseEntity<Tenant> create(Caller caller, @RequestBody Map<String, Object> body) {
        requireOperator(caller);
        var id = REQUEST.read(body);
        if (!id.matches(FORM)) {
            throw new InvalidInputException(FieldError.unacceptable(
                    ID.name(), id, "1 to 63 small letters, digits and dashes, no dash at the beginning"));
        }
        var tenant = new Tenant(id, clock.instant());
        if (!tenants.add(tenant)) {
            throw new ConflictException("There is a tenant " + id + " already.");
        }
        return ResponseEntity.created(URI.create("/api/v1/tenants/" + id)).body(tenant);
    }

    @GetMapping
    @Operation(summary = "Lists the tenants, for admins of the tenant default.")
    List<Tenant> list(Caller caller) {
        requireOperator(caller);
        return tenants.all();
    }

    private static void requireOperator(Caller caller) {
        if (!caller.operates()) {
            throw new AccessDeniedException("no operator");
        }
    }
}
