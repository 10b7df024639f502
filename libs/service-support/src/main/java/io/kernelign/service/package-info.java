/**
 * What every service shares, one package each: {@code access} (who calls), {@code blob} (files under keys), {@code problem} (errors as RFC 9457
 * problem details), {@code http} (request id, clients of the other services), {@code database} (waiting for
 * PostgreSQL), {@code page} (cursors of listings), {@code time} (the clock) and {@code start} (launching, and failing
 * to, in one sentence). Knows no domain.
 *
 * <p>A service has this module on its class path, imports {@code classpath:kernelign-service.yml} in its own
 * {@code NAME-service.yml}, says {@code kernelign.service.name} there, and starts through
 * {@link io.kernelign.service.start.ServiceLauncher}; the rest is auto-configured.
 */
package io.kernelign.service;
