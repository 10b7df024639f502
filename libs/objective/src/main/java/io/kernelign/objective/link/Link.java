package io.kernelign.objective.link;

/** What a pair costs: either by its one margin, or by the rewards of its two responses. */
public sealed interface Link permits MarginLink, RewardLink {}
