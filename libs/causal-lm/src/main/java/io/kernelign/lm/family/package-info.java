/**
 * The families of models that can be loaded: one file each, which says in which parts the family differs from Llama and
 * how its {@code config.json} describes them; {@link io.kernelign.lm.family.Families} lists them.
 */
package io.kernelign.lm.family;
