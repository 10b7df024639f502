/**
 * The only public door (schema gateway): uploads, the public API, and routes to the services behind it.
 */
package io.kernelign.gateway;
