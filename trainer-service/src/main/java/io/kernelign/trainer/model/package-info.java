/** The models that a job may start from: those in the folder of models and those of the hub. */
package io.kernelign.trainer.model;
