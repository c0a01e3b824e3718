package org.leye.platform.http.imports;

/**
 * A line of a file on its way from the upload to its fate.
 *
 * @param number counted in the file as it was sent, 1 for the first
 * @param content one JSON object, whatever format the file had
 */
public record WaitingLine(int number, String content) {

    @Override
    public String toString() {
        return "line " + number;
    }
}
