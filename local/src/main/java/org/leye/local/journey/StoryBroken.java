package org.leye.local.journey;

/** An answer the story does not expect; the message says to which call, and what came instead. */
public final class StoryBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoryBroken(String message) {
        super(message);
    }
}
