package io.kernelign.gateway.access;

import io.kernelign.service.start.RefusedStartException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses to start where others than this machine could call, since nobody has to say who they are. */
@Component
class LoopbackGuard implements BeanFactoryPostProcessor, EnvironmentAware {

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        var address = environment.getProperty("server.address", "");
        var accepted = environment.getProperty("kernelign.gateway.allow-unauthenticated", Boolean.class, false);
        if (!accepted && !isLoopback(address)) {
            throw new RefusedStartException(
                    "The gateway has no authentication yet and would be open to everybody who reaches "
                            + (address.isEmpty() ? "this machine" : address)
                            + "; set server.address to a loopback address, or accept that with"
                            + " kernelign.gateway.allow-unauthenticated=true.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new RefusedStartException(
                    "server.address is \"" + address + "\"; accepted is an address of this machine.", e);
        }
    }
}
