/**
 * Tests of the platform as its users meet it: the four services as processes of their own, a real PostgreSQL, plain
 * HTTP at the gateway. Nothing but tests lives here.
 */
package io.kernelign.acceptance;
