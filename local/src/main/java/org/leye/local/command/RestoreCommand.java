package org.leye.local.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.leye.local.backup.Restore;
import org.leye.local.suite.SuiteLock;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup back into a suite that does not run. */
@Command(
        name = "restore",
        description = "Put a backup back; ./leye up then starts from it.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "What ./leye backup has written.")
    private Path folder = Path.of("");

    @Option(names = "--force", description = "Put data that are there aside (as data.replaced, until the next time).")
    private boolean force;

    @Override
    public Integer call() {
        CurrentSuite current = CurrentSuite.find();
        current.state().create();
        try (SuiteLock _ = SuiteLock.take(current.state())) {
            Restore.Events events = current.suite().restore(folder, force);
            System.out.println("The backup is put back; ./leye up starts from it.");
            System.out.println(
                    switch (events) {
                        case COME_AGAIN -> "The services will be given again what they had read since.";
                        case MUST_BE_REPUBLISHED ->
                            "Kafka's data are not here: when all is up, have every service republish its events"
                                    + " (docs/operations/backup-and-restore.md).";
                    });
        }
        return 0;
    }
}
