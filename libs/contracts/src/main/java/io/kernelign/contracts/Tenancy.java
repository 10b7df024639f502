package io.kernelign.contracts;

/** How the tenant travels between services. */
public final class Tenancy {

    /** Request header that names the tenant on whose behalf a call is made. */
    public static final String HEADER = "X-Kernelign-Tenant";

    /** The tenant of an installation that has only one. */
    public static final String DEFAULT = "default";

    private Tenancy() {}
}
