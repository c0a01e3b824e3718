package org.leye.local.command;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Moves the business date of all services. */
@Command(name = "clock", description = "Move the business date of all services.", mixinStandardHelpOptions = true)
final class ClockCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DATE", description = "For example 2024-03-08; the clock never goes back.")
    private LocalDate day = LocalDate.EPOCH;

    @Override
    public Integer call() {
        List<String> problems = CurrentSuite.find().suite().clock().moveTo(day);
        problems.forEach(problem -> System.err.println("leye: " + problem));
        if (!problems.isEmpty()) {
            return LeyeCommand.FAILED;
        }
        System.out.println("All services are at " + day + ".");
        return 0;
    }
}
