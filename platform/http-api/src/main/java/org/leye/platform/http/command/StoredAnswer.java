package org.leye.platform.http.command;

import org.jspecify.annotations.Nullable;

/** The answer of a write, byte for byte as the first caller got it. */
record StoredAnswer(
        int status, @Nullable String location, @Nullable String etag, byte[] body) {}
