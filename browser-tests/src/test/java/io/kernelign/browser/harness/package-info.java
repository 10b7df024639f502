/** A platform that has trained something, and a browser before it. */
package io.kernelign.browser.harness;
