package org.leye.platform.http.command;

import org.leye.platform.problem.RequestProblem;

import org.jspecify.annotations.Nullable;

/** The check that a caller changes the version she has seen. ETags are the version number in quotation marks. */
public final class IfMatch {

    private IfMatch() {}

    /** Throws IF_MATCH_REQUIRED without the header, VERSION_MISMATCH if it names another version. */
    public static void require(@Nullable String header, long version) {
        if (header == null || header.isBlank()) {
            throw RequestProblem.IF_MATCH_REQUIRED.problem();
        }
        if (!header.strip().equals(etag(version))) {
            throw RequestProblem.VERSION_MISMATCH.because("当前版本为 %s", "the version now is %s", etag(version));
        }
    }

    public static String etag(long version) {
        return "\"" + version + "\"";
    }
}
