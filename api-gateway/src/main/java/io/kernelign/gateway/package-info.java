/**
 * The only public door (schema gateway). It owns data sets ({@code dataset}) and how they arrive ({@code upload}), and
 * routes everything else to the services behind it: {@code job}, {@code recommendation}, {@code result} and
 * {@code catalogue}. {@code ui} is what people see of it. {@code access} says who calls, {@code limit} how much they may, and
 * {@code audit} what they did.
 */
package io.kernelign.gateway;
