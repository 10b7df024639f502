package io.kernelign.alignment.race;

/**
 * One round of a race.
 *
 * @param candidates how many run in it, at least 2
 * @param steps optimiser steps that each of them has made at its end, counted from the beginning of its training
 * @param pairs first held-out pairs on which each of them is scored then
 * @param cost token-steps of the round
 */
public record Rung(int candidates, long steps, int pairs, double cost) {}
