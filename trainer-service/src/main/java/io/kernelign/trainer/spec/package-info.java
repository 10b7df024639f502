/** What a job may say: the one declaration of its JSON, the models there are, and what a job will cost. */
package io.kernelign.trainer.spec;
