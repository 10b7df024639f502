package io.kernelign.data.layout;

/** A layout that is recognised by its columns, and asked for by its name. */
interface KnownLayout extends Layout {

    Signature signature();
}
