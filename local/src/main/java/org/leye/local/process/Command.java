package org.leye.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.leye.local.StartFailure;

/** Commands that do one thing and end. */
public final class Command {

    private Command() {}

    /** What the command ended with and said (stdout and stderr together). */
    public record Result(int exitCode, String output) {

        public boolean ok() {
            return exitCode == 0;
        }
    }

    /** Runs a command to its end in the root folder, which is open to every user. */
    public static Result run(List<String> command) {
        return run(command, Map.of(), Path.of("/"));
    }

    /**
     * Runs a command to its end; an interrupt, or the end of this JVM, ends the command and its children as well.
     *
     * @throws StartFailure if there is no such command
     */
    public static Result run(List<String> command, Map<String, String> environment, Path folder) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true);
            InheritedEnvironment.clean(builder.environment());
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (LastDuty _ = LastDuty.of(() -> end(process))) {
                return result(process);
            }
        } catch (IOException | ExecutionException problem) {
            throw new StartFailure("The command " + command.getFirst() + " cannot be run", problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static Result result(Process process) throws InterruptedException, ExecutionException {
        // read aside: a thread that reads a pipe does not hear an interrupt
        FutureTask<byte[]> output =
                new FutureTask<>(() -> process.getInputStream().readAllBytes());
        Thread.ofPlatform().daemon().start(output);
        return new Result(process.waitFor(), new String(output.get()));
    }

    private static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
