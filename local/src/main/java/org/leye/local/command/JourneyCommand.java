package org.leye.local.command;

import java.util.Base64;
import java.util.concurrent.Callable;

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
                (who, what, came) -> System.out.printf("%-10s  %-88s  %s%n", who, what, came));
        try {
            story.walk();
            return 0;
        } catch (StoryBroken broken) {
            System.err.println(broken.getMessage());
            return 1;
        }
    }
}
