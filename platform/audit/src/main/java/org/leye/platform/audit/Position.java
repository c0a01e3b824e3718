package org.leye.platform.audit;

import java.util.UUID;

/**
 * Where a row stands in the trail. The order is that of the transactions' numbers: once every transaction below a number has
 * ended, no row can appear below it any more, however late the last of them committed.
 */
record Position(long transaction, UUID id) {

    /** Before the first row. */
    static final Position START = new Position(0, new UUID(0, 0));
}
