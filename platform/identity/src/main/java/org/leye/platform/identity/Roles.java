package org.leye.platform.identity;

/** The roles of domain.md part D, as they stand in the token's {@code roles} claim and in {@code @RolesAllowed}. */
public final class Roles {

    public static final String CITIZEN = "CITIZEN";
    public static final String EMPLOYER = "EMPLOYER";
    public static final String FOUNDER = "FOUNDER";
    public static final String BROKER = "BROKER";
    public static final String STATION = "STATION";
    public static final String VILLAGE = "VILLAGE";
    public static final String TOWN = "TOWN";
    public static final String COUNTY = "COUNTY";
    public static final String REVIEWER = "REVIEWER";
    public static final String FINANCE = "FINANCE";
    public static final String BANK = "BANK";
    public static final String SCHOOL = "SCHOOL";
    public static final String PROVIDER = "PROVIDER";
    public static final String ASSESSOR = "ASSESSOR";
    public static final String SUPERVISOR = "SUPERVISOR";
    public static final String AUDITOR = "AUDITOR";
    public static final String ADMIN = "ADMIN";
    public static final String SYSTEM = "SYSTEM";
    /** The gateway, when it asks which person a proof of identity names. Of its service account alone. */
    public static final String LINKER = "LINKER";

    private Roles() {}
}
