package org.leye.platform.identity;

import java.time.ZoneId;

/** The one time zone in which dates of the law are meant. */
public final class BusinessZone {

    public static final ZoneId ID = ZoneId.of("Asia/Shanghai");

    private BusinessZone() {}
}
