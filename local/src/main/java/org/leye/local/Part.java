package org.leye.local;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What runs when the suite runs, in start order: an engine or one of our services, each a process of its own. */
public enum Part {
    POSTGRES(8),
    KAFKA(6),
    KEYCLOAK(5, POSTGRES),
    SUBSIDY(1, POSTGRES, KAFKA, KEYCLOAK),
    JOBMATCH(2, POSTGRES, KAFKA, KEYCLOAK),
    BROKER(3, POSTGRES, KAFKA, KEYCLOAK),
    TRAINING(4, POSTGRES, KAFKA, KEYCLOAK),
    GATEWAY(0, SUBSIDY, JOBMATCH, BROKER, TRAINING);

    private static final Set<Part> ENGINES = EnumSet.of(POSTGRES, KAFKA, KEYCLOAK);

    private final int portOffset;
    private final List<Part> needs;

    Part(int portOffset, Part... needs) {
        this.portOffset = portOffset;
        this.needs = List.of(needs);
    }

    /** The name on the command line, of the log file, of the database and of its role. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Parts that must be ready before this one starts. */
    public List<Part> needs() {
        return needs;
    }

    /** PostgreSQL, Kafka or Keycloak, not a service of ours. */
    public boolean isEngine() {
        return ENGINES.contains(this);
    }

    /** The part with this label, in any case. */
    public static Optional<Part> of(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label().equalsIgnoreCase(label))
                .findFirst();
    }

    /** PostgreSQL, Kafka and Keycloak. */
    public static Set<Part> engines() {
        return EnumSet.copyOf(ENGINES);
    }

    /** Parts with a database and a role of their own. */
    public static Set<Part> databaseOwners() {
        return EnumSet.range(KEYCLOAK, TRAINING);
    }

    /** The four services with a domain of their own: everything that is neither engine nor gateway. */
    public static Set<Part> domainServices() {
        return EnumSet.range(SUBSIDY, TRAINING);
    }

    int portOffset() {
        return portOffset;
    }
}
