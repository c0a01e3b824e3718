package org.leye.platform.http.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;

/** How a file is written. All are UTF-8, with or without the byte order mark that spreadsheets put in front. */
public enum ImportFormat {
    /** One JSON object a line. */
    NDJSON,
    /** A table whose first line names the fields; lists within a cell are separated by {@code |}. */
    CSV;

    public static final String NDJSON_TYPE = "application/x-ndjson";
    public static final String CSV_TYPE = "text/csv";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The format that a request's Content-Type names. What it says of the character set is not asked: the bytes tell. */
    public static ImportFormat of(MediaType type) {
        return type.getSubtype().equals("csv") ? CSV : NDJSON;
    }

    /**
     * The beginning of what a file is known by. The same bytes read in another way are another file: one sent under the wrong
     * Content-Type must not stand in the way of itself. Of NDJSON, the first format, it is the bytes alone.
     */
    MessageDigest newHash() {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            if (this != NDJSON) {
                hash.update(name().getBytes(StandardCharsets.US_ASCII));
            }
            return hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    FileLines lines(InputStream body, Class<?> lineType, ObjectMapper json) throws IOException {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new BufferedReader(new InputStreamReader(body, strict));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return this == CSV ? new CsvLines(reader, lineType, json) : new NdjsonLines(reader);
    }
}
