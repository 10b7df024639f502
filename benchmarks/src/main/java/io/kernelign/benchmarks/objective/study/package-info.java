/**
 * The study of alignment direction: which objectives teach a policy to prefer what is preferred, on a contextual bandit
 * and on a language model of a size at which every objective can be trained many times.
 */
package io.kernelign.benchmarks.objective.study;
