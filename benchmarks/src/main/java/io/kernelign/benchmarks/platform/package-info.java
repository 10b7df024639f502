/** The platform as its users run it, in processes that can be killed: four services and a PostgreSQL. */
package io.kernelign.benchmarks.platform;
