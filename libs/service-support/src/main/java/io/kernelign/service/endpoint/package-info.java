/** Models of others, behind endpoints that speak OpenAI's interface. */
package io.kernelign.service.endpoint;
