/** The adapters that a job may start from: those of earlier jobs, and folders beside the models. */
package io.kernelign.trainer.adapter;
