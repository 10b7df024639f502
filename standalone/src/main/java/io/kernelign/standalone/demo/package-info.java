/**
 * The demo, a client of the public API like any other: it uploads a preference task of our own, asks for a
 * recommendation, trains, and asks both models questions that neither has seen. Also makes the demo's base model.
 */
package io.kernelign.standalone.demo;
