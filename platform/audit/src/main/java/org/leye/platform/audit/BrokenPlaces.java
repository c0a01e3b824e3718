package org.leye.platform.audit;

import java.util.ArrayList;
import java.util.List;

/** Counts what is found and keeps the first of it: a trail that was replaced as a whole would not fit into memory. */
final class BrokenPlaces {

    private static final int KEPT = 100;

    private final List<BrokenPlace> first = new ArrayList<>();
    private long count;

    void add(BrokenPlace place) {
        count++;
        if (first.size() < KEPT) {
            first.add(place);
        }
    }

    List<BrokenPlace> first() {
        return List.copyOf(first);
    }

    long count() {
        return count;
    }
}
