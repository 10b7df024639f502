/**
 * Successive halving over candidates that are trained a little and scored on held-out pairs (Jamieson and Talwalkar 2016):
 * what a race may cost, which rungs that pays for, and what its scores decide. Plain functions of numbers; who trains and
 * scores is none of its business.
 */
package io.kernelign.alignment.race;
