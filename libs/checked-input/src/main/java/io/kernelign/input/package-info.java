/**
 * Turns untyped input (a parsed JSON object) into a valid, immutable value or into the complete list of what is
 * wrong with it. A field is declared once, with its range, default and sentence; reading, the catalogue and the
 * API description all use that one declaration. Imports nothing but the JDK.
 */
package io.kernelign.input;
