/**
 * What every service shares: problem details, tenant, request id, blob store, PostgreSQL for tests and
 * standalone. Knows no domain.
 */
package io.kernelign.service;
