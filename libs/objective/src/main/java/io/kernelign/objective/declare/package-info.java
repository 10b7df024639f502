/**
 * How a named part of the objective declares itself once: what reads its configuration also describes it in the catalogue.
 */
package io.kernelign.objective.declare;
