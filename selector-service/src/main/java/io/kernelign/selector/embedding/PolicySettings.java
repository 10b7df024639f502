package io.kernelign.selector.embedding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the trainer is asked for the hidden states of its models, under {@code kernelign.selector.policy}.
 *
 * @param timeout for one answer
 * @param patience for how long a trainer that is away or has no room is asked again
 */
@ConfigurationProperties("kernelign.selector.policy")
record PolicySettings(
        @DefaultValue("30m") Duration timeout,
        @DefaultValue("5m") Duration patience) {}
