/** What a worker does with a job: its stages, what it reports while it trains, what it leaves behind. */
package io.kernelign.trainer.work;
