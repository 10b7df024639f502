/**
 * Property-based tests: a statement about every value of a kind, checked on a thousand that are drawn, corners among them.
 * For tests only.
 *
 * <pre>{@code
 * record Case(double m, double sigma) {}
 *
 * @Test
 * void psi_is_odd() {
 *     Property.forAll(
 *             draw -> new Case(draw.signed(1e-8, 1e4), draw.positive(1e-3, 1e6)),
 *             it -> assertThat(psi(-it.m(), it.sigma())).isEqualTo(-psi(it.m(), it.sigma())));
 * }
 * }</pre>
 */
package io.kernelign.property;
