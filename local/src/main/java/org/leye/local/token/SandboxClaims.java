package org.leye.local.token;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What a sandbox user's token says beside the role.
 *
 * @param region division code of an officer, 6, 9 or 12 digits
 * @param uscc unified social credit code of an employer
 * @param person person key
 */
public record SandboxClaims(
        @Nullable String region,
        @Nullable String uscc,
        @Nullable String person) {

    /** The division of the city in the suite's data. */
    public static final String HOME_REGION = "330282";

    private static final Set<String> OFFICERS =
            Set.of("STATION", "VILLAGE", "TOWN", "COUNTY", "REVIEWER", "FINANCE", "SUPERVISOR", "AUDITOR", "ADMIN");

    /** What the role needs at least: officers act for the whole city unless they name a smaller division. */
    public static SandboxClaims usualFor(String role) {
        return new SandboxClaims(OFFICERS.contains(role.toUpperCase(Locale.ROOT)) ? HOME_REGION : null, null, null);
    }

    public SandboxClaims withRegion(@Nullable String other) {
        return other == null ? this : new SandboxClaims(other, uscc, person);
    }

    public SandboxClaims withUscc(@Nullable String other) {
        return other == null ? this : new SandboxClaims(region, other, person);
    }

    public SandboxClaims withPerson(@Nullable String other) {
        return other == null ? this : new SandboxClaims(region, uscc, other);
    }

    /** The claims that are there, by name. */
    Map<String, String> present() {
        Map<String, String> present = new TreeMap<>();
        put(present, "region", region);
        put(present, "uscc", uscc);
        put(present, "person", person);
        return present;
    }

    private static void put(Map<String, String> present, String name, @Nullable String value) {
        if (value != null) {
            present.put(name, value);
        }
    }
}
