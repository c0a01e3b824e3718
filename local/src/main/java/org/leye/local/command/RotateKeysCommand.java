package org.leye.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.leye.local.Part;
import org.leye.local.StartFailure;
import org.leye.local.rotation.KeyRotation;
import org.leye.local.rotation.RunningServices;
import org.leye.local.suite.Suite;
import org.leye.local.suite.SuiteLock;

import picocli.CommandLine.Command;

/** Changes the data key of a running suite, restarting one service after the other. */
@Command(
        name = "rotate-keys",
        description = {
            "Change the data key of a suite that runs in the background: seal everything anew under a new one.",
            "The services restart one after the other, three times. Broken off anywhere, the next call goes on."
        },
        mixinStandardHelpOptions = true)
final class RotateKeysCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        CurrentSuite current = CurrentSuite.find();
        Suite suite = current.suite();
        requireRunning(current);
        try (SuiteLock _ = SuiteLock.take(current.state())) {
            new KeyRotation(
                            current.state().secrets(),
                            Part.domainServices(),
                            new RunningServices(suite),
                            System.out::println)
                    .run();
        }
        return 0;
    }

    /** A service that a broken-off call has stopped is started again; what it needs must be there. */
    private static void requireRunning(CurrentSuite current) {
        Suite suite = current.suite();
        if (!current.state().exists() || !suite.running().containsAll(Part.engines())) {
            throw new StartFailure("The suite does not run; start it with ./leye up --detach");
        }
        List<String> copies = new ArrayList<>(suite.runningNames());
        copies.removeAll(suite.running().stream().map(Part::label).toList());
        if (!copies.isEmpty()) {
            throw new StartFailure("Second copies run and would not get the new key: " + String.join(", ", copies));
        }
    }
}
