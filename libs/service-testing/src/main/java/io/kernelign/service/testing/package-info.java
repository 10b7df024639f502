/**
 * What the tests of every service share: {@link io.kernelign.service.testing.TestPostgres}, a real PostgreSQL with a
 * fresh database for whoever asks, {@link io.kernelign.service.testing.TestS3}, a real S3 server, and
 * {@link io.kernelign.service.testing.RunningService}, a service as its main method starts it. Only ever a test
 * dependency.
 */
package io.kernelign.service.testing;
