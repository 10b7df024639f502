package io.kernelign.chat;

/** A value with attributes of its own: {@code loop}, a {@code namespace()}. */
interface Named {

    /** The attribute, or an {@link Undefined}. */
    Object attribute(String name);
}
