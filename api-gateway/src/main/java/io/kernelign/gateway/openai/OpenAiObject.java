package io.kernelign.gateway.openai;

/** What has an id of its own in OpenAI's dialect. */
interface OpenAiObject {

    String id();
}
