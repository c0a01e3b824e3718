package org.leye.platform.identity;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who does something: a caller with a token, or the suite itself.
 *
 * @param subject the token's {@code sub}; {@code system} for the suite
 * @param consumer the client the token was given to ({@code azp})
 * @param region the division of an officer
 * @param person the caller's own person key
 * @param uscc the caller's own enterprise
 */
public record Actor(
        String subject,
        String consumer,
        Set<String> roles,
        @Nullable DivisionCode region,
        @Nullable PersonKey person,
        @Nullable Uscc uscc) {

    /** The suite itself: jobs and the effects of events. */
    public static final Actor SYSTEM = new Actor("system", "leye", Set.of(Roles.SYSTEM), null, null, null);

    private static final Set<String> OFFICERS = Set.of(
            Roles.VILLAGE,
            Roles.STATION,
            Roles.TOWN,
            Roles.COUNTY,
            Roles.REVIEWER,
            Roles.FINANCE,
            Roles.SUPERVISOR,
            Roles.AUDITOR,
            Roles.ADMIN);
    private static final Set<String> FOR_ONESELF = Set.of(Roles.CITIZEN, Roles.BROKER, Roles.FOUNDER);
    private static final Set<String> FOR_AN_ENTERPRISE =
            Set.of(Roles.EMPLOYER, Roles.PROVIDER, Roles.ASSESSOR, Roles.SCHOOL);

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Which records this caller may touch. Each claim counts only together with a role that goes with it. */
    public Scope scope() {
        return new Scope(
                holdsOneOf(OFFICERS) ? region : null,
                holdsOneOf(FOR_ONESELF) ? person : null,
                holdsOneOf(FOR_AN_ENTERPRISE) ? uscc : null);
    }

    /** Whether the caller is this person and here in a role that acts for itself, whatever offices she holds besides. */
    public boolean actsForHerself(String personKey) {
        return person != null && person.value().equals(personKey) && holdsOneOf(FOR_ONESELF);
    }

    private boolean holdsOneOf(Set<String> some) {
        return roles.stream().anyMatch(some::contains);
    }
}
