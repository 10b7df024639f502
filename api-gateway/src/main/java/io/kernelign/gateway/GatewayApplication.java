package io.kernelign.gateway;

import io.kernelign.service.start.ServiceLauncher;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts api-gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    public static final String NAME = "api-gateway";

    public static void main(String[] args) {
        ServiceLauncher.run(GatewayApplication.class, NAME, args);
    }
}
