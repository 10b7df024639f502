/**
 * Renders a conversation with the chat template of a model folder. Parses and evaluates the part of Jinja that
 * such templates use, with bounded work and no I/O. Imports nothing but the JDK.
 */
package io.kernelign.chat;
