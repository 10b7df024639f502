package io.kernelign.standalone.demo.task;

/** One question and one answer to it: a line of the pre-training corpus. */
public record Exchange(Question question, String answer) {}
