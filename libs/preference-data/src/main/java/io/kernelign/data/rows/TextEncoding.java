package io.kernelign.data.rows;

import java.io.InputStream;
import java.util.Arrays;

/** How a text is written in bytes: told by its byte order mark, or by where the zeros of its first letters stand. */
enum TextEncoding {
    UTF_8(1, false, Magic.of(0xEF, 0xBB, 0xBF)),
    UTF_32LE(4, false, Magic.of(0xFF, 0xFE, 0, 0)),
    UTF_32BE(4, true, Magic.of(0, 0, 0xFE, 0xFF)),
    UTF_16LE(2, false, Magic.of(0xFF, 0xFE)),
    UTF_16BE(2, true, Magic.of(0xFE, 0xFF));

    private final int unit;
    private final boolean bigEndian;
    private final Magic mark;

    TextEncoding(int unit, boolean bigEndian, Magic mark) {
        this.unit = unit;
        this.bigEndian = bigEndian;
        this.mark = mark;
    }

    /** UTF-8 when nothing speaks for another. */
    static TextEncoding of(byte[] head) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.mark.marks(head))
                .findFirst()
                .orElseGet(() -> Arrays.stream(values())
                        .filter(encoding -> encoding.unit > 1 && encoding.beginsWithAscii(head))
                        .findFirst()
                        .orElse(UTF_8));
    }

    /** Bytes of the byte order mark; 0 when there is none. */
    int markLength(byte[] head) {
        return mark.marks(head) ? mark.length() : 0;
    }

    /** The same text in UTF-8; half a surrogate pair becomes bytes that are not UTF-8. */
    InputStream toUtf8(InputStream text) {
        return this == UTF_8 ? text : new Utf8Input(text, unit, bigEndian);
    }

    /** Whether the first unit is a character below 128, which UTF-8 would write without a zero. */
    private boolean beginsWithAscii(byte[] head) {
        if (head.length < unit) {
            return false;
        }
        int letter = bigEndian ? unit - 1 : 0;
        for (int i = 0; i < unit; i++) {
            if (i == letter ? head[i] <= 0 : head[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
