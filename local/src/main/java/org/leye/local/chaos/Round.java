package org.leye.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

import org.leye.local.Part;
import org.leye.local.journey.Company;
import org.leye.local.journey.Narrator;
import org.leye.local.journey.Patience;
import org.leye.local.journey.StoryBroken;
import org.leye.local.journey.WorkerComes;
import org.leye.local.suite.Suite;
import org.leye.platform.identity.PersonKeys;

/** Journeys that set out together, each with people and enterprises of its own, and share what a suite has but once. */
final class Round {

    private static final Narrator SILENT = (who, what, came) -> {};

    private final String name;
    private final Suite suite;
    private final CommonCalendar calendar;
    private final Company company;
    private final List<WorkerComes> stories = new ArrayList<>();

    /** {@code limit} is how long business time may take to move. */
    Round(String name, Suite suite, int journeys, Patience patience, Duration limit) {
        this.name = name;
        this.suite = suite;
        this.calendar = new CommonCalendar(suite.clock(), limit, journeys);
        this.company = new Company(calendar, patience, new ReentrantLock());
        for (int i = 0; i < journeys; i++) {
            stories.add(newStory());
        }
    }

    /** How many journeys are in the middle of something. */
    int underWay() {
        return calendar.walking();
    }

    /** Answers when the last one has ended. */
    List<Walked> walk() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var walks = new ArrayList<Callable<Walked>>();
            for (var story : stories) {
                var number = walks.size() + 1;
                walks.add(() -> walk(name + " journey " + number, story));
            }
            return threads.invokeAll(walks).stream().map(Round::walked).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private Walked walk(String called, WorkerComes story) {
        var begun = System.nanoTime();
        var broke = "";
        try {
            story.walk();
        } catch (StoryBroken broken) {
            broke = String.valueOf(broken.getMessage());
        } finally {
            calendar.leave();
        }
        return new Walked(called, story.players(), (System.nanoTime() - begun) / 1_000_000, broke);
    }

    private WorkerComes newStory() {
        var pepper =
                Base64.getDecoder().decode(suite.settings().state().secrets().pepper());
        return new WorkerComes(
                suite.url(Part.GATEWAY).toString(), suite.tokens(), PersonKeys.of(pepper), company, SILENT);
    }

    private static Walked walked(Future<Walked> walk) {
        try {
            return walk.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a journey ended for a reason of our own", e.getCause());
        }
    }
}
