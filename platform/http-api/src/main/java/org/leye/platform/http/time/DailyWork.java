package org.leye.platform.http.time;

import java.time.LocalDate;
import java.util.List;

/**
 * Work that falls due by business date. However far business time jumps, {@link DueWork} does it day by day: what is due on a day
 * sees that day as {@link BusinessClock#today()}, and is done before anything of the next day. A bean of a service.
 */
public interface DailyWork {

    /** Names this work for ever: what failed is remembered under it. */
    String name();

    /**
     * The items that are due on this day, or were before, and are not done; the oldest first. Asked again and again until there is
     * none.
     */
    List<String> due(LocalDate day, int limit);

    /**
     * Does one item, in a transaction that may hold others. Asks first whether it is still due: a caller may have been faster. What it
     * throws costs this item its turn and no other; it is tried again, as of the same day.
     */
    void workOff(String item, LocalDate day);
}
