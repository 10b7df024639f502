package io.kernelign.chat;

/** A function, macro or bound method. */
interface Invocable {

    Object call(Arguments arguments);
}
