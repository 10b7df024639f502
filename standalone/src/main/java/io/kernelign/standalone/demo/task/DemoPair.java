package io.kernelign.standalone.demo.task;

/**
 * One preference pair.
 *
 * @param task the tag under which the pair's F1 is reported
 */
public record DemoPair(Question question, String chosen, String rejected, String task) {}
