package io.kernelign.data.pair;

/** One turn of a conversation. */
public record Message(Role role, String content) {}
