package org.leye.jobmatch.posting;

import java.util.Set;

/**
 * The states of a posting. EXPIRED is never stored: a published posting is expired from the day after its last one, without
 * anybody having to mark it.
 */
public enum PostingStatus {
    DRAFT,
    PUBLISHED,
    REJECTED,
    FILLED,
    EXPIRED,
    CLOSED;

    /** What may follow this state. */
    Set<PostingStatus> successors() {
        return switch (this) {
            case DRAFT -> Set.of(PUBLISHED, REJECTED, CLOSED);
            case PUBLISHED -> Set.of(FILLED, CLOSED);
            case REJECTED, FILLED, EXPIRED, CLOSED -> Set.of();
        };
    }
}
