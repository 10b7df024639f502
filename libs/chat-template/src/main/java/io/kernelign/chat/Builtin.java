package io.kernelign.chat;

/** A filter or method: a function of a subject and further arguments. */
interface Builtin {

    /** @param name under which it was called, for errors */
    Object apply(Object subject, String name, Arguments arguments);
}
