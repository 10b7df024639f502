package io.kernelign.gateway.behind;

import io.kernelign.service.http.ServiceClients;
import java.time.Duration;

/**
 * Calls of one kind to one service.
 *
 * @param patience how long an answer may take
 */
record ServiceBehind(ServiceClients clients, String url, Duration patience, CallGuard guard) {

    /** @param api an interface of the service */
    <T> T client(Class<T> api) {
        return clients.create(api, url, patience, calls -> new GuardedCalls(calls, guard));
    }
}
