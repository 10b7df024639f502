package io.kernelign.gateway.behind;

/**
 * What a service has answered, to be handed on as it is: nobody in between has to read it.
 *
 * @param <T> what it says
 * @param json in UTF-8
 */
public record Told<T>(byte[] json) {}
