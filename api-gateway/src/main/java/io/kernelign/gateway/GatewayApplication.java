package io.kernelign.gateway;

import io.kernelign.service.start.ServiceLauncher;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts api-gateway. */
@SpringBootApplication
public class GatewayApplication {

    public static final String NAME = "api-gateway";

    public static void main(String[] args) {
        ServiceLauncher.start(GatewayApplication.class, NAME, args);
    }
}
