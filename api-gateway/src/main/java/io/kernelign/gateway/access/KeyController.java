package io.kernelign.gateway.access;

import io.kernelign.contracts.Page;
import io.kernelign.service.access.Caller;
import io.kernelign.service.problem.ConflictException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys, for admins. */
@RestController
@RequestMapping("/api/v1/keys")
@Tag(name = "Keys")
class KeyController {

    private final KeyLibrary keys;
    private final AccessMode access;

    KeyController(KeyLibrary keys, AccessMode access) {
        this.keys = keys;
        this.access = access;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Makes a key; its secret is in this answer and nowhere else.",
            description = "{name, role, tenant, expiresAt}; role is reader, writer or admin. Admins of the tenant"
                    + " default make keys for every tenant, others for their own.")
    ResponseEntity<IssuedKey> create(Caller caller, @RequestBody Map<String, Object> body) {
        if (!access.asked()) {
            throw new ConflictException("Nobody is asked for a key here, so none are made; start the gateway with"
                    + " KERNELIGN_ADMIN_KEY first.");
        }
        var issued = keys.issue(caller, KeyRequest.read(body));
        return ResponseEntity.created(URI.create("/api/v1/keys/" + issued.key().id()))
                .cacheControl(CacheControl.noStore())
                .body(issued);
    }

    @GetMapping
    @Operation(summary = "Lists keys, newest first, those that work no longer included.")
    Page<ApiKey> list(
            Caller caller,
            @RequestParam(required = false) String tenant,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return keys.list(caller, Optional.ofNullable(tenant), cursor, limit);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One key, without its secret.")
    ApiKey get(Caller caller, @PathVariable String id) {
        return keys.find(caller, id);
    }

    @PostMapping("/{id}/rotate")
    @Operation(
            summary = "Gives a key another secret, which is in this answer and nowhere else.",
            description = "The secret before stops working at once, or after graceSeconds (at most a week).")
    ResponseEntity<IssuedKey> rotate(
            Caller caller, @PathVariable String id, @RequestBody(required = false) Map<String, Object> body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(keys.rotate(caller, id, RotationRequest.read(body)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes a key, at once and for good; it stays in the list.")
    ResponseEntity<Void> revoke(Caller caller, @PathVariable String id) {
        keys.revoke(caller, id);
        return ResponseEntity.noContent().build();
    }
}
