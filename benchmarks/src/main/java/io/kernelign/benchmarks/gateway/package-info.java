/** The gateway under load, and the platform while its parts are killed. */
package io.kernelign.benchmarks.gateway;
