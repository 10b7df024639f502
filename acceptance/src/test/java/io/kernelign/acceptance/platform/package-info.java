/** The running platform, a model small enough for everybody, and pairs for it. */
package io.kernelign.acceptance.platform;
