/**
 * All four services in one JVM with an embedded real PostgreSQL, the command line, and the demo. Wires the
 * services; owns no table.
 */
package io.kernelign.standalone;
