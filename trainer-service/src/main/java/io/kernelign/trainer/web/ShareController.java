package io.kernelign.trainer.web;

import io.kernelign.contracts.SharesApi;
import io.kernelign.contracts.TenantShare;
import io.kernelign.trainer.queue.TenantShares;
import java.util.Map;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ShareController implements SharesApi {

    private final TenantShares shares;

    ShareController(TenantShares shares) {
        this.shares = shares;
    }

    @Override
    public TenantShare share(String tenant, String of) {
        return shares.of(of);
    }

    @Override
    public TenantShare set(String tenant, String of, Map<String, Object> share) {
        shares.set(of, share);
        return shares.of(of);
    }
}
