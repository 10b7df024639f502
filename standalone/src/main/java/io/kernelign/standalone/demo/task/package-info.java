/**
 * The demo's preference task: a small harbour town whose residents can be asked about, a guide that answers
 * courteously or curtly, the rule that judges an answer, and the tokenizer and configuration of a tiny model for
 * it. Everything follows from a seed. Plain Java: imports no Spring, no tensor and no other part of the platform.
 */
package io.kernelign.standalone.demo.task;
