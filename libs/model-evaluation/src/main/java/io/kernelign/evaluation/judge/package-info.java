/**
 * Another model as the judge of answers. It is asked to reply with one of a few words; any other reply says nothing, and is
 * counted as that.
 */
package io.kernelign.evaluation.judge;
