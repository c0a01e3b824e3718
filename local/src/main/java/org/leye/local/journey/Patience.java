package org.leye.local.journey;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a caller does when an answer is lost or says that it may be tried again. */
public interface Patience {

    /** Takes the first answer, whatever it is; an answer that is lost breaks the story. */
    Patience NONE = new Patience() {
        @Override
        public HttpResponse<String> call(String what, Attempt attempt) {
            try {
                return attempt.answer();
            } catch (IOException e) {
                throw new StoryBroken(what + " was not answered: " + e.getMessage());
            }
        }

        @Override
        public Duration forEvents() {
            return Duration.ofSeconds(60);
        }

        @Override
        public boolean readsAgain(String what, int times) {
            return false;
        }
    };

    /** One try of a call; the same each time, so that a write keeps its Idempotency-Key. */
    @FunctionalInterface
    interface Attempt {
        HttpResponse<String> answer() throws IOException;
    }

    /** The answer the story goes on with. Throws {@link StoryBroken} when there is none. */
    HttpResponse<String> call(String what, Attempt attempt);

    /** How long something may take that comes by event. */
    Duration forEvents();

    /** Whether a step that was refused because its record had changed is tried on the record as it is now. */
    boolean readsAgain(String what, int times);
}
