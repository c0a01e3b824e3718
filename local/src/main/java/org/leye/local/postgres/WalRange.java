package org.leye.local.postgres;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The part of the write-ahead log that a copy needs to become consistent.
 *
 * @param timeline of the server
 * @param start position in bytes at which the replay begins
 * @param stop position in bytes just after the last record needed
 * @param segmentBytes size of one file of the log
 */
record WalRange(long timeline, long start, long stop, long segmentBytes) {

    /** PostgreSQL writes a position as two halves of 32 bits and numbers the segments within the lower one. */
    private static final long LOWER_HALF = 1L << 32;

    /** Names of the files that hold the range, in order. */
    List<String> fileNames() {
        long perHalf = LOWER_HALF / segmentBytes;
        return LongStream.rangeClosed(start / segmentBytes, (stop - 1) / segmentBytes)
                .mapToObj(segment -> "%08X%08X%08X".formatted(timeline, segment / perHalf, segment % perHalf))
                .toList();
    }
}
