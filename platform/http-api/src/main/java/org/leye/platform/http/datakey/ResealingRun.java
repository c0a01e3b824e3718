package org.leye.platform.http.datakey;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One walk over everything that is sealed.
 *
 * @param place which column is being worked on
 * @param position the last row worked on there; null at its beginning
 * @param resealed values sealed anew so far
 * @param unreadable values of this round that do not open with any key that is configured
 */
record ResealingRun(
        String id,
        String keyId,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt,
        int place,
        @Nullable List<String> position,
        long resealed,
        long unreadable) {

    ResealingRun after(SealedColumns.Batch batch) {
        return new ResealingRun(
                id,
                keyId,
                startedAt,
                finishedAt,
                batch.last() == null ? place + 1 : place,
                batch.last(),
                resealed + batch.resealed(),
                unreadable + batch.unreadable());
    }

    /** The same from the first column on. */
    ResealingRun nextRound() {
        return new ResealingRun(id, keyId, startedAt, finishedAt, 0, null, resealed, 0);
    }
}
