package io.kernelign.gateway.access;

import io.kernelign.contracts.Page;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.access.Caller;
import io.kernelign.service.page.Cursor;
import io.kernelign.service.page.Pages;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.service.problem.NotFoundException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives out keys and takes them back; an admin has to do with the keys of tenants that it governs. */
@Service
@Transactional
class KeyLibrary {

    private final ApiKeys keys;
    private final Tenants tenants;
    private final Clock clock;

    KeyLibrary(ApiKeys keys, Tenants tenants, Clock clock) {
        this.keys = keys;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @throws InvalidInputException the tenant is not the caller's to give keys of, or the expiry is past */
    IssuedKey issue(Caller caller, KeyRequest wish) {
        var tenant = governed(caller, Optional.ofNullable(wish.tenant()));
        var now = clock.instant();
        if (wish.expiresAt() != null && !wish.expiresAt().isAfter(now)) {
            throw new InvalidInputException(
                    FieldError.unacceptable(KeyRequest.EXPIRES_AT, wish.expiresAt(), "a time to come"));
        }
        var secret = KeySecret.fresh();
        var key = ApiKey.fresh(wish, tenant, secret, caller.subject(), now);
        keys.add(key, secret);
        return IssuedKey.of(secret, key);
    }

    /**
     * Keys of a tenant, newest first.
     *
     * @param tenant the caller's own when absent
     */
    Page<ApiKey> list(Caller caller, Optional<String> tenant, String cursor, int limit) {
        var found = keys.olderThan(governed(caller, tenant), Cursor.read(cursor), Pages.lookup(limit));
        return Pages.of(found, limit, key -> key, ApiKey::cursor);
    }

    private String governed(Caller caller, Optional<String> tenant) {
        var chosen = tenant.orElse(caller.tenant());
        if (!caller.governs(chosen) || !tenants.exists(chosen)) {
            throw new InvalidInputException(FieldError.unacceptable(
                    KeyRequest.TENANT,
                    chosen,
                    caller.operates() ? "the id of a tenant" : "the caller's own tenant, " + caller.tenant()));
        }
        return chosen;
    }

    /** @throws NotFoundException there is none, or it is no key of a tenant that the caller governs */
    ApiKey find(Caller caller, String id) {
        return keys.find(id)
                .filter(key -> caller.governs(key.tenant()))
                .orElseThrow(() -> new NotFoundException("key", id));
    }

    /** @throws ConflictException it works no longer */
    IssuedKey rotate(Caller caller, String id, RotationRequest wish) {
        var key = find(caller, id);
        var now = clock.instant();
        if (key.revoked() || key.expired(now)) {
            throw new ConflictException(
                    "The key " + id + (key.revoked() ? " is revoked" : " has expired") + "; make another one.");
        }
        var secret = KeySecret.fresh();
        keys.rotate(id, secret, now.plus(wish.grace()));
        return IssuedKey.of(secret, find(caller, id));
    }

    /** Harmless when it is revoked already. */
    void revoke(Caller caller, String id) {
        keys.revoke(find(caller, id).id(), clock.instant());
    }
}
