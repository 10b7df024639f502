/** Tests of the web UI in a real browser; there is no code but theirs. */
package io.kernelign.browser;
