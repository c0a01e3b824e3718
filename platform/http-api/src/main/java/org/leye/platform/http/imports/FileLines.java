package org.leye.platform.http.imports;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** The lines of a file while it comes in. Blank ones are left out, but counted. */
public interface FileLines {

    int MAX_LINE_CHARACTERS = 64_000;

    /**
     * The next line; null behind the last. Throws IMPORT_LINE_TOO_LONG, and CharacterCodingException if the file is not UTF-8.
     */
    @Nullable
    WaitingLine next() throws IOException;

    /** The same line, unless it is longer than any line should be. */
    static String checked(String line) {
        if (line.length() > MAX_LINE_CHARACTERS) {
            throw ImportProblem.IMPORT_LINE_TOO_LONG.because(
                    "上限为 %d 个字符", "the limit is %d characters", MAX_LINE_CHARACTERS);
        }
        return line;
    }
}
