/** What the numbers of a training mean for whoever looks at them: one small rule each, pure functions of its history. */
package io.kernelign.training.explanation;
