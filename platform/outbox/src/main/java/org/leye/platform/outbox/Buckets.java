package org.leye.platform.outbox;

/** Aggregates are dealt into buckets; a bucket is relayed by one replica at a time. The number never changes. */
public final class Buckets {

    public static final int COUNT = 8;

    private Buckets() {}

    static int of(String aggregate) {
        return Math.floorMod(aggregate.hashCode(), COUNT);
    }
}
