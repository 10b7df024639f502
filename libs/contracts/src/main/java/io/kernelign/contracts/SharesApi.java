package io.kernelign.contracts;

import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What trainer-service answers about the tenants' parts of its workers. */
@HttpExchange("/internal/v1/shares/{of}")
public interface SharesApi {

    /** @param of the tenant whose share it is, not the one that asks */
    @GetExchange
    TenantShare share(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String of);

    /** @param share unchecked; a field that is left out is as for everybody */
    @PutExchange
    TenantShare set(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @PathVariable String of,
            @RequestBody Map<String, Object> share);
}
