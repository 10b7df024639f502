/**
 * OpenAI's files, fine-tuning jobs and models over the same data sets, jobs and models that {@code /api/v1} has: OpenAI's
 * clients work here once their base URL names {@code /v1} of this host.
 */
package io.kernelign.gateway.openai;
