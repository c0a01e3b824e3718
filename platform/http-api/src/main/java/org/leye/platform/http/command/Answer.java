package org.leye.platform.http.command;

import org.jspecify.annotations.Nullable;

/**
 * What a write answers.
 *
 * @param location path of the record below the service's own prefix, for a new record
 * @param version of a record that changes; becomes the ETag
 * @param body what the caller reads
 */
public record Answer<V>(
        int status, @Nullable String location, @Nullable Long version, V body) {

    /** 201 with the place of the new record, such as {@code /cases/case_06…}. */
    public static <V> Answer<V> created(String location, @Nullable Long version, V body) {
        return new Answer<>(201, location, version, body);
    }

    public static <V> Answer<V> ok(@Nullable Long version, V body) {
        return new Answer<>(200, null, version, body);
    }

    /** 202: taken, to be worked off; the location tells how far it is. */
    public static <V> Answer<V> accepted(String location, V body) {
        return new Answer<>(202, location, null, body);
    }
}
