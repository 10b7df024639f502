package io.kernelign.gateway.access;

import io.kernelign.service.access.InternalTokens;
import io.kernelign.service.access.ListeningAddress;
import io.kernelign.service.start.RefusedStartException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where others than this machine could call and nobody has to say who they are, or where those who have to would
 * find services behind the gateway that believe anybody.
 */
@Component
class OpenDoorGuard implements SmartInitializingSingleton {

    private final AccessMode access;
    private final Environment environment;

    OpenDoorGuard(AccessMode access, Environment environment) {
        this.access = access;
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (access.asked()) {
            requireSharedSecret();
        } else if (!environment.getProperty("kernelign.gateway.allow-unauthenticated", Boolean.class, false)) {
            requireLoopback(ListeningAddress.of(environment));
        }
    }

    private void requireSharedSecret() {
        if (!InternalTokens.SECRET.given(environment)) {
            throw new RefusedStartException(
                    "Callers have keys here, so the services behind the gateway must not believe"
                            + " anybody either; give all of them one secret, by KERNELIGN_INTERNAL_SECRET or"
                            + " KERNELIGN_INTERNAL_SECRET_FILE.");
        }
    }

    private static void requireLoopback(ListeningAddress address) {
        if (!address.isLoopback()) {
            throw new RefusedStartException("The gateway would be open to everybody who reaches " + address
                    + "; have it ask for keys by giving the first one, in KERNELIGN_ADMIN_KEY or"
                    + " KERNELIGN_ADMIN_KEY_FILE, or set server.address to a loopback address, or accept that with"
                    + " kernelign.gateway.allow-unauthenticated=true.");
        }
    }
}
