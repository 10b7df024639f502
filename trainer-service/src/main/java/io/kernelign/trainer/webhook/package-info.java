/**
 * Who is told what becomes of jobs: a message for each change, put into an outbox by the transaction that makes it so, signed
 * as Standard Webhooks says, and sent until it is taken or tries run out.
 */
package io.kernelign.trainer.webhook;
