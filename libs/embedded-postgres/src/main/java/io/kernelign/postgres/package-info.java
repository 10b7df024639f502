/**
 * A real PostgreSQL that comes with the build's artifacts and is started in a folder: for standalone, and for tests
 * where no container engine is. {@link io.kernelign.postgres.EmbeddedPostgresServer} is the way in. Imports nothing of
 * ours.
 */
package io.kernelign.postgres;
