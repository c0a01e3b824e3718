package org.leye.local.command;

import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import org.leye.local.Part;
import org.leye.local.journey.StoryBroken;
import org.leye.local.journey.WorkerComes;
import org.leye.platform.identity.PersonKeys;

import picocli.CommandLine.Command;

/** Walks story 1 through the gateway, one line a step: who calls, what, what came back. */
@Command(
        name = "journey",
        description = "Walk the story of a worker through the gateway.",
        mixinStandardHelpOptions = true)
final class JourneyCommand implements Callable<Integer> {

    /** The middle of an id tells a reader nothing. */
    private static final Pattern ID = Pattern.compile("\\b([a-z]{2,6}_)[0-9a-v]{20}([0-9a-v]{6})");

    @Override
    public Integer call() {
        var current = CurrentSuite.find();
        var keys = PersonKeys.of(
                Base64.getDecoder().decode(current.state().secrets().pepper()));
        var story = new WorkerComes(
                current.suite().url(Part.GATEWAY).toString(),
                current.suite().tokens(),
                keys,
                current.suite().clock(),
                (who, what, came) -> System.out.printf("%-10s  %-78s  %s%n", who, shortened(what), shortened(came)));
        try {
            story.walk();
            return 0;
        } catch (StoryBroken broken) {
            System.err.println(broken.getMessage());
            return 1;
        }
    }

    private static String shortened(String text) {
        return ID.matcher(text).replaceAll("$1..$2");
    }
}
