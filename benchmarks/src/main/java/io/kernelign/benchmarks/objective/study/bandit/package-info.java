/** The contextual bandit of docs/objective.md: a softmax policy whose responses are arms. */
package io.kernelign.benchmarks.objective.study.bandit;
