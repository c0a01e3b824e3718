package org.leye.platform.http.imports;

import java.io.IOException;
import java.io.Reader;

import org.jspecify.annotations.Nullable;

/** Lines that are JSON objects already. A file without line ends does not fill the memory. */
public final class NdjsonLines implements FileLines {

    private final Reader reader;
    private int number;

    public NdjsonLines(Reader reader) {
        this.reader = reader;
    }

    @Override
    public @Nullable WaitingLine next() throws IOException {
        var line = readLine();
        while (line != null && line.isBlank()) {
            line = readLine();
        }
        return line == null ? null : new WaitingLine(number, line);
    }

    private @Nullable String readLine() throws IOException {
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        number++;
        var line = new StringBuilder();
        while (character >= 0 && character != '\n') {
            line.append((char) character);
            if (line.length() > MAX_LINE_CHARACTERS) {
                FileLines.checked(line.toString());
            }
            character = reader.read();
        }
        return line.toString();
    }
}
