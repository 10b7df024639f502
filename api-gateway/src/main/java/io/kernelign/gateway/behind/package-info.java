/** The services behind the gateway, and what keeps one that is slow or away from holding the whole of it. */
package io.kernelign.gateway.behind;
