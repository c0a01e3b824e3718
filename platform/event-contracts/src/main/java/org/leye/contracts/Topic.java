package org.leye.contracts;

/**
 * The table of topics. Every topic has {@link #PARTITIONS} partitions for ever (adding some would break the order of a key)
 * and keeps events for {@link #RETENTION_DAYS} days. Topics are no archive.
 */
public enum Topic {
    PERSON("jobmatch.person", Lane.INTERACTIVE),
    PLACEMENT("jobmatch.placement", Lane.INTERACTIVE),
    REFERRAL("broker.referral", Lane.INTERACTIVE),
    CERTIFICATE("training.certificate", Lane.INTERACTIVE),
    CONTRIBUTION("subsidy.contribution", Lane.BULK),
    CASE("subsidy.case", Lane.INTERACTIVE),
    AUDIT_WITNESS("audit.witness", Lane.INTERACTIVE);

    public static final int PARTITIONS = 12;
    public static final int RETENTION_DAYS = 30;

    /** A lane has its own relay: a bulk import never delays a person who waits at a counter. */
    public enum Lane {
        INTERACTIVE,
        BULK
    }

    private final String wireName;
    private final Lane lane;

    Topic(String wireName, Lane lane) {
        this.wireName = wireName;
        this.lane = lane;
    }

    /** The name in Kafka: the owning service and what the event is about. */
    public String wireName() {
        return wireName;
    }

    public Lane lane() {
        return lane;
    }
}
