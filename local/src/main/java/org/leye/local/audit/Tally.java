package org.leye.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Adds up the answers about the stretches of one chain. */
final class Tally {

    private long batches;
    private long rows;
    private long broken;
    private JsonNode firstBroken = MissingNode.getInstance();
    private JsonNode newest = MissingNode.getInstance();
    private long unsealedSeconds;

    void add(JsonNode answer) {
        batches += answer.path("batches").asLong();
        rows += answer.path("rows").asLong();
        broken += answer.path("brokenPlaces").asLong();
        if (firstBroken.isMissingNode()) {
            firstBroken = answer.path("broken").path(0);
        }
        newest = answer.path("newest");
        unsealedSeconds = answer.path("unsealedSeconds").asLong();
    }

    boolean isSound() {
        return broken == 0;
    }

    String text() {
        return isSound() ? "sound: " + size() + noted() + waiting() : "BROKEN: " + places();
    }

    private String size() {
        return "%d rows in %d batches".formatted(rows, batches);
    }

    /** What a person may note, to compare later. */
    private String noted() {
        return newest.isMissingNode()
                ? ""
                : ", newest " + newest.path("batch").asText() + ":"
                        + newest.path("hash").asText();
    }

    private String waiting() {
        return unsealedSeconds < 60 ? "" : ", a row waits for its seal since %d s".formatted(unsealedSeconds);
    }

    private String places() {
        String batch = firstBroken.path("batch").asText();
        String row = firstBroken.path("row").asText();
        return "%d %s in %d rows; the first: %s%s%s"
                .formatted(
                        broken,
                        broken == 1 ? "place" : "places",
                        rows,
                        firstBroken.path("kind").asText(),
                        batch.isEmpty() ? "" : ", batch " + batch,
                        row.isEmpty() ? "" : ", row " + row);
    }
}
