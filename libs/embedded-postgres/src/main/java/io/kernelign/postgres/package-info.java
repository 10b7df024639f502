/**
 * A real PostgreSQL that comes with the build's artifacts and is started in a folder: for standalone, and for tests
 * where no container engine is. Imports nothing of ours.
 */
package io.kernelign.postgres;
