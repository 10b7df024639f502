/**
 * The web UI: plain ES modules from {@code classpath:web-ui/} and libraries from WebJars, under URLs that change with what they
 * say, and one HTML page for all of its routes.
 */
package io.kernelign.gateway.ui;
