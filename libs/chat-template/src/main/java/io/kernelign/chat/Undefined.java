package io.kernelign.chat;

/**
 * What a missing variable, key or element evaluates to: prints as nothing, is false and empty, and fails on any other
 * use.
 *
 * @param name how the template called it
 */
record Undefined(String name) {

    Fault fault() {
        return new Fault(name + " is undefined");
    }
}
