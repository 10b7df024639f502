package io.kernelign.service.start;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** As much of a service as brings its schema up to date: what runs before the services of an upgrade start. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration
class SchemaMigration {}
