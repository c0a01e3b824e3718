package org.leye.jobmatch.person;

/** When the work is done: asked for by seekers, offered by postings. FLEXIBLE goes with each of the others. */
public enum Shift {
    DAY,
    NIGHT,
    ROTATING,
    FLEXIBLE;

    public boolean goesWith(Shift other) {
        return this == other || this == FLEXIBLE || other == FLEXIBLE;
    }
}
