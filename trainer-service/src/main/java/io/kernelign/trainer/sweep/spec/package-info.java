/** What a sweep may say: the one declaration of its JSON, and what it makes of a job. */
package io.kernelign.trainer.sweep.spec;
