/** What the API says of itself at {@code /openapi}: what Springdoc reads off the controllers, made to be what they answer. */
package io.kernelign.gateway.description;
