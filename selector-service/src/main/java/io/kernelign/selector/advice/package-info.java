/** From measurements to an objective, in sentences: pure functions, no I/O. */
package io.kernelign.selector.advice;
