/** The durable queue: db-scheduler's table in schema {@code trainer}, one execution a job. */
package io.kernelign.trainer.queue;
