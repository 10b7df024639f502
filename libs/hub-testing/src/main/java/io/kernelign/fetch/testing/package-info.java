/** Servers to fetch from, for tests, which can be told to misbehave. */
package io.kernelign.fetch.testing;
